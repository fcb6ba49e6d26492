/** What `{rep}`, `{centre}`, `{name}` and `{campaign}` stand for in a script. */
export type ScriptWords = Record<'rep' | 'centre' | 'name' | 'campaign', string>;

/** The script as it is to be said; braces around anything else stay as they are. */
export const fillScript = (script: string, words: ScriptWords): string =>
  script.replace(/\{(rep|centre|name|campaign)\}/g, (_, word: keyof ScriptWords) => words[word]);

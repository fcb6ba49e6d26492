import { describe, expect, it } from 'vitest';
import en from '../src/shared/i18n/en.json';
import he from '../src/shared/i18n/he.json';

type Texts = Map<string, string>;

function flatten(node: object, prefix = ''): Texts {
  const texts: Texts = new Map();
  for (const [name, value] of Object.entries(node) as [string, string | object][]) {
    if (typeof value === 'string') texts.set(prefix + name, value);
    else flatten(value, `${prefix}${name}.`).forEach((text, key) => texts.set(key, text));
  }
  return texts;
}

const plural = /_(zero|one|two|few|many|other)$/;
const bases = (texts: Texts) => [...new Set([...texts.keys()].map((key) => key.replace(plural, '')))].sort();
const holes = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map(([, name]) => name).sort();
const languages: [string, Texts][] = [
  ['en', flatten(en)],
  ['he', flatten(he)],
];
const [, english] = languages[0] ?? ['', new Map<string, string>()];

describe.each(languages)('Texts in %s', (language, texts) => {
  it('has the same keys as English', () => expect(bases(texts)).toEqual(bases(english)));

  it('has no empty text', () => {
    const empty = [...texts].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('has every plural form that the language needs', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = [...texts.keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, ''));
    const missing = counted.flatMap((base) => forms.map((form) => `${base}_${form}`).filter((key) => !texts.has(key)));
    expect(missing).toEqual([]);
  });

  it('has the same placeholders as English', () => {
    for (const [key, text] of texts) {
      const model = english.get(key);
      // A form for exactly one or two may say it in words.
      if (model !== undefined && !/_(one|two)$/.test(key)) expect([key, holes(text)]).toEqual([key, holes(model)]);
    }
  });
});

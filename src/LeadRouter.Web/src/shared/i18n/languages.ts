export const languages = ['en', 'he'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'leadrouter.language';

export const isLanguage = (text: string | null | undefined): text is Language =>
  languages.some((language) => language === text);

/** British English for its 24-hour clock and day-first dates, which is what the centre's people read. */
export const localeOf = (language: string) => (language === 'he' ? 'he-IL' : 'en-GB');

export const directionOf = (language: string) => (language === 'he' ? 'rtl' : 'ltr');

/** The remembered language, else the browser's, else English. */
export function initialLanguage(): Language {
  const remembered = localStorage.getItem(storageKey);
  if (isLanguage(remembered)) return remembered;
  const [primary] = navigator.language.toLowerCase().split('-');
  return primary === 'he' || primary === 'iw' ? 'he' : 'en';
}

export const rememberLanguage = (language: Language) => localStorage.setItem(storageKey, language);

/** A BCP 47 tag in words of the shown language; a tag that nobody knows stays as it is. */
export function languageName(tag: string, shownIn: string): string {
  try {
    return new Intl.DisplayNames([localeOf(shownIn)], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

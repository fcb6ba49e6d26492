import i18next, { type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { formatWait } from '../format/formats';
import { directionOf, initialLanguage, isLanguage, localeOf, rememberLanguage, type Language } from './languages';

/** Each language is a chunk of its own: a desk loads only what it shows. */
const load: Record<Language, () => Promise<{ default: ResourceKey }>> = {
  en: () => import('./en.json'),
  he: () => import('./he.json'),
};

function applyToDocument(language: string) {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

export async function startI18n(): Promise<void> {
  const language = initialLanguage();
  i18next.on('languageChanged', applyToDocument);
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: (await load[language]()).default } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  i18next.services.formatter?.add('wait', (seconds: number, lng) => formatWait(seconds, localeOf(lng ?? language)));
}

export async function switchLanguage(language: string): Promise<void> {
  if (!isLanguage(language)) return;
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', (await load[language]()).default);
  rememberLanguage(language);
  await i18next.changeLanguage(language);
}

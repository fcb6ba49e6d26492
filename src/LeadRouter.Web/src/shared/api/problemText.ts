import type { TFunction } from 'i18next';
import { ProblemError } from './http';

/** What went wrong, as a sentence for the person at the screen. */
export function problemText(error: unknown, t: TFunction): string {
  if (!(error instanceof ProblemError)) return t('error.unexpected');
  return error.code === 'network' ? t('error.network') : refusalText(error.code, error.detail, t);
}

/** A refusal in the words of the screen's language, by its code; a code that the screen does not know is told in the server's. */
export const refusalText = (code: string | undefined, text: string, t: TFunction): string =>
  code === undefined ? text : t(`refusal.${code}`, { defaultValue: text });

/** The server's text for one field of a form, if it complained about that field; the server's casing is not trusted. */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const wanted = field.toLowerCase();
  const texts = Object.entries(error.errors)
    .filter(([name]) => bareName(name).toLowerCase() === wanted)
    .flatMap(([, list]) => list);
  return texts.length > 0 ? texts.join(' ') : undefined;
}

/** Texts for fields that the form does not show: they would be lost if they were not put at its top. */
export function otherErrors(error: unknown, shownFields: readonly string[]): string[] {
  if (!(error instanceof ProblemError)) return [];
  const shown = new Set(shownFields.map((field) => field.toLowerCase()));
  return Object.entries(error.errors)
    .filter(([name]) => !shown.has(bareName(name).toLowerCase()))
    .flatMap(([name, texts]) => texts.map((text) => `${name}: ${text}`));
}

/** `$.skills.closing` and `queues[0]` belong to the fields `skills` and `queues`. */
const bareName = (name: string) => name.replace(/^\$\.?/, '').split(/[.[]/)[0] ?? name;

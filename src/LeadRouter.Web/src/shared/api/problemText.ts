import type { TFunction } from 'i18next';
import { ProblemError, type FieldError } from './http';
import type { Refusal } from './wire';

/** What went wrong, as a sentence for the person at the screen. */
export function problemText(error: unknown, t: TFunction): string {
  if (!(error instanceof ProblemError)) return t('error.unexpected');
  const { code, detail: text, values } = error;
  return code === 'network' ? t('error.network') : refusalText({ code, text, values }, t);
}

/** A refusal in the words of the screen's language, by its code; a code that the screen does not know is told in the server's. */
export const refusalText = ({ code, text, values }: Refusal, t: TFunction): string =>
  t(`refusal.${code}`, { defaultValue: text, replace: values ?? {} });

/** The same for what is wrong with a field. */
export const fieldErrorText = ({ code, text, values }: FieldError, t: TFunction): string =>
  t(`fieldError.${code}`, { defaultValue: text, replace: values ?? {} });

/** What the server said of one field of a form, if it complained about that field; the server's casing is not trusted. */
export function fieldError(error: unknown, field: string, t: TFunction): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const wanted = field.toLowerCase();
  const errors = Object.entries(error.errors)
    .filter(([name]) => bareName(name).toLowerCase() === wanted)
    .flatMap(([, list]) => list);
  return errors.length > 0 ? errors.map((found) => fieldErrorText(found, t)).join(' ') : undefined;
}

/** Texts for fields that the form does not show: they would be lost if they were not put at its top. */
export function otherErrors(error: unknown, shownFields: readonly string[], t: TFunction): string[] {
  if (!(error instanceof ProblemError)) return [];
  const shown = new Set(shownFields.map((field) => field.toLowerCase()));
  return Object.entries(error.errors)
    .filter(([name]) => !shown.has(bareName(name).toLowerCase()))
    .flatMap(([name, errors]) => errors.map((found) => `${name}: ${fieldErrorText(found, t)}`));
}

/** `$.skills.closing` and `queues[0]` belong to the fields `skills` and `queues`. */
const bareName = (name: string) => name.replace(/^\$\.?/, '').split(/[.[]/)[0] ?? name;

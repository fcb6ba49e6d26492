import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../i18n/languages';
import { createFormats, type Formats } from './formats';

export function useFormats(timeZone?: string): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => createFormats(localeOf(i18n.language), timeZone), [i18n.language, timeZone]);
}

import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../i18n/i18n';
import classes from './LanguageSwitch.module.css';

/** Each language is named in itself, so that a person lost in the other one finds the way back. */
const names = { en: 'English', he: 'עברית' } as const;

export function LanguageSwitch() {
  const { i18n, t } = useTranslation();
  const other = i18n.language === 'he' ? 'en' : 'he';
  return (
    <UnstyledButton
      className={classes.switch}
      lang={other}
      title={t('shell.language')}
      onClick={() => void switchLanguage(other)}
      data-testid="lang-switch"
    >
      {names[other]}
    </UnstyledButton>
  );
}

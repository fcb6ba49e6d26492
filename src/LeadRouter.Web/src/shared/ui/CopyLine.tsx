import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import classes from './CopyLine.module.css';

interface Props {
  label: string;
  text: string;
  testId: string;
}

/** A text to take elsewhere; it can be selected as well, because a page without TLS has no clipboard. */
export function CopyLine({ label, text, testId }: Props) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 2_000 });
  return (
    <div className={classes.line}>
      <span className={classes.label}>{label}</span>
      <div className={classes.row}>
        <code dir="ltr" className={classes.text} data-testid={testId}>
          {text}
        </code>
        <Button variant="light" color={clipboard.copied ? 'green' : 'blue'} onClick={() => clipboard.copy(text)}>
          {clipboard.copied ? t('shell.copied') : t('shell.copy')}
        </Button>
      </div>
    </div>
  );
}

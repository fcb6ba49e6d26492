import { Kbd, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompleteRequest, RepDesk } from '../../shared/api/wire';
import { useKeys } from '../../shared/ui/useKeys';
import { DispositionForm } from './DispositionForm';
import classes from './DispositionPanel.module.css';
import { inLanguage } from './leadView';

interface Props {
  leadId: string;
  desk: RepDesk;
  disabled: boolean;
  ringing: boolean;
  serverNowMs: number;
  onComplete: (request: CompleteRequest) => void;
}

/** What happened, in one key: 1-9 picks, Enter confirms. */
export function DispositionPanel({ leadId, desk, disabled, ringing, serverNowMs, onComplete }: Props) {
  const { t, i18n } = useTranslation();
  const [pickedId, setPickedId] = useState<string | null>(null);
  const { dispositions } = desk;
  const picked = dispositions.find(({ id }) => id === pickedId);
  const digits = dispositions.slice(0, 9).map(({ id }, i) => [`Digit${i + 1}`, () => setPickedId(id)] as const);
  useKeys(Object.fromEntries(digits), !disabled);
  useKeys({ Escape: () => setPickedId(null) }, picked !== undefined && !ringing);
  return (
    <>
      <h2 className={classes.title}>{t('desk.disposition.title')}</h2>
      <div className={classes.grid} role="group" aria-label={t('desk.disposition.title')}>
        {dispositions.map(({ id, labels, outcome }, i) => (
          <UnstyledButton
            key={id}
            className={classes.choice}
            data-outcome={outcome}
            aria-pressed={id === pickedId}
            disabled={disabled}
            onClick={() => setPickedId(id)}
            data-testid={`disposition-${id}`}
          >
            <span className={classes.label}>{inLanguage(labels, i18n.language) ?? id}</span>
            {i < 9 && <Kbd className={classes.kbd}>{i + 1}</Kbd>}
          </UnstyledButton>
        ))}
      </div>
      <DispositionForm
        key={pickedId}
        leadId={leadId}
        disposition={picked}
        desk={desk}
        disabled={disabled}
        serverNowMs={serverNowMs}
        onComplete={onComplete}
      />
    </>
  );
}

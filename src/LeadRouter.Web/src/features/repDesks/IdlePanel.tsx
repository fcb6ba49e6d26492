import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RepState } from '../../shared/api/wire';
import classes from './IdlePanel.module.css';

interface Props {
  rep: RepState;
  disabled: boolean;
  onPresence: (presence: string) => void;
}

/** What the rep sees between leads: whether the next one can ring here, and if not, the button that lets it. */
export function IdlePanel({ rep, disabled, onPresence }: Props) {
  const { t } = useTranslation();
  const ready = rep.presence === 'available';
  const missed = rep.presenceReason === 'missedOffers';
  return (
    <div className={classes.idle} data-testid="idle" data-ready={ready}>
      <div className={classes.dot} aria-hidden="true" />
      <h1 className={classes.title}>{ready ? t('desk.idle.readyTitle') : t('desk.idle.pausedTitle')}</h1>
      <p className={classes.text}>
        {ready ? t('desk.idle.readyText') : missed ? t('desk.idle.missedText') : t('desk.idle.pausedText')}
      </p>
      {!ready && (
        <Button size="lg" color="green.8" disabled={disabled} onClick={() => onPresence('available')}>
          {t('desk.idle.goAvailable')}
        </Button>
      )}
      {ready && <p className={classes.keys}>{t('desk.idle.keys')}</p>}
    </div>
  );
}

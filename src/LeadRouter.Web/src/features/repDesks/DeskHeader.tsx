import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LinkStatus } from '../../shared/api/hubLink';
import type { RepState } from '../../shared/api/wire';
import { LanguageSwitch } from '../../shared/ui/LanguageSwitch';
import classes from './DeskHeader.module.css';
import { PresenceSwitch } from './PresenceSwitch';
import { TodayCounters } from './TodayCounters';
import { useSoundBlocked } from './useRinging';

interface Props {
  rep: RepState;
  status: LinkStatus;
  presenceDisabled: boolean;
  onPresence: (presence: string) => void;
  muted: boolean;
  onMute: (muted: boolean) => void;
  onSignOut: () => void;
  signingOut: boolean;
}

export function DeskHeader({ rep, status, presenceDisabled, onPresence, muted, onMute, onSignOut, signingOut }: Props) {
  const { t } = useTranslation();
  const silent = useSoundBlocked() && !muted;
  return (
    <header className={classes.header}>
      <PresenceSwitch rep={rep} disabled={presenceDisabled} onPresence={onPresence} />
      <TodayCounters today={rep.today} currency={rep.desk.currency} />
      <div className={classes.tools}>
        <span className={classes.connection} data-state={status} data-testid="connection-state" role="status">
          {t(`desk.connection.${status}`)}
        </span>
        {silent && (
          <span className={classes.silent} role="status">
            {t('desk.sound.blocked')}
          </span>
        )}
        <Button
          variant={muted ? 'light' : 'subtle'}
          color={muted ? 'red' : 'gray'}
          size="compact-sm"
          aria-pressed={muted}
          onClick={() => onMute(!muted)}
          data-testid="mute"
        >
          {muted ? t('desk.sound.off') : t('desk.sound.on')}
        </Button>
        <LanguageSwitch />
        <span className={classes.name}>
          <bdi>{rep.name}</bdi>
        </span>
        <Button variant="subtle" color="gray" size="compact-sm" loading={signingOut} onClick={onSignOut}>
          {t('session.signOut')}
        </Button>
      </div>
    </header>
  );
}

import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Presence, RepState } from '../../shared/api/wire';
import classes from './PresenceSwitch.module.css';

interface Props {
  rep: RepState;
  disabled: boolean;
  onPresence: (presence: Presence) => void;
}

const choices: readonly Presence[] = ['available', 'break', 'offline'];

export function PresenceSwitch({ rep, disabled, onPresence }: Props) {
  const { t } = useTranslation();
  const { presence, presenceReason } = rep;
  const reason =
    presenceReason != null ? t(`presence.reason.${presenceReason}`, { defaultValue: presenceReason }) : null;
  return (
    <div className={classes.box}>
      <div className={classes.switch} role="group" aria-label={t('presence.label')}>
        {choices.map((choice) => (
          <UnstyledButton
            key={choice}
            className={classes.choice}
            data-presence={choice}
            aria-pressed={presence === choice}
            disabled={disabled}
            onClick={() => presence !== choice && onPresence(choice)}
            data-testid={`presence-${choice}`}
          >
            {t(`presence.${choice}`)}
          </UnstyledButton>
        ))}
      </div>
      <span className={classes.current} data-presence={presence} data-testid="presence-current" role="status">
        <VisuallyHidden>{t(`presence.${presence}`)}</VisuallyHidden>
        {presence !== 'available' && reason}
      </span>
    </div>
  );
}

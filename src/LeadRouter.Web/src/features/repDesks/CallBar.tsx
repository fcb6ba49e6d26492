import { Button, Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Lead, RepDesk } from '../../shared/api/wire';
import { formatDuration } from '../../shared/format/formats';
import { useKeys } from '../../shared/ui/useKeys';
import classes from './CallBar.module.css';
import { lastAttempt, liveAttempt } from './leadView';

interface Props {
  lead: Lead;
  carrier: RepDesk['carrier'];
  /** The link that the last call of this lead opened, when no carrier dials for us. */
  telLink: string | null;
  disabled: boolean;
  serverNowMs: number;
  onCall: () => void;
}

/** One click calls; then what the carrier says of the call. */
export function CallBar({ lead, carrier, telLink, disabled, serverNowMs, onCall }: Props) {
  const { t } = useTranslation();
  const last = lastAttempt(lead);
  const live = liveAttempt(lead);
  const manual = carrier === 'none';
  const inCall = live !== undefined && !manual;
  const callable = !disabled && !inCall && lead.phone != null;
  useKeys({ KeyC: onCall }, callable);
  const sinceMs = live ? Date.parse(live.answeredAt ?? live.startedAt) : null;
  return (
    <div className={classes.bar}>
      <Button
        size="xl"
        className={classes.call}
        color="green.8"
        disabled={!callable}
        onClick={onCall}
        rightSection={<Kbd className={classes.kbd}>C</Kbd>}
        data-testid="call-button"
      >
        {lead.attempts.length > 0 ? t('desk.call.again') : t('desk.call.call')}
      </Button>
      <div
        className={classes.status}
        data-live={live !== undefined}
        data-status={last?.status ?? 'none'}
        role="status"
        data-testid="call-status"
      >
        {lead.phone == null ? (
          t('desk.call.noPhone')
        ) : last ? (
          <>
            <span className={classes.word}>{t(`attempt.${last.status}`)}</span>
            {sinceMs !== null && !manual && (
              <span className={classes.timer}>{formatDuration((serverNowMs - sinceMs) / 1000)}</span>
            )}
          </>
        ) : (
          t('desk.call.notYet')
        )}
      </div>
      {manual && (last !== undefined || telLink !== null) && (
        <p className={classes.manual} data-testid="call-manual">
          {t('desk.call.manual')}{' '}
          {telLink !== null && (
            <a href={telLink} dir="ltr">
              {t('desk.call.openPhone', { phone: telLink.slice('tel:'.length) })}
            </a>
          )}
        </p>
      )}
    </div>
  );
}

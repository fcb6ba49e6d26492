import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeadlineKind, Lead, RepDesk } from '../../shared/api/wire';
import { formatDuration } from '../../shared/format/formats';
import { useFormats } from '../../shared/format/useFormats';
import { stateColor } from '../../shared/ui/leadStates';
import classes from './LeadHead.module.css';
import { scheduleOf } from './leadView';

interface Props {
  lead: Lead;
  desk: RepDesk;
  serverNowMs: number;
}

/** Deadlines that the rep can keep by doing something now. */
const ownDeadlines: readonly DeadlineKind[] = ['attemptBy', 'dispositionBy'];

export function LeadHead({ lead, desk, serverNowMs }: Props) {
  const { t } = useTranslation();
  const formats = useFormats(desk.timeZone);
  const schedule = scheduleOf(lead, serverNowMs);
  const next = lead.deadlines.find(({ kind }) => ownDeadlines.includes(kind));
  const leftSeconds = next ? (Date.parse(next.at) - serverNowMs) / 1000 : 0;
  const ageSeconds = (serverNowMs - Date.parse(lead.receivedAt)) / 1000;
  return (
    <div className={classes.head}>
      <div className={classes.row}>
        <h1 className={classes.name} data-testid="lead-name">
          <bdi>{lead.name ?? t('lead.unnamed')}</bdi>
        </h1>
        <Badge
          size="lg"
          variant="light"
          color={stateColor(lead.state)}
          tt="none"
          data-testid="lead-state"
          data-state={lead.state}
        >
          {t(`lead.state.${lead.state}`)}
        </Badge>
        {lead.isTest && (
          <Badge size="lg" variant="filled" color="gray.7" tt="none" data-testid="lead-test">
            {t('lead.test')}
          </Badge>
        )}
        {lead.repeatCount > 0 && (
          <Badge size="lg" variant="filled" color="orange.9" tt="none">
            {t('lead.repeats', { count: lead.repeatCount })}
          </Badge>
        )}
      </div>
      <div className={classes.row}>
        {lead.phone != null && (
          <span className={classes.phone} dir="ltr" data-testid="lead-phone">
            {lead.phone}
          </span>
        )}
        <span className={classes.meta} title={formats.exact(lead.receivedAt)}>
          {ageSeconds < 24 * 3600
            ? t('lead.receivedAgo', { ago: formatDuration(ageSeconds) })
            : t('lead.receivedAt', { when: formats.when(lead.receivedAt, serverNowMs) })}
        </span>
        {schedule && (
          <span className={classes.meta}>
            {t(`desk.myLeads.${schedule.kind}`, { when: formats.when(schedule.atMs, serverNowMs) })}
          </span>
        )}
        {next && (
          <span className={classes.deadline} data-late={leftSeconds < 30} data-testid="lead-deadline">
            {leftSeconds > 0
              ? t(`lead.deadline.${next.kind === 'attemptBy' ? 'attemptBy' : 'dispositionBy'}`, {
                  left: formatDuration(leftSeconds),
                })
              : t('lead.deadline.late')}
          </span>
        )}
      </div>
    </div>
  );
}

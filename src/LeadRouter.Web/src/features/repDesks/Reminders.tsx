import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Lead, Reminder, RepDesk } from '../../shared/api/wire';
import { useFormats } from '../../shared/format/useFormats';
import classes from './SideList.module.css';
import type { HubActions } from './useHubActions';

interface Props {
  reminders: readonly Reminder[];
  leads: readonly Lead[];
  desk: RepDesk;
  actions: HubActions;
  connected: boolean;
  serverNowMs: number;
  onPick: (leadId: string) => void;
}

const snoozeMinutes = [5, 15, 60] as const;

export function Reminders({ reminders, leads, desk, actions, connected, serverNowMs, onPick }: Props) {
  const { t } = useTranslation();
  const formats = useFormats(desk.timeZone);
  if (reminders.length === 0) return null;
  return (
    <section className={classes.panel} aria-labelledby="reminders-title" data-testid="reminders">
      <h2 id="reminders-title" className={classes.title}>
        {t('desk.reminders.title')} <span className={classes.count}>{formats.number(reminders.length)}</span>
      </h2>
      {reminders.map(({ reminderId, kind, leadId, text, dueAt, mayPutOff }) => {
        const key = `reminder:${reminderId}`;
        const lead = leads.find((mine) => mine.leadId === leadId);
        return (
          <div
            key={reminderId}
            className={classes.reminder}
            data-due={Date.parse(dueAt) <= serverNowMs}
            data-testid={key.replace(':', '-')}
          >
            <span className={classes.sub}>
              {t(`desk.reminders.kind.${kind}`, { defaultValue: kind })} · {formats.when(dueAt, serverNowMs)}
            </span>
            <p className={classes.text} dir="auto">
              {lead
                ? t(`desk.reminders.text.${kind}`, { name: lead.name ?? t('lead.unnamed'), defaultValue: text })
                : text}
            </p>
            <div className={classes.snoozes}>
              {lead && (
                <Button size="compact-sm" variant="light" onClick={() => onPick(lead.leadId)}>
                  {t('desk.reminders.open')}
                </Button>
              )}
              {mayPutOff && t('desk.reminders.snooze')}
              {mayPutOff &&
                snoozeMinutes.map((minutes) => (
                  <Button
                    key={minutes}
                    size="compact-sm"
                    variant="default"
                    disabled={!connected || actions.isBusy(key)}
                    aria-label={t('desk.reminders.snoozeFor', { minutes })}
                    onClick={() => void actions.run(key, 'Snooze', reminderId, minutes)}
                  >
                    {minutes}
                  </Button>
                ))}
            </div>
          </div>
        );
      })}
    </section>
  );
}

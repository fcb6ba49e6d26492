import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { instantToWall, tomorrowAtMs, type WallTime } from '../../shared/format/zonedTime';
import classes from './DispositionPanel.module.css';

interface Props {
  /** Clock time of the centre; empty until chosen. */
  value: WallTime;
  error: string | null;
  timeZone: string;
  serverNowMs: number;
  onChange: (value: WallTime) => void;
}

const minuteMs = 60_000;

export function CallbackField({ value, error, timeZone, serverNowMs, onChange }: Props) {
  const { t } = useTranslation();
  const choices = [
    { label: t('desk.disposition.in30Minutes'), atMs: serverNowMs + 30 * minuteMs },
    { label: t('desk.disposition.in2Hours'), atMs: serverNowMs + 120 * minuteMs },
    { label: t('desk.disposition.tomorrow9'), atMs: tomorrowAtMs(serverNowMs, 9, timeZone) },
  ];
  const elsewhere = Intl.DateTimeFormat().resolvedOptions().timeZone !== timeZone;
  return (
    <>
      <div className={classes.quick}>
        {choices.map(({ label, atMs }) => (
          <Button key={label} variant="light" onClick={() => onChange(instantToWall(atMs, timeZone))}>
            {label}
          </Button>
        ))}
      </div>
      <TextInput
        className={classes.amount}
        type="datetime-local"
        label={t('desk.disposition.callbackAt')}
        description={elsewhere ? t('desk.disposition.callbackZone', { timeZone }) : undefined}
        size="md"
        value={value}
        error={error}
        min={instantToWall(serverNowMs, timeZone)}
        onChange={(event) => onChange(event.currentTarget.value)}
        data-first
        data-testid="disposition-callback-at"
      />
    </>
  );
}

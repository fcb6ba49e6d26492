import { useTranslation } from 'react-i18next';
import type { RepToday } from '../../shared/api/wire';
import { useFormats } from '../../shared/format/useFormats';
import classes from './TodayCounters.module.css';

interface Props {
  today: RepToday;
  currency: string;
}

export function TodayCounters({ today, currency }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const counters = [
    ['accepted', formats.number(today.accepted)],
    ['missed', formats.number(today.missed)],
    ['calls', formats.number(today.calls)],
    ['contacts', formats.number(today.contacts)],
    ['deals', formats.number(today.deals)],
    ['revenue', formats.money(today.revenue, currency)],
  ] as const;
  return (
    <dl className={classes.counters} aria-label={t('desk.today.title')}>
      {counters.map(([name, text]) => (
        <div key={name} className={classes.counter} data-name={name} data-testid={`today-${name}`}>
          <dt>{t(`desk.today.${name}`)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

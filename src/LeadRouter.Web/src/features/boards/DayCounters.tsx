import { useTranslation } from 'react-i18next';
import type { Board } from '../../shared/api/wire';
import type { Formats } from '../../shared/format/formats';
import { charsOf } from './charsOf';
import classes from './DayCounters.module.css';

interface Props {
  board: Board;
  formats: Formats;
}

interface Counter {
  name: 'received' | 'calls' | 'answerRate' | 'reached' | 'deals' | 'revenue' | 'revenuePerRep';
  testId: string;
  text: string;
  sub?: string;
}

export function DayCounters({ board, formats }: Props) {
  const { t } = useTranslation();
  const { totals, kpis, currency } = board;
  const number = (value: number) => formats.number(value);
  const counters: Counter[] = [
    {
      name: 'received',
      testId: 'board-received',
      text: number(totals.received),
      ...(totals.repeats > 0 ? { sub: t('board.repeats', { count: totals.repeats }) } : {}),
    },
    { name: 'calls', testId: 'board-calls', text: number(totals.callsPlaced) },
    {
      name: 'answerRate',
      testId: 'board-answer-rate',
      text: formats.percent(totals.answerRate),
      sub: t('board.ratio', { part: number(totals.callsAnswered), whole: number(totals.callsPlaced) }),
    },
    { name: 'reached', testId: 'board-reached', text: number(totals.reached) },
    {
      name: 'deals',
      testId: 'board-deals',
      text: number(totals.won),
      ...(kpis.leadToDeal.ratio != null
        ? { sub: t('board.leadToDeal', { ratio: formats.percent(kpis.leadToDeal.ratio) }) }
        : {}),
    },
    { name: 'revenue', testId: 'board-revenue', text: formats.wholeMoney(totals.revenue, currency) },
    {
      name: 'revenuePerRep',
      testId: 'board-revenue-per-rep',
      text: formats.wholeMoney(totals.revenuePerRep, currency),
      sub: t('board.activeReps', { count: totals.activeReps }),
    },
  ];
  return (
    <dl className={classes.counters} aria-label={t('board.today')}>
      {counters.map(({ name, testId, text, sub }) => (
        <div key={name} className={classes.counter} title={t(`metric.${name}.definition`)}>
          <dt>{t(`metric.${name}.name`)}</dt>
          <dd>
            <span className={classes.value} style={charsOf(text)} data-testid={testId}>
              {text}
            </span>
            {sub !== undefined && <span className={classes.sub}>{sub}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

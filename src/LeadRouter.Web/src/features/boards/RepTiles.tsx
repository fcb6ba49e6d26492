import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardRep, RepActivity } from '../../shared/api/wire';
import { formatDuration, type Formats } from '../../shared/format/formats';
import { OwnText } from '../../shared/ui/OwnText';
import { arrangeReps, stateCounts, tileColumns } from './repOrder';
import { charsOf } from './charsOf';
import classes from './RepTiles.module.css';

interface Props {
  reps: readonly BoardRep[];
  serverNowMs: number;
  formats: Formats;
}

export function RepTiles({ reps, serverNowMs, formats }: Props) {
  const { t } = useTranslation();
  const word = (state: RepActivity) => t(`repState.${state}`, { defaultValue: state });
  const { shown, hiddenCount } = arrangeReps(reps);
  const columns = tileColumns(shown.length);
  const grid = { '--columns': columns, '--rows': Math.ceil(shown.length / columns) } as CSSProperties;
  return (
    <section className={classes.reps} data-testid="board-reps" aria-label={t('board.reps')}>
      <ul className={classes.summary}>
        {stateCounts(reps).map(([state, count]) => (
          <li key={state} className={classes.chip} data-state={state}>
            <b>{formats.number(count)}</b> {word(state)}
          </li>
        ))}
        {hiddenCount > 0 && <li className={classes.more}>{t('board.moreReps', { count: hiddenCount })}</li>}
      </ul>
      {reps.length === 0 && <p className={classes.empty}>{t('board.noReps')}</p>}
      <ul className={classes.grid} style={grid}>
        {shown.map(({ repId, name, state, since, today }) => (
          <li key={repId} className={classes.tile} data-state={state} data-testid={`board-rep-${repId}`}>
            <div className={classes.inner} style={charsOf(name, 12, 20)}>
              <OwnText className={classes.name}>{name}</OwnText>
              <span className={classes.state}>
                {word(state)}
                <span className={classes.since}>{formatDuration((serverNowMs - Date.parse(since)) / 1000)}</span>
              </span>
              <span className={classes.today}>{t('board.repToday', { deals: today.deals, calls: today.calls })}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import type { Board, Distribution } from '../../shared/api/wire';
import { formatDuration, type Formats } from '../../shared/format/formats';
import { charsOf } from './charsOf';
import classes from './KpiTiles.module.css';
import { slaTone } from './thresholds';
import { longestWait, type QueueWait } from './waits';

interface Props {
  board: Board;
  waits: readonly QueueWait[];
  formats: Formats;
}

interface FittingProps {
  className: string | undefined;
  testId: string;
  children: string;
}

/** A number as large as its tile allows: a wait of hours must not run into the next tile. */
const Fitting = ({ className, testId, children }: FittingProps) => (
  <div className={className} style={charsOf(children)} data-testid={testId}>
    {children}
  </div>
);

interface DistributionTileProps {
  name: 'ttfa' | 'ttfc';
  value: Distribution;
}

function DistributionTile({ name, value }: DistributionTileProps) {
  const { t } = useTranslation();
  return (
    <section className={classes.tile} title={t(`metric.${name}.definition`)}>
      <h2 className={classes.label}>{t(`metric.${name}.name`)}</h2>
      <div className={classes.pair}>
        {(['p50', 'p90'] as const).map((quantile) => (
          <div key={quantile} className={classes.half}>
            <Fitting className={classes.value} testId={`board-${name}-${quantile}`}>
              {formatDuration(value[`${quantile}Seconds`])}
            </Fitting>
            <span className={classes.quantile}>{quantile}</span>
          </div>
        ))}
      </div>
      <p className={classes.sub}>
        {t('board.ofLeads', { count: value.count })}
        {value.censored > 0 && ` · ${t(`board.notYet.${name}`, { count: value.censored })}`}
        {value.unproven > 0 && ` · ${t('board.unproven', { count: value.unproven })}`}
      </p>
    </section>
  );
}

export function KpiTiles({ board, waits, formats }: Props) {
  const { t } = useTranslation();
  const { seconds, tone } = longestWait(waits);
  const { sla } = board.kpis;
  return (
    <div className={classes.tiles}>
      <section className={classes.tile} data-tone={tone} title={t('metric.waiting.definition')}>
        <h2 className={classes.label}>{t('metric.waiting.name')}</h2>
        <Fitting className={classes.big} testId="board-waiting">
          {formats.number(board.totals.waiting)}
        </Fitting>
      </section>
      <section className={classes.tile} data-tone={tone} title={t('metric.longestWait.definition')}>
        <h2 className={classes.label}>{t('metric.longestWait.name')}</h2>
        <Fitting className={classes.big} testId="board-longest-wait">
          {formatDuration(seconds)}
        </Fitting>
      </section>
      <section
        className={classes.tile}
        data-tone={slaTone(sla.attainment, board.thresholds)}
        title={t('metric.sla.definition')}
      >
        <h2 className={classes.label}>{t('metric.sla.name')}</h2>
        <Fitting className={classes.big} testId="board-sla">
          {formats.percent(sla.attainment)}
        </Fitting>
        <p className={classes.sub} data-testid="board-sla-of">
          {sla.due > 0
            ? t('board.slaOf', { met: formats.number(sla.met), due: formats.number(sla.due) })
            : t('board.slaNone')}
        </p>
      </section>
      <DistributionTile name="ttfa" value={board.kpis.timeToFirstAttempt} />
      <DistributionTile name="ttfc" value={board.kpis.timeToFirstContact} />
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { Board } from '../../shared/api/wire';
import { formatDuration, type Formats } from '../../shared/format/formats';
import { OwnText } from '../../shared/ui/OwnText';
import classes from './BoardTables.module.css';
import { slaTone } from './thresholds';
import type { QueueWait } from './waits';

interface Props {
  waits: readonly QueueWait[];
  thresholds: Board['thresholds'];
  formats: Formats;
}

/** More queues than this leave no room for the leaders; the ones that wait longest stay. */
export const maxQueues = 7;

export function QueueTable({ waits, thresholds, formats }: Props) {
  const { t } = useTranslation();
  const shown =
    waits.length <= maxQueues
      ? waits
      : [...waits].sort((a, b) => (b.waitSeconds ?? -1) - (a.waitSeconds ?? -1)).slice(0, maxQueues);
  return (
    <table className={classes.table} data-testid="board-queues">
      <thead>
        <tr>
          <th scope="col">{t('board.queue')}</th>
          <th scope="col" title={t('metric.waiting.definition')}>
            {t('board.waitingShort')}
          </th>
          <th scope="col" title={t('metric.longestWait.definition')}>
            {t('board.longestShort')}
          </th>
          <th scope="col" className={classes.wide}>
            {t('board.owned')}
          </th>
          <th scope="col" title={t('metric.sla.definition')}>
            {t('metric.sla.name')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ queue, waitSeconds, tone }) => (
          <tr key={queue.queue} data-testid={`board-queue-${queue.queue}`}>
            <th scope="row">
              <OwnText>{queue.name}</OwnText>
            </th>
            <td data-tone={tone}>{formats.number(queue.waiting)}</td>
            <td data-tone={tone}>{formatDuration(waitSeconds)}</td>
            <td className={classes.wide}>{formats.number(queue.offered + queue.owned)}</td>
            <td
              data-tone={slaTone(queue.sla.attainment, thresholds)}
              title={t('board.slaTarget', { target: formatDuration(queue.slaTargetSeconds) })}
            >
              {formats.percent(queue.sla.attainment)}
              <small> {t('board.ratio', { part: queue.sla.met, whole: queue.sla.due })}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

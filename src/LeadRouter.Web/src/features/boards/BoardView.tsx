import type { Board } from '../../shared/api/wire';
import type { LinkStatus } from '../../shared/api/hubLink';
import { useFormats } from '../../shared/format/useFormats';
import { AlertTicker } from './AlertTicker';
import classes from './Board.module.css';
import { BoardHeader } from './BoardHeader';
import { DayCounters } from './DayCounters';
import { KpiTiles } from './KpiTiles';
import { LeaderList } from './LeaderList';
import { maxQueues, QueueTable } from './QueueTable';
import { RepTiles } from './RepTiles';
import { queueWaits } from './waits';

interface Props {
  board: Board;
  elapsedMs: number;
  status: LinkStatus;
  signedIn: boolean;
}

/** What the two tables can show together without a scroll bar; a row that is cut in half is worse than none. */
const tableRows = 10;
const leaderRows = (queueCount: number) => tableRows - Math.min(queueCount, maxQueues);

/** The wallboard from one snapshot: everything else on it is arithmetic with the time since. */
export function BoardView({ board, elapsedMs, status, signedIn }: Props) {
  const formats = useFormats(board.timeZone);
  const waits = queueWaits(board, elapsedMs);
  const serverNowMs = Date.parse(board.at) + elapsedMs;
  return (
    <main className={classes.board} data-connected={status === 'connected'} data-testid="board">
      <BoardHeader
        elapsedMs={elapsedMs}
        status={status}
        signedIn={signedIn}
        formats={formats}
        serverNowMs={serverNowMs}
      />
      <KpiTiles board={board} waits={waits} formats={formats} />
      <div className={classes.middle}>
        <RepTiles reps={board.reps} serverNowMs={serverNowMs} formats={formats} />
        <div className={classes.tables}>
          <QueueTable waits={waits} thresholds={board.thresholds} formats={formats} />
          <LeaderList
            leaders={board.leaders.slice(0, leaderRows(waits.length))}
            currency={board.currency}
            formats={formats}
          />
        </div>
      </div>
      <DayCounters board={board} formats={formats} />
      <AlertTicker board={board} formats={formats} serverNowMs={serverNowMs} />
    </main>
  );
}

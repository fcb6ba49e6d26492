import { useEffect, useState } from 'react';
import type { Board } from '../../shared/api/wire';
import type { LinkStatus } from '../../shared/api/hubLink';
import { useHubLink } from '../../shared/api/useHubLink';

/** A screen on the wall whose link was refused asks again this often: it may have been the server that was not ready. */
const refusedRetryMs = 30_000;
const tickMs = 1_000;

export interface LiveBoard {
  board: Board | null;
  /** Time since the snapshot came, by a clock that nobody can set; local timers run on it between snapshots. */
  elapsedMs: number;
  status: LinkStatus;
}

/** The last snapshot of the wallboard hub; older ones are not kept, so that a screen can run for weeks. */
export function useBoard(token?: string): LiveBoard {
  const [last, setLast] = useState<{ board: Board; atMs: number } | null>(null);
  const [nowMs, setNowMs] = useState(() => performance.now());
  const options = token === undefined ? {} : { accessToken: token, retryRefusedAfterMs: refusedRetryMs };
  const { status } = useHubLink('/hubs/wallboard', options, (hub) => {
    hub.on('Board', (board) => setLast({ board, atMs: performance.now() }));
  });
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return { board: last?.board ?? null, elapsedMs: last ? Math.max(0, nowMs - last.atMs) : 0, status };
}

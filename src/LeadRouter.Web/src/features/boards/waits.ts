import type { Board, BoardQueue } from '../../shared/api/wire';
import { waitTone, worstTone, type Tone } from './thresholds';

export interface QueueWait {
  queue: BoardQueue;
  /** Null when nothing waits. */
  waitSeconds: number | null;
  tone: Tone;
}

/** Each queue's longest wait now: the snapshot's, plus the time that has gone by since. */
export const queueWaits = ({ queues, at }: Board, elapsedMs: number): QueueWait[] =>
  queues.map((queue) => ({
    queue,
    waitSeconds: queue.waiting > 0 ? queue.longestWaitSeconds + elapsedMs / 1000 : null,
    tone: waitTone(queue, Date.parse(at) + elapsedMs),
  }));

export function longestWait(waits: readonly QueueWait[]): { seconds: number | null; tone: Tone } {
  const seconds = waits.flatMap((wait) => wait.waitSeconds ?? []);
  return {
    seconds: seconds.length > 0 ? Math.max(...seconds) : null,
    tone: worstTone(waits.map((wait) => wait.tone)),
  };
}

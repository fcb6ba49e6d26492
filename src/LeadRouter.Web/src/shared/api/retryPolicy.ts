import type { IRetryPolicy } from '@microsoft/signalr';

/** No wait is longer than this, in milliseconds. */
export const maxRetryDelayMs = 10_000;
const firstRetryDelayMs = 500;

/**
 * How long to wait before try number `retry` (0 for the first): doubling from half a second to ten seconds, of which
 * the second half is random, so that a whole floor of desks does not come back in the same instant.
 * @param random a number in [0, 1).
 */
export function retryDelayMs(retry: number, random: number): number {
  const ceiling = Math.min(maxRetryDelayMs, firstRetryDelayMs * 2 ** Math.min(retry, 16));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

/** SignalR answers a refused handshake by an error whose only trace of the status is its text. */
export const isUnauthorized = (error: unknown): boolean =>
  error instanceof Error && /status code '?40[13]/i.test(error.message);

/** Tries for ever; it gives up only when the session is gone, because no retry brings that back. */
export const endlessRetry: IRetryPolicy = {
  nextRetryDelayInMilliseconds: ({ previousRetryCount, retryReason }) =>
    isUnauthorized(retryReason) ? null : retryDelayMs(previousRetryCount, Math.random()),
};

import { describe, expect, it } from 'vitest';
import { endlessRetry, isUnauthorized, maxRetryDelayMs, retryDelayMs } from '../src/shared/api/retryPolicy';

const context = (previousRetryCount: number, text = 'gone') => ({
  previousRetryCount,
  elapsedMilliseconds: 0,
  retryReason: new Error(text),
});

describe('Retry policy', () => {
  it('waits longer each time, up to ten seconds', () => {
    const delays = [0, 1, 2, 3, 4, 5, 6].map((retry) => retryDelayMs(retry, 0));
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
    expect(retryDelayMs(100_000, 0.999)).toBeLessThanOrEqual(maxRetryDelayMs);
  });

  it('spreads desks over half of the wait', () => {
    expect(retryDelayMs(10, 0)).toBe(5_000);
    expect(retryDelayMs(10, 0.5)).toBe(7_500);
  });

  it('never gives up while the session holds', () => {
    for (const count of [0, 10, 1_000_000]) {
      const delay = endlessRetry.nextRetryDelayInMilliseconds(context(count));
      expect(delay).toBeGreaterThan(0);
      expect(delay).toBeLessThanOrEqual(maxRetryDelayMs);
    }
  });

  it('stops when the session is gone', () => {
    const refused = "Failed to complete negotiation with the server: Error: Unauthorized: Status code '401'";
    expect(endlessRetry.nextRetryDelayInMilliseconds(context(0, refused))).toBeNull();
    expect(isUnauthorized(new Error("Bad gateway: Status code '502'"))).toBe(false);
  });
});

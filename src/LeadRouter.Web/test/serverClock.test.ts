import { describe, expect, it } from 'vitest';
import { nextClockOffset, remainingMs } from '../src/shared/format/serverClock';

const noonMs = Date.parse('2026-11-22T12:00:00Z');

describe('Server clock', () => {
  it('counts down by the server and not by a machine that is five minutes late', () => {
    const machineMs = noonMs - 300_000;
    const offset = nextClockOffset(null, '2026-11-22T12:00:00Z', machineMs);
    expect(offset).toBe(300_000);
    expect(remainingMs('2026-11-22T12:00:20Z', machineMs + 5_000, offset)).toBe(15_000);
  });

  it('keeps the sample that travelled fastest', () => {
    expect(nextClockOffset(-50, '2026-11-22T12:00:00Z', noonMs + 400)).toBe(-50);
    expect(nextClockOffset(-400, '2026-11-22T12:00:00Z', noonMs + 50)).toBe(-50);
  });

  it('follows a machine clock that was set', () => {
    expect(nextClockOffset(0, '2026-11-22T12:00:00Z', noonMs + 60_000)).toBe(-60_000);
  });
});

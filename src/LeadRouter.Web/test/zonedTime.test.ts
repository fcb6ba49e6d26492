import { describe, expect, it } from 'vitest';
import { instantToWall, tomorrowAtMs, wallToInstantMs } from '../src/shared/format/zonedTime';

const zone = 'Asia/Jerusalem';

describe('Zoned time', () => {
  it('reads the clock of the centre in winter and in summer', () => {
    expect(new Date(wallToInstantMs('2026-01-15T09:00', zone)).toISOString()).toBe('2026-01-15T07:00:00.000Z');
    expect(new Date(wallToInstantMs('2026-07-15T09:00', zone)).toISOString()).toBe('2026-07-15T06:00:00.000Z');
    expect(instantToWall(Date.parse('2026-07-15T06:00:00Z'), zone)).toBe('2026-07-15T09:00');
  });

  it('finds tomorrow morning across midnight and the change of clocks', () => {
    const lateEvening = Date.parse('2026-03-26T21:30:00Z');
    expect(instantToWall(lateEvening, zone)).toBe('2026-03-26T23:30');
    expect(new Date(tomorrowAtMs(lateEvening, 9, zone)).toISOString()).toBe('2026-03-27T06:00:00.000Z');
  });
});

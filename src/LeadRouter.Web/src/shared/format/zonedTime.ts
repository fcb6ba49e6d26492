/** A wall-clock time of the centre, `yyyy-MM-ddTHH:mm`, as `<input type="datetime-local">` reads and writes it. */
export type WallTime = string;

function offsetMs(instantMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instantMs);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(instantMs / 1000) * 1000;
}

/** The instant at which the centre's clocks read `wall`; in the hour that spring skips, the time after the jump. */
export function wallToInstantMs(wall: WallTime, timeZone: string): number {
  const asUtcMs = Date.parse(`${wall}:00Z`);
  const guessMs = asUtcMs - offsetMs(asUtcMs, timeZone);
  return asUtcMs - offsetMs(guessMs, timeZone);
}

/** What the centre's clocks read at an instant. */
export const instantToWall = (instantMs: number, timeZone: string): WallTime =>
  new Date(instantMs + offsetMs(instantMs, timeZone)).toISOString().slice(0, 16);

/** The given hour of the centre's next calendar day. */
export function tomorrowAtMs(nowMs: number, hour: number, timeZone: string): number {
  const today = instantToWall(nowMs, timeZone).slice(0, 10);
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 24 * 3600_000).toISOString().slice(0, 10);
  return wallToInstantMs(`${tomorrow}T${String(hour).padStart(2, '0')}:00`, timeZone);
}

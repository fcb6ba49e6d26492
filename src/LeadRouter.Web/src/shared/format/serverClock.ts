/** A fresh sample this far from the estimate, in milliseconds, means that the machine's clock was set, not that the network was slow. */
const clockJumpMs = 2_000;

/**
 * The server's clock minus ours, in milliseconds. A message can only make the difference look too small, by the time it
 * travelled, so that the largest sample is the best one.
 */
export function nextClockOffset(previousMs: number | null, serverTime: string, receivedAtMs: number): number {
  const sampleMs = Date.parse(serverTime) - receivedAtMs;
  if (previousMs === null || Math.abs(sampleMs - previousMs) > clockJumpMs) return sampleMs;
  return Math.max(previousMs, sampleMs);
}

/** Milliseconds until the server's clock reads `at`; negative once it has passed. */
export const remainingMs = (at: string, nowMs: number, clockOffsetMs: number): number =>
  Date.parse(at) - (nowMs + clockOffsetMs);

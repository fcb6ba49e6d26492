import type { Board, BoardQueue } from '../../shared/api/wire';

/** How good a number is; `none` when there is nothing to judge. */
export type Tone = 'ok' | 'warn' | 'bad' | 'none';

export function slaTone(attainment: number | null | undefined, thresholds: Board['thresholds']): Tone {
  if (attainment == null) return 'none';
  if (attainment >= thresholds.slaGood) return 'ok';
  return attainment >= thresholds.slaBad ? 'warn' : 'bad';
}

const isPast = (at: string | null | undefined, nowMs: number) => at != null && Date.parse(at) <= nowMs;

/** The server says when a wait becomes a worry and when it is late: only it knows the working hours. */
export function waitTone({ waiting, waitWarnAt, waitLateAt }: BoardQueue, nowMs: number): Tone {
  if (waiting === 0) return 'none';
  if (isPast(waitLateAt, nowMs)) return 'bad';
  return isPast(waitWarnAt, nowMs) ? 'warn' : 'ok';
}

const order: readonly Tone[] = ['none', 'ok', 'warn', 'bad'];

export const worstTone = (tones: readonly Tone[]): Tone =>
  tones.reduce<Tone>((worst, tone) => (order.indexOf(tone) > order.indexOf(worst) ? tone : worst), 'none');

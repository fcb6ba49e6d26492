/** How good a number is; `none` when there is nothing to judge. */
export type Tone = 'ok' | 'warn' | 'bad' | 'none';

const slaOk = 0.9;
const slaWarn = 0.75;
/** A lead that has waited this share of its queue's target is about to burn. */
const waitWarn = 0.5;

export function slaTone(attainment: number | null | undefined): Tone {
  if (attainment == null) return 'none';
  if (attainment >= slaOk) return 'ok';
  return attainment >= slaWarn ? 'warn' : 'bad';
}

export function waitTone(waiting: number, waitSeconds: number, targetSeconds: number): Tone {
  if (waiting === 0) return 'none';
  if (targetSeconds <= 0) return 'warn';
  const used = waitSeconds / targetSeconds;
  if (used >= 1) return 'bad';
  return used >= waitWarn ? 'warn' : 'ok';
}

const order: readonly Tone[] = ['none', 'ok', 'warn', 'bad'];

export const worstTone = (tones: readonly Tone[]): Tone =>
  tones.reduce<Tone>((worst, tone) => (order.indexOf(tone) > order.indexOf(worst) ? tone : worst), 'none');

import type { BoardRep, RepActivity } from '../../shared/api/wire';

/** More tiles than this cannot be read from across the room. */
const maxTiles = 35;

const stateOrder: readonly RepActivity[] = [
  'available',
  'ringing',
  'working',
  'calling',
  'talking',
  'wrapUp',
  'break',
  'offline',
];

/** By name, so that people find themselves in the same place; those who are away come last. */
export function arrangeReps(reps: readonly BoardRep[]): { shown: BoardRep[]; hiddenCount: number } {
  const away = (rep: BoardRep) => (rep.state === 'offline' ? 1 : 0);
  const sorted = [...reps].sort((a, b) => away(a) - away(b) || a.name.localeCompare(b.name));
  return { shown: sorted.slice(0, maxTiles), hiddenCount: Math.max(0, sorted.length - maxTiles) };
}

/** How many reps are in each state, states without anyone left out. */
export function stateCounts(reps: readonly BoardRep[]): [RepActivity, number][] {
  return stateOrder
    .map((state): [RepActivity, number] => [state, reps.filter((rep) => rep.state === state).length])
    .filter(([, count]) => count > 0);
}

/** Columns that keep a tile about twice as wide as it is high. */
export const tileColumns = (count: number): number => Math.max(3, Math.round(Math.sqrt(count * 1.5)));

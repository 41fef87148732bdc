import type { Level } from '../../shared/ui/level-mark.tsx';

/** A number from the server as one of the five levels; null is "not enough evidence". */
export function asLevel(level: number | null): Level | null {
  return level === 1 || level === 2 || level === 3 || level === 4 || level === 5 ? level : null;
}

/** Nobody gave a level, and nobody could: the question was never put. */
export function neverAsked(criterion: {
  level: number | null;
  outcome: string;
  review: object | null;
  changes: readonly object[];
}): boolean {
  const judged = criterion.review !== null || criterion.changes.length > 0;
  return criterion.level === null && criterion.outcome === 'not-asked' && !judged;
}

export const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];

import type { Level } from '../../shared/ui/level-mark.tsx';

/** A number from the server as one of the five levels; null is "not enough evidence". */
export function asLevel(level: number | null): Level | null {
  return level === 1 || level === 2 || level === 3 || level === 4 || level === 5 ? level : null;
}

export const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];

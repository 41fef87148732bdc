/** The region that this browser signed in to last. Nothing else about the person is kept. */
import type { RegionId } from './sign-in-types.ts';

const STORED = 'interloop.region';

export function rememberRegion(region: RegionId): void {
  try {
    localStorage.setItem(STORED, region);
  } catch {
    // Storage can be forbidden; then it is asked for again.
  }
}

export function knownRegion(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

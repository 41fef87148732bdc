/** For how long, at a stretch, the socket was down or kept something that was not acknowledged. Pure. */

export interface Stalls {
  /** It stalls from now on, or no longer does. */
  is(stalled: boolean, nowMs: number): void;
  /** The longest since it was last asked; what goes on is counted up to now, and on from there. */
  longest(nowMs: number): number;
}

export function stalls(): Stalls {
  let since: number | null = null;
  let longest = 0;
  return {
    is(stalled, nowMs) {
      if (stalled === (since !== null)) return;
      if (since !== null) longest = Math.max(longest, nowMs - since);
      since = stalled ? nowMs : null;
    },
    longest(nowMs) {
      const most = Math.max(longest, since === null ? 0 : nowMs - since);
      longest = 0;
      return most;
    },
  };
}

/** A fixed window of a limit, and how many of it are still to be had. Pure. */

export interface Window {
  endsAtMs: number;
  taken: number;
}

export interface Rule {
  limit: number;
  windowMs: number;
}

/** Takes up to `wanted`; `granted` 0 means that the window is used up. A window begins with its first taking. */
export function take(
  window: Window | undefined,
  rule: Rule,
  wanted: number,
  nowMs: number,
): { window: Window; granted: number } {
  const open = window !== undefined && window.endsAtMs > nowMs ? window : { endsAtMs: nowMs + rule.windowMs, taken: 0 };
  const granted = Math.max(0, Math.min(wanted, rule.limit - open.taken));
  return { window: { endsAtMs: open.endsAtMs, taken: open.taken + granted }, granted };
}

/** One after the other, `everyMs` apart. `waitMs` null: the queue is longer than `mostMs`, and one does not join it. */
export function nextTurn(
  nextAtMs: number | undefined,
  { everyMs, mostMs }: { everyMs: number; mostMs: number },
  nowMs: number,
): { waitMs: number | null; nextAtMs: number } {
  const turnAtMs = Math.max(nowMs, nextAtMs ?? 0);
  const waitMs = turnAtMs - nowMs;
  return waitMs > mostMs ? { waitMs: null, nextAtMs: turnAtMs } : { waitMs, nextAtMs: turnAtMs + everyMs };
}

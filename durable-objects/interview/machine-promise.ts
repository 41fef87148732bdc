/**
 * A decision was promised by a day: when to look whether it was made, and what to do when it was not. The people who
 * decide are reminded one working day before, and told when the day has passed; each once for each date. Pure.
 */
export interface Promised {
  tenantId: string;
  interviewId: string;
}

export interface Watch extends Promised {
  /** The date as it was last read; null before the first look. */
  dueAtMs: number | null;
  next: 'look' | 'remind' | 'missed';
  /** When to wake for it. */
  atMs: number;
}

/** What the region says: whether somebody still owes a decision, and by when. */
export interface Owed {
  open: boolean;
  dueAtMs: number | null;
  /** When those who owe it are reminded: the working day before, as the tenant's country counts them. */
  remindAtMs: number | null;
}

export interface Woken {
  act: 'remind' | 'missed' | null;
  /** Null: there is nothing left to wake for. */
  watch: Watch | null;
}

/** The first look comes at once: what is due when stands in the region, not here. */
export function watchOf({ tenantId, interviewId }: Promised, nowMs: number): Watch {
  return { tenantId, interviewId, dueAtMs: null, next: 'look', atMs: nowMs };
}

export function woken(watch: Watch, { open, dueAtMs, remindAtMs }: Owed, nowMs: number): Woken {
  if (!open || dueAtMs === null || remindAtMs === null) return { act: null, watch: null };
  if (watch.next === 'look' || watch.dueAtMs !== dueAtMs)
    return { act: null, watch: planned(watch, dueAtMs, remindAtMs, nowMs) };
  if (nowMs < watch.atMs) return { act: null, watch };
  if (nowMs >= dueAtMs) return { act: 'missed', watch: null };
  return { act: 'remind', watch: { ...watch, next: 'missed', atMs: dueAtMs } };
}

/** A date so near that the day before it is over needs no reminder: they have just been told of the report. */
function planned(watch: Watch, dueAtMs: number, remindAtMs: number, nowMs: number): Watch {
  return nowMs < remindAtMs
    ? { ...watch, dueAtMs, next: 'remind', atMs: remindAtMs }
    : { ...watch, dueAtMs, next: 'missed', atMs: Math.max(nowMs, dueAtMs) };
}

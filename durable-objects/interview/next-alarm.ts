/** When the object must wake by itself: for the clock, for what waits, for a reply that is owed, for a promised date. */
import type { Watch } from './machine-promise.ts';
import type { State } from './machine-state.ts';
import { nextMoment } from './machine-time.ts';
import type { Opening, SessionStore } from './store.ts';

/** A task is also tried by the alarm, in case that the object ended in the middle of it. */
const BACKSTOP_MS = 2_000;

/** As the server's time; infinity: for nothing. */
export function nextAlarm(
  store: SessionStore,
  { state, opening, patienceMs }: { state: State; opening: Opening; patienceMs: number },
  nowMs: number,
): number {
  const moments = [nextMoment(state, nowMs) ?? Number.POSITIVE_INFINITY];
  for (const first of [store.first(), store.talk()])
    if (first !== null) moments.push(Math.max(first.dueAtMs, nowMs + BACKSTOP_MS));
  const reply = store.reply();
  if (reply !== null) moments.push(Math.max(reply.madeAtMs + patienceMs, nowMs + 1));
  if (!state.lineUp && nowMs < opening.expiresAtMs) moments.push(opening.expiresAtMs);
  const watch = store.read<Watch>('promise');
  if (watch !== undefined) moments.push(Math.max(watch.atMs, nowMs + 1));
  return Math.min(...moments);
}

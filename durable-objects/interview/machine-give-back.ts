/** Time that a fault of ours or a lost line cost is the candidate's again (invariant I12). Pure. */
import type { Moved } from './machine-speech.ts';
import type { Effect, State } from './machine-state.ts';

/** Told to the room and noted. */
export function gaveBack(ms: number, why: 'line' | 'server' | 'fault', nowMs: number): Effect[] {
  return [
    { type: 'tell', id: `tell:back:${nowMs}`, what: { type: 'gave-back', ms, why } },
    { type: 'event', id: `event:back:${nowMs}`, kind: 'time-given-back', detail: { ms, why } },
  ];
}

/** Time that a fault of ours cost is the candidate's again. */
export function giveBack(state: State, lostMs: number, nowMs: number): Moved {
  const ms = Math.min(lostMs, state.clock.usedMs);
  if (ms <= 0) return { state, effects: [] };
  const { usedMs, questionUsedMs, givenBackMs } = state.clock;
  return {
    state: {
      ...state,
      clock: {
        ...state.clock,
        usedMs: usedMs - ms,
        questionUsedMs: Math.max(0, questionUsedMs - ms),
        givenBackMs: givenBackMs + ms,
      },
    },
    effects: gaveBack(ms, 'fault', nowMs),
  };
}

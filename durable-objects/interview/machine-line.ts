/** The candidate's line goes and comes back; what an absence or a fault costs is given back. Pure. */
import { gaveBack } from './machine-give-back.ts';
import { dueAt, type Moved } from './machine-speech.ts';
import { type Effect, type Phase, type State, TIMED } from './machine-state.ts';

/** A question that was cut by the line is said again from its beginning, so it gets its whole length again. */
export function lineUp(state: State, nowMs: number): Moved {
  if (state.lineUp) return { state, effects: [] };
  const { phase } = state;
  const again: Phase = phase.kind === 'speaking' ? { ...phase, dueAtMs: dueAt(phase.utterance, nowMs) } : phase;
  const effects: Effect[] = TIMED.has(state.phase.kind)
    ? [{ type: 'event', id: `event:line-back:${state.clock.usedMs}`, kind: 'line-back', detail: {} }]
    : [];
  return { state: { ...state, lineUp: true, phase: again }, effects };
}

export function lineDown(state: State, nowMs: number, why: 'line' | 'server'): Moved {
  if (!state.lineUp) return { state, effects: [] };
  const { chargedToMs } = state.clock;
  const lostMs = chargedToMs === null ? 0 : Math.max(0, nowMs - chargedToMs);
  const clock = { ...state.clock, chargedToMs: null, givenBackMs: state.clock.givenBackMs + lostMs };
  const effects: Effect[] = TIMED.has(state.phase.kind)
    ? [{ type: 'event', id: `event:line-lost:${state.clock.usedMs}`, kind: 'line-lost', detail: { why } }]
    : [];
  return {
    state: { ...state, lineUp: false, clock },
    effects: [...effects, ...(lostMs > 0 ? gaveBack(lostMs, why, nowMs) : [])],
  };
}

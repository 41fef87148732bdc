/**
 * The candidate's time. It is charged only through events, never by waiting: what lies between the last event and
 * a crash, a lost line or a break is not theirs to pay (invariant I12). Pure.
 */
import { LIMITS } from '../../worker/limits.ts';
import { CHARGED, type State } from './machine-state.ts';

/** A longer gap than this between two signs of life means that the line or the server was away. */
export const OUTAGE_MS = LIMITS.wire.silenceMs;

/** Time left for the whole interview, as charged so far. */
export function remainingMs(state: State): number {
  return Math.max(0, state.script.totalMs - state.clock.usedMs);
}

/** Time left for the question at hand. */
export function questionRemainingMs(state: State): number {
  return Math.max(0, Math.min(remainingMs(state), state.script.questionMs - state.clock.questionUsedMs));
}

/** The session's clock: milliseconds since its start, outages included, so that sound and words share one axis. */
export function sessionMs(state: State, nowMs: number): number {
  return state.startedAtMs === null ? 0 : Math.max(0, nowMs - state.startedAtMs);
}

/** Charges the time since the last charge; a gap that can only be an outage is given back instead. */
export function charge(state: State, nowMs: number): { state: State; gaveBackMs: number } {
  const { chargedToMs } = state.clock;
  if (chargedToMs === null) return { state, gaveBackMs: 0 };
  const gapMs = Math.max(0, nowMs - chargedToMs);
  const outage = gapMs > OUTAGE_MS;
  const paidMs = outage ? 0 : gapMs;
  const clock = {
    usedMs: state.clock.usedMs + paidMs,
    questionUsedMs: state.clock.questionUsedMs + paidMs,
    chargedToMs: nowMs,
    givenBackMs: state.clock.givenBackMs + (outage ? gapMs : 0),
  };
  return { state: { ...state, clock }, gaveBackMs: outage ? gapMs : 0 };
}

/** Lets the clock run or stand, as phase and line say. */
export function settle(state: State, nowMs: number): State {
  const stands = !CHARGED.has(state.phase.kind) || !state.lineUp;
  const chargedToMs = stands ? null : (state.clock.chargedToMs ?? nowMs);
  return chargedToMs === state.clock.chargedToMs ? state : { ...state, clock: { ...state.clock, chargedToMs } };
}

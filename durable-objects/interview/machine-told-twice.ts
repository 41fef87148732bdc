/**
 * Where nothing turns speech into text, an answer is told aloud and then written. Writing down what was said is not
 * charged again: it costs nothing until it has cost as much as the saying did. Counted in charged time only, so that no
 * absence of the line can be given back twice. Pure.
 */
import type { Moved } from './machine-speech.ts';
import type { Draft, State } from './machine-state.ts';

/** More than this part of a question's time is not taken for speaking, whatever lay before the first key. */
const MOST_SAID = 0.5;

/** Writing goes on: takes back what it has cost so far, as long as it is covered by what was said before it. */
export function writes(state: State, draft: Draft | null): State {
  const { aloud, clock } = state;
  if (draft?.via !== 'typed' || state.phase.kind !== 'listening' || !aloud || !isToldTwice(state)) return state;
  const costMs = clock.usedMs + aloud.givenMs;
  const fromMs = aloud.writtenFromMs ?? costMs;
  const saidMs = Math.min(fromMs - aloud.sinceMs, state.script.questionMs * MOST_SAID);
  const moreMs = Math.max(0, Math.min(saidMs, costMs - fromMs) - aloud.givenMs);
  return {
    ...state,
    aloud: { ...aloud, writtenFromMs: fromMs, givenMs: aloud.givenMs + moreMs },
    clock: {
      ...clock,
      usedMs: Math.max(0, clock.usedMs - moreMs),
      questionUsedMs: Math.max(0, clock.questionUsedMs - moreMs),
    },
  };
}

/** The answer is sent: what was not charged for it is noted. */
export function written(state: State, nowMs: number): Moved {
  const givenMs = state.aloud?.givenMs ?? 0;
  if (givenMs === 0) return { state, effects: [] };
  return {
    state,
    effects: [
      {
        type: 'event',
        id: `event:written:${nowMs}`,
        kind: 'time-given-back',
        detail: { ms: givenMs, why: 'told-twice' },
      },
    ],
  };
}

/** Spoken for the recording alone: no engine hears it. */
function isToldTwice({ mode, engine, recording }: State): boolean {
  return mode === 'voice' && engine === 'rehearsed' && recording;
}

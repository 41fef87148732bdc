/** What a member arranges while the talk goes on: the script changes under it, and the candidate is told. Pure. */
import type { Moved } from './machine-speech.ts';
import type { Script, State } from './machine-state.ts';

/** Time that was used, and breaks that were taken, stay so; nothing that was announced as nearly over stays announced. */
export function adjusted(state: State, script: Script, nowMs: number): Moved {
  const before = state.script;
  const leftMs = script.totalMs - state.clock.usedMs;
  const taken = before.breaks - state.breaksLeft;
  const next: State = {
    ...state,
    script,
    breaksLeft: Math.max(0, script.breaks - taken),
    mode: script.textOnly && !before.textOnly ? 'text' : state.mode,
    announced: state.announced.filter((minutes) => leftMs <= minutes * 60_000),
  };
  // Before the start the room is not there yet: it finds everything as it is.
  if (state.startedAtMs === null) return { state: next, effects: [] };
  return {
    state: next,
    effects: [
      {
        type: 'tell',
        id: `tell:adjusted:${nowMs}`,
        what: {
          type: 'adjusted',
          extraMs: script.totalMs - before.totalMs,
          textOnly: script.textOnly,
          breaks: script.breaks - before.breaks,
          language: script.language !== before.language,
        },
      },
    ],
  };
}

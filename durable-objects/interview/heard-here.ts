/** Actions of a room whose sound is heard here: what it typed stands beside what was said, in one draft and one answer. */
import type { Action } from './protocol.ts';
import { together } from './voice/words-rules.ts';
import type { Words } from './words.ts';

/** The action as it is meant when the session hears: `said` is what it has heard so far, `soundTo` its last frame. */
export function heardHere(action: Action, draft: Words | null, soundTo: number): Action {
  const said = draft?.segments ?? [];
  switch (action.type) {
    case 'draft':
      return { ...action, ...together(said, action.text) };
    case 'answer': {
      if (said.length === 0 && soundTo === 0) return action;
      const { startMs, endMs, text } = action;
      return { type: 'turn-over', startMs, endMs, soundTo, typed: together(said, text).text, how: 'button' };
    }
    case 'turn-over':
      return action.typed === '' ? action : { ...action, typed: together(said, action.typed).text };
    default:
      return action;
  }
}

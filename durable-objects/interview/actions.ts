/** What a candidate does, as an event of the machine and the words that go with it. */
import type { Draft, Event } from './machine-state.ts';
import type { Action, Segment } from './protocol.ts';
import type { ReviewWords, Task } from './tasks.ts';
import type { Words } from './words.ts';

/** The candidate's words in an action: those of an answer or draft, or those of a task of their own. `said`: what was heard here. */
export function wordsIn(action: Action, said: Segment[] = []): Words | null {
  switch (action.type) {
    case 'draft':
      return { text: action.text === '' ? joined(action.segments) : action.text, segments: action.segments };
    case 'answer':
      return { text: action.text, segments: action.segments };
    case 'turn-over':
      return action.typed === '' ? null : { text: action.typed, segments: said };
    case 'finish': {
      const words: ReviewWords = { corrections: action.corrections, question: action.question };
      return { text: JSON.stringify(words), segments: [] };
    }
    case 'ask-human':
      return { text: action.text, segments: [] };
    default:
      return null;
  }
}

/** The task that brings the words of this action home, where the machine has none for them. */
export function taskIn(action: Action): Task | null {
  switch (action.type) {
    case 'draft':
    case 'turn-over':
      return { type: 'save-draft', id: 'draft' };
    case 'finish':
      return { type: 'save-review', id: 'review', rating: action.rating };
    case 'ask-human':
      return { type: 'ask-human', id: 'ask-human' };
    default:
      return null;
  }
}

/** The event of an action; `sessionMs` places a draft that has no times of its own. */
export function eventIn(action: Action, before: Draft | null, sessionMs: number): Event {
  switch (action.type) {
    case 'draft':
      return { type: 'draft', draft: draftOf(action.text, action.segments, before, sessionMs) };
    case 'turn-over':
      return { type: 'turn-over', startMs: action.startMs, endMs: action.endMs, soundTo: action.soundTo };
    case 'answer':
      return { type: 'answer', via: action.via, startMs: action.startMs, endMs: action.endMs };
    case 'finish':
      return { type: 'finish' };
    case 'ask-human':
      return { type: 'ask-human' };
    case 'parts-complete':
      return { type: 'parts-complete' };
    default:
      return action;
  }
}

function draftOf(text: string, segments: Segment[], before: Draft | null, sessionMs: number): Draft | null {
  if (text.trim() === '' && segments.length === 0) return null;
  const spoken = joined(segments);
  const via = segments.length === 0 ? 'typed' : text === '' || text.trim() === spoken ? 'voice' : 'mixed';
  const startMs = segments[0]?.startMs ?? before?.startMs ?? sessionMs;
  return { via, startMs, endMs: Math.max(startMs, segments.at(-1)?.endMs ?? 0, via === 'voice' ? 0 : sessionMs) };
}

function joined(segments: Segment[]): string {
  return segments
    .map((segment) => segment.text.trim())
    .join(' ')
    .trim();
}

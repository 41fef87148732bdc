/** Where an interview stands, without a word of it: for whoever watches it from outside. */
import type { View } from './protocol.ts';

export interface Peek {
  phase: View['phase'];
  section: number;
  sections: number;
  question: number;
  questions: number;
  line: 'here' | 'lost';
  remainingMs: number | null;
  /** Name of the known line that is said now, or was said last. */
  sound: string | null;
}

export function peekOf(view: View, here: boolean): Peek {
  return {
    phase: view.phase,
    section: view.section.number,
    sections: view.section.count,
    question: view.question?.number ?? 0,
    questions: view.question?.count ?? 0,
    line: here ? 'here' : 'lost',
    remainingMs: view.clock.remainingMs,
    sound: view.utterance?.sound ?? null,
  };
}

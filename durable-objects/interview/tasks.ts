/** What waits in the outbox: the machine's effects, and the few things that the shell itself must bring home. */
import type { Effect } from './machine-state.ts';
import type { Correction } from './protocol.ts';

export type Task =
  | Exclude<Effect, { type: 'tell' }>
  /** The words of the draft go to the region; a newer one takes this one's place. */
  | { type: 'save-draft'; id: string }
  /** The corrections' words are sealed beside it, like every candidate's words. */
  | { type: 'save-review'; id: string; rating: number | null }
  | { type: 'ask-human'; id: string };

/** The words of a review, as they are sealed. */
export interface ReviewWords {
  corrections: Correction[];
  question: string | null;
}

/** One row: the task, how often it was tried, and its candidate's words if they are not in the region yet. */
export interface Waiting {
  position: number;
  task: Task;
  sealed: Uint8Array | null;
  madeAtMs: number;
  attempts: number;
  dueAtMs: number;
}

/** A task that was set aside. */
export interface Parked {
  position: number;
  task: Task;
  cause: string;
}

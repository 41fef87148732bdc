/** Which maker may process what for a tenant: each gets only what its task needs, and only where the tenant lets it. Pure. */
import type { Place } from '../../provider-settings.ts';
import { eligible, type Processing } from '../../regions/eligible-rules.ts';

/** What makers do; in the order in which a member reads them. */
export const TASKS = ['live', 'ears', 'models', 'voices', 'calls'] as const;
export type Task = (typeof TASKS)[number];

/** `denied`: its task does not need it. `unknown`: nobody promised that it stays in the region, so it is denied. */
export const ANSWERS = ['allowed', 'denied', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What a task needs of what a candidate says. A voice says the interviewer's words, which may take up the candidate's. */
const NEEDS: Record<Task, { sound: boolean; words: boolean }> = {
  live: { sound: true, words: true },
  ears: { sound: true, words: false },
  models: { sound: false, words: true },
  voices: { sound: false, words: true },
  calls: { sound: true, words: false },
};

export function answers(task: Task, place: Place, processing: Processing): { sound: Answer; words: Answer } {
  const may: Answer = eligible([{ place, use: task }], processing).length > 0 ? 'allowed' : 'unknown';
  return { sound: NEEDS[task].sound ? may : 'denied', words: NEEDS[task].words ? may : 'denied' };
}

/** Where an interview that was begun stands now, for the candidate who comes back to it: numbers only, no word. */
import * as v from 'valibot';
import type { Region } from '../../regions/region.ts';

const standSchema = v.object({
  phase: v.string(),
  question: v.number(),
  questions: v.number(),
  line: v.picklist(['here', 'lost']),
  remainingMs: v.nullable(v.number()),
});

export interface Stand {
  /** The number of the question at hand, 0 before the first, and of all. */
  question: number;
  questions: number;
  remainingMs: number | null;
  /** The talk is over, and the transcript waits to be read. */
  review: boolean;
  /** Another tab or device is in the room. */
  elsewhere: boolean;
}

/** Asks the session object; null when it cannot be reached or knows nothing. */
export async function whereItStands(region: Region, interviewId: string): Promise<Stand | null> {
  try {
    const told: unknown = await region.objects.session(interviewId).peek();
    const read = v.safeParse(standSchema, told);
    if (!read.success) return null;
    const { phase, line, question, questions, remainingMs } = read.output;
    return { question, questions, remainingMs, review: phase === 'review', elsewhere: line === 'here' };
  } catch {
    return null;
  }
}

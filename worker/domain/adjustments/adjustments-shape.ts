/** What can be arranged for one candidate's interview. One schema for the route, the database and the session. Pure. */
import * as v from 'valibot';
import { LIMITS } from '../../limits.ts';

const L = LIMITS.adjustment;

function whole(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

export const adjustmentsSchema = v.object({
  /** More time, for the whole interview and for each question in the same proportion. */
  extraTime: v.nullable(
    v.variant('by', [
      v.object({ by: v.literal('percent'), percent: whole(5, L.percentMax) }),
      v.object({ by: v.literal('minutes'), minutes: whole(1, L.minutesMax) }),
    ]),
  ),
  /** The interview begins in writing; nobody has to speak. */
  textOnly: v.boolean(),
  /** How many breaks there are in all, and how long each may be. */
  breaks: v.nullable(v.object({ count: whole(1, L.breaksMax), minutes: whole(1, L.breakMinutesMax) })),
  /** The interviewer's own sentences, and what is listened for; the questions stay as they are written. */
  language: v.nullable(v.picklist(['en', 'ar', 'hi'])),
  /** Until when the link opens. */
  until: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
  /** A person talks with the candidate instead; the interview ends. */
  person: v.boolean(),
});
export type Adjustments = v.InferOutput<typeof adjustmentsSchema>;

/** The newest arrangement of an interview, and which it is: 1 for the first. */
export interface Granted {
  number: number;
  adjustments: Adjustments;
}

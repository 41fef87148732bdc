/** What a person's card holds: a level, or none, and a reason for each criterion. A person answers for it by name. */
import * as v from 'valibot';

export const personJudgedSchema = v.object({
  criterionId: v.string(),
  /** Null: not enough evidence. */
  level: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
  reason: v.string(),
});

export const personCardSchema = v.object({ criteria: v.array(personJudgedSchema) });

export type PersonCard = v.InferOutput<typeof personCardSchema>;

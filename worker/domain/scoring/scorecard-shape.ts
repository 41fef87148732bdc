/** What a scorer's card holds, whoever the scorer is. A level without a quote is not a card. */
import * as v from 'valibot';

export const quoteSchema = v.object({ turnId: v.string(), text: v.string(), startMs: v.number(), endMs: v.number() });

export const judgedSchema = v.pipe(
  v.object({
    criterionId: v.string(),
    level: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
    /** Why there is no level: too little was said, or it was never asked; the second is nobody's fault. */
    outcome: v.optional(v.picklist(['scored', 'insufficient-evidence', 'not-asked'])),
    confidence: v.optional(v.picklist(['low', 'medium', 'high'])),
    reason: v.string(),
    quotes: v.array(quoteSchema),
  }),
  v.check(({ level, quotes }) => level === null || quotes.length > 0, 'A level needs a quote'),
);

export const cardSchema = v.object({
  digest: v.array(v.object({ text: v.string(), cites: v.array(quoteSchema) })),
  criteria: v.array(judgedSchema),
});

export type Quote = v.InferOutput<typeof quoteSchema>;
export type Judged = v.InferOutput<typeof judgedSchema>;
export type Card = v.InferOutput<typeof cardSchema>;

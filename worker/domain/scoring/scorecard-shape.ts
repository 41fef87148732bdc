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
    /** Of several runs: the highest level less the lowest. */
    spread: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4))),
    /** The runs do not agree: somebody has to look. */
    needsPerson: v.optional(v.boolean()),
    reason: v.string(),
    quotes: v.array(quoteSchema),
  }),
  v.check(({ level, quotes }) => level === null || quotes.length > 0, 'A level needs a quote'),
);

/** How a card was made, so that it can be made again and doubted. */
export const makingSchema = v.object({
  maker: v.string(),
  model: v.string(),
  promptVersion: v.string(),
  temperature: v.number(),
  runs: v.number(),
  /** The version of the plan, and so of its rubric. */
  planId: v.string(),
  /** Millionths of a dollar. */
  micros: v.number(),
});

export const cardSchema = v.object({
  made: v.optional(makingSchema),
  digest: v.array(v.object({ text: v.string(), cites: v.array(quoteSchema) })),
  criteria: v.array(judgedSchema),
});

export type Quote = v.InferOutput<typeof quoteSchema>;
export type Judged = v.InferOutput<typeof judgedSchema>;
export type Making = v.InferOutput<typeof makingSchema>;
export type Card = v.InferOutput<typeof cardSchema>;

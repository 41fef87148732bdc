/** What a model answers about one criterion, before anything of it is believed. */
import * as v from 'valibot';

const MOST_QUOTES = 12;
const MOST_CHARS = 4_000;

export const verdictSchema = v.object({
  /** 0 says that there is not enough to judge by. */
  level: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)),
  reason: v.pipe(v.string(), v.maxLength(MOST_CHARS)),
  quotes: v.pipe(
    v.array(
      v.object({ turn: v.pipe(v.string(), v.maxLength(40)), words: v.pipe(v.string(), v.maxLength(MOST_CHARS)) }),
    ),
    v.maxLength(MOST_QUOTES),
  ),
});
export type Verdict = v.InferOutput<typeof verdictSchema>;

/** The same for the provider: only keywords that every one of them takes. */
export const VERDICT_JSON_SCHEMA: Record<string, unknown> = {
  type: 'object',
  additionalProperties: false,
  required: ['level', 'reason', 'quotes'],
  properties: {
    level: { type: 'integer', enum: [0, 1, 2, 3, 4, 5] },
    reason: { type: 'string' },
    quotes: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['turn', 'words'],
        properties: { turn: { type: 'string' }, words: { type: 'string' } },
      },
    },
  },
};

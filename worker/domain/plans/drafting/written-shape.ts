/** What a model writes of a plan, step by step, before anything of it is believed; and the same for the provider. */
import * as v from 'valibot';

const MOST_CHARS = 4_000;
const MOST_ITEMS = 40;
const text = v.pipe(v.string(), v.maxLength(MOST_CHARS));
const list = <const T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(MOST_ITEMS));

/** First: what to talk about. */
export const outlineSchema = v.object({
  opening: text,
  topics: list(v.object({ section: text, criterion: text, short: text, weight: v.number(), source: text })),
});
export type WrittenOutline = v.InferOutput<typeof outlineSchema>;

/** Then, for each topic: what to ask, and what an answer is worth. */
export const topicSchema = v.object({
  questions: list(
    v.object({
      text,
      kind: v.picklist(['scripted', 'adaptive']),
      source: text,
      probe: v.object({ terms: list(text), say: text }),
    }),
  ),
  level1: text,
  level2: text,
  level3: text,
  level4: text,
  level5: text,
  indicators: list(text),
});
export type WrittenTopic = v.InferOutput<typeof topicSchema>;

const TEXT = { type: 'string' };

/** Every provider wants each key named as required and nothing besides. */
function object(properties: Record<string, Record<string, unknown>>): Record<string, unknown> {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}

export const OUTLINE_JSON_SCHEMA = object({
  opening: TEXT,
  topics: {
    type: 'array',
    items: object({ section: TEXT, criterion: TEXT, short: TEXT, weight: { type: 'integer' }, source: TEXT }),
  },
});

export const TOPIC_JSON_SCHEMA = object({
  questions: {
    type: 'array',
    items: object({
      text: TEXT,
      kind: { type: 'string', enum: ['scripted', 'adaptive'] },
      source: TEXT,
      probe: object({ terms: { type: 'array', items: TEXT }, say: TEXT }),
    }),
  },
  level1: TEXT,
  level2: TEXT,
  level3: TEXT,
  level4: TEXT,
  level5: TEXT,
  indicators: { type: 'array', items: TEXT },
});

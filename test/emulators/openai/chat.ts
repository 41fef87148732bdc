/** POST /chat/completions, streamed: the older API, as servers of one's own speak it. */
import {
  array,
  boolean,
  integer,
  literal,
  maxValue,
  minValue,
  nonEmpty,
  number,
  optional,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
  unknown,
  variant,
} from 'valibot';
import type { Brains } from '../brains.ts';
import type { Route } from '../door.ts';
import type { Answer } from '../faults.ts';
import { readJson } from './fields.ts';
import { checkModel } from './models.ts';
import { checkStrictSchema } from './strict-schema.ts';
import { events, newId, pieces, tokensIn } from './words.ts';

const CREATED_AT = 1_790_000_000;

const jsonSchema = strictObject({
  name: pipe(string(), regex(/^[a-zA-Z0-9_-]{1,64}$/)),
  description: optional(string()),
  schema: record(string(), unknown()),
  strict: literal(true),
});
const fieldsSchema = strictObject({
  model: pipe(string(), nonEmpty()),
  messages: pipe(
    array(strictObject({ role: picklist(['system', 'developer', 'user', 'assistant']), content: string() })),
    nonEmpty(),
  ),
  // The emulator knows the stream only.
  stream: literal(true),
  stream_options: optional(strictObject({ include_usage: optional(boolean()) })),
  max_tokens: optional(pipe(number(), integer(), minValue(1))),
  temperature: optional(pipe(number(), minValue(0), maxValue(2))),
  response_format: optional(
    variant('type', [
      strictObject({ type: literal('text') }),
      strictObject({ type: literal('json_schema'), json_schema: jsonSchema }),
    ]),
  ),
});

type End = 'stop' | 'length';

export function chat(path: RegExp, think: Brains['think']): Route {
  return {
    at: 'model',
    method: 'POST',
    path,
    async take(ask) {
      const fields = readJson(ask, fieldsSchema);
      const { model, messages, temperature, response_format } = fields;
      checkModel({ model, temperature });
      const wanted = response_format?.type === 'json_schema' ? response_format.json_schema : null;
      if (wanted !== null) checkStrictSchema(wanted.name, wanted.schema, 'response_format');
      const by = (user: boolean) =>
        messages
          .filter(({ role }) => (role === 'user') === user)
          .map(({ content }) => content)
          .join('\n');
      const asked = { instructions: by(false), input: by(true) };
      const usage = fields.stream_options?.include_usage === true;
      const told = (deltas: Record<string, unknown>[], end: End, text: string) =>
        stream(model, deltas, end, usage ? usageOf(asked.instructions + asked.input, text) : null);
      const limit = (fields.max_tokens ?? Number.POSITIVE_INFINITY) * 4;
      const words = (text: string) => pieces(text).map((content) => ({ content }));
      const thought = () => think({ ...asked, schema: wanted?.schema ?? null });
      return {
        body: fields,
        async answer() {
          const whole = await thought();
          const text = whole.slice(0, limit);
          return told(words(text), text === whole ? 'stop' : 'length', text);
        },
        refusal: () => told([{ refusal: 'I’m sorry, I can’t help with that.' }], 'stop', ''),
        async incomplete() {
          const whole = await thought();
          const text = whole.slice(0, Math.ceil(whole.length / 2));
          return told(words(text), 'length', text);
        },
      };
    },
  };
}

function stream(model: string, deltas: Record<string, unknown>[], end: End, usage: object | null): Answer {
  const head = { id: newId('chatcmpl'), object: 'chat.completion.chunk', created: CREATED_AT, model };
  const data = (value: unknown) => `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`;
  const choice = (delta: object, finish_reason: End | null) =>
    data({ ...head, choices: [{ index: 0, delta, finish_reason }] });
  return events([
    choice({ role: 'assistant', content: '' }, null),
    ...deltas.map((delta) => choice(delta, null)),
    choice({}, end),
    ...(usage === null ? [] : [data({ ...head, choices: [], usage })]),
    data('[DONE]'),
  ]);
}

function usageOf(asked: string, said: string) {
  const [prompt, completion] = [tokensIn(asked), tokensIn(said)];
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

/** POST /responses, streamed or at once: every event of a text answer, numbered, in the order of the service. */
import {
  boolean,
  integer,
  literal,
  maxLength,
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
import { responseOf, type Said, story } from './response-events.ts';
import { checkStrictSchema } from './strict-schema.ts';
import { events, json } from './words.ts';

const formatSchema = variant('type', [
  strictObject({ type: literal('text') }),
  strictObject({
    type: literal('json_schema'),
    name: pipe(string(), regex(/^[a-zA-Z0-9_-]{1,64}$/)),
    description: optional(string()),
    schema: record(string(), unknown()),
    strict: literal(true),
  }),
]);
const fieldsSchema = strictObject({
  model: pipe(string(), nonEmpty()),
  instructions: optional(string()),
  input: pipe(string(), nonEmpty()),
  // The service would keep it otherwise, and nobody here wants that.
  store: literal(false),
  stream: optional(boolean()),
  max_output_tokens: optional(pipe(number(), integer(), minValue(16))),
  temperature: optional(pipe(number(), minValue(0), maxValue(2))),
  reasoning: optional(
    strictObject({ effort: optional(picklist(['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'])) }),
  ),
  text: optional(strictObject({ format: optional(formatSchema) })),
  metadata: optional(record(string(), pipe(string(), maxLength(512)))),
});

export function responses(path: RegExp, think: Brains['think']): Route {
  return {
    at: 'model',
    method: 'POST',
    path,
    async take(ask) {
      const fields = readJson(ask, fieldsSchema);
      const { model, instructions = '', input, temperature, reasoning, text } = fields;
      const effort = reasoning?.effort;
      checkModel({ model, temperature, effort: effort && { param: 'reasoning.effort', value: effort } });
      const format = text?.format;
      if (format?.type === 'json_schema') checkStrictSchema(format.name, format.schema, 'text.format.schema');
      const schema = format?.type === 'json_schema' ? format.schema : null;
      const told = (said: Said): Answer =>
        fields.stream === true ? events(story(fields, said)) : json(responseOf(fields, said, 'ended'));
      const limit = (fields.max_output_tokens ?? Number.POSITIVE_INFINITY) * 4;
      const thought = () => think({ instructions, input, schema });
      return {
        body: fields,
        async answer() {
          const whole = await thought();
          return told(
            whole.length > limit ? { kind: 'cut', text: whole.slice(0, limit) } : { kind: 'text', text: whole },
          );
        },
        refusal: () => told({ kind: 'refusal', text: 'I’m sorry, I can’t help with that.' }),
        async incomplete() {
          const whole = await thought();
          return told({ kind: 'cut', text: whole.slice(0, Math.ceil(whole.length / 2)) });
        },
      };
    },
  };
}

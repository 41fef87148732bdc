/** POST /audio/speech: a text in, samples out, in chunks that end anywhere, also in the middle of a sample. */
import {
  literal,
  maxLength,
  minValue,
  nonEmpty,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot';
import { type Brains, tongueOf } from '../brains.ts';
import type { Route } from '../door.ts';
import { readJson } from './fields.ts';
import { headers, problem, refuse, unknownModel } from './words.ts';

const MODELS = /^(tts-1(-hd)?|gpt-4o-mini-tts(-\d{4}-\d\d-\d\d)?)$/;
const VOICES = 'alloy ash ballad coral echo fable onyx nova sage shimmer verse marin cedar'.split(' ');
/** Odd: about a tenth of a second and half a sample. */
const CHUNK_BYTES = 4801;

const fieldsSchema = strictObject({
  model: pipe(string(), nonEmpty()),
  input: pipe(string(), nonEmpty(), maxLength(4096)),
  voice: picklist(VOICES),
  instructions: optional(pipe(string(), maxLength(4096))),
  // The emulator makes no other sound than this.
  response_format: literal('pcm'),
  speed: optional(pipe(number(), minValue(0.25))),
  stream_format: optional(literal('audio')),
});

export function speech(path: RegExp, voice: Brains['voice']): Route {
  return {
    at: 'voice',
    method: 'POST',
    path,
    async take(ask) {
      const fields = readJson(ask, fieldsSchema);
      if (!MODELS.test(fields.model)) unknownModel(fields.model);
      if (fields.instructions !== undefined && fields.model.startsWith('tts-1'))
        refuse(400, {
          message: 'Instructions are not supported.',
          param: 'instructions',
          code: 'unsupported_parameter',
        });
      return {
        body: fields,
        refusal: () => problem(400, { message: 'This text was flagged.', code: 'content_policy_violation' }),
        async answer() {
          const pcm = await voice(fields.input, tongueOf(fields.input));
          const bytes = new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength);
          const chunks = Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, at) =>
            bytes.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES),
          );
          return { status: 200, headers: headers('audio/pcm'), chunks };
        },
      };
    },
  };
}

/** POST /audio/transcriptions: a form with a file of sound; JSON or a stream of events back. */
import { array, file, instance, nonEmpty, optional, picklist, pipe, regex, strictObject, string } from 'valibot';
import { type Brains, tongueOf } from '../brains.ts';
import type { Route, Taken } from '../door.ts';
import { checked, readForm } from './fields.ts';
import { events, json, pieces, problem, refuse, tokensIn, unknownModel } from './words.ts';

const MODELS = /^(whisper-1|gpt-transcribe|gpt-4o(-mini)?-transcribe(-\d{4}-\d\d-\d\d)?)$/;
const NEWEST = 'gpt-transcribe';
const RATE = 16_000;
const SHORTEST_S = 0.1;
/** As the service counts sound. */
const TOKENS_A_SECOND = 10;

const code = pipe(string(), regex(/^[a-z]{2}$/, 'an ISO-639-1 code'));
const fieldsSchema = strictObject({
  file: pipe(instance(File), file()),
  model: pipe(string(), nonEmpty()),
  language: optional(code),
  'languages[]': optional(pipe(array(code), nonEmpty())),
  'keywords[]': optional(pipe(array(pipe(string(), regex(/^[^<>\r\n]+$/))), nonEmpty())),
  prompt: optional(string()),
  response_format: optional(picklist(['json'])),
  stream: optional(picklist(['true', 'false'])),
  temperature: optional(pipe(string(), regex(/^(0(\.\d+)?|1(\.0+)?)$/))),
});

export function transcriptions(path: RegExp, ears: Brains['ears']): Route {
  return { at: 'ears', method: 'POST', path, take };

  async function take(ask: Parameters<Route['take']>[0]): Promise<Taken> {
    const fields = checked(await readForm(ask), fieldsSchema);
    if (!MODELS.test(fields.model)) unknownModel(fields.model);
    checkGeneration(fields);
    const pcm = samples(fields.file, new Uint8Array(await fields.file.arrayBuffer()));
    const seconds = pcm.length / RATE;
    if (seconds < SHORTEST_S)
      refuse(400, { message: 'Audio file is too short.', param: 'file', code: 'audio_too_short' });
    return {
      body: { ...fields, file: { name: fields.file.name, type: fields.file.type, bytes: fields.file.size } },
      refusal: () => problem(400, { message: 'This sound was flagged.', code: 'content_policy_violation' }),
      async answer() {
        const text = await ears(pcm);
        const usage = usageOf(fields.model, seconds, fields.prompt ?? '', text);
        const whole = { text, ...(fields.model === NEWEST ? { languages: languagesOf(text) } : {}) };
        // The oldest model does not stream, whatever was asked.
        if (fields.stream !== 'true' || fields.model === 'whisper-1') return json({ ...whole, usage });
        const data = (event: unknown) => `data: ${JSON.stringify(event)}\n\n`;
        return events([
          ...pieces(text).map((delta) => data({ type: 'transcript.text.delta', delta })),
          // The end of a stream tells tokens, and nothing of what is billed by its length.
          data({ type: 'transcript.text.done', ...whole, ...(usage.type === 'tokens' ? { usage } : {}) }),
        ]);
      },
    };
  }
}

/** The newest model takes hints in fields of its own, and its hints are taken by no other. */
function checkGeneration(fields: Record<string, unknown> & { model: string }): void {
  const others = fields.model === NEWEST ? ['language'] : ['languages[]', 'keywords[]'];
  const param = others.find((name) => fields[name] !== undefined);
  if (param !== undefined)
    refuse(400, { message: `'${param}' is not supported with this model.`, param, code: 'unsupported_parameter' });
}

function languagesOf(text: string): { code: string }[] {
  return text === '' ? [] : [{ code: tongueOf(text) }];
}

function usageOf(model: string, seconds: number, prompt: string, text: string) {
  if (model === 'whisper-1' || model === NEWEST) return { type: 'duration' as const, seconds };
  const details = { audio_tokens: Math.ceil(seconds * TOKENS_A_SECOND), text_tokens: tokensIn(prompt) };
  const input = details.audio_tokens + details.text_tokens;
  const output = tokensIn(text);
  return {
    type: 'tokens' as const,
    input_tokens: input,
    input_token_details: details,
    output_tokens: output,
    total_tokens: input + output,
  };
}

/** The service reads many formats; this emulator hears the one that we send. */
function samples(sound: File, bytes: Uint8Array): Int16Array {
  const wrong = (message: string): never => refuse(400, { message, param: 'file', code: 'invalid_value' });
  if (!/\.wav$/.test(sound.name) || !/^audio\/(x-)?wav$/.test(sound.type)) return wrong('Invalid file format.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 44 || word(0) !== 'RIFF' || word(8) !== 'WAVE' || word(12) !== 'fmt ' || word(36) !== 'data')
    return wrong('The audio file could not be decoded.');
  const [format, channels, bits] = [view.getUint16(20, true), view.getUint16(22, true), view.getUint16(34, true)];
  const [rate, perSecond, block] = [view.getUint32(24, true), view.getUint32(28, true), view.getUint16(32, true)];
  const length = view.getUint32(40, true);
  const consistent =
    perSecond === rate * block && block === (channels * bits) / 8 && view.getUint32(4, true) === bytes.length - 8;
  if (!consistent || length !== bytes.length - 44 || length % 2 !== 0)
    return wrong('The audio file is corrupted: its header does not fit its length.');
  if (format !== 1 || channels !== 1 || bits !== 16 || rate !== RATE)
    return wrong('This emulator hears mono sound of 16 bits at 16 kHz.');
  return new Int16Array(bytes.slice(44).buffer);
}

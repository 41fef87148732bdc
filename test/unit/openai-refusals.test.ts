/** What OpenAI's emulator refuses: whatever the service would not understand, by name. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wavOf } from '../../worker/providers/speech/wav.ts';
import { type Door, openDoor } from '../emulators/door.ts';
import { openAiEmulator } from '../emulators/openai/emulator.ts';

const KEY = 'sk-of-the-refusal-tests';

let door: Door;
beforeAll(async () => {
  door = await openDoor(
    openAiEmulator({ ears: async () => 'Yes.', voice: async () => new Int16Array(9), think: async () => 'Why?' }),
  );
});
afterAll(() => door.close());

interface Refusal {
  status: number;
  param: unknown;
  code: unknown;
}

async function asked(path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Refusal | 'taken'> {
  const answer = await fetch(`${door.url}${path}`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${KEY}`, ...headers },
  });
  const text = await answer.text();
  if (answer.status === 200) return 'taken';
  const { error } = JSON.parse(text);
  expect(error).toEqual({
    message: expect.any(String),
    type: expect.any(String),
    param: error.param,
    code: error.code,
  });
  return { status: answer.status, param: error.param, code: error.code };
}

const json = (path: string, body: object) => asked(path, JSON.stringify(body), { 'content-type': 'application/json' });

const THOUGHT = { model: 'gpt-6-luna', input: 'Hello.', store: false };
const format = (schema: object) => ({ format: { type: 'json_schema', name: 'verdict', strict: true, schema } });
const OBJECT = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false };

test.each([
  ['a field of another time', { ...THOUGHT, tempo: 'slow' }, 400, 'tempo', 'unknown_parameter'],
  ['no model', { input: 'Hello.', store: false }, 400, 'model', 'missing_required_parameter'],
  ['a number as text', { ...THOUGHT, temperature: '1' }, 400, 'temperature', 'invalid_type'],
  ['too hot', { ...THOUGHT, temperature: 3 }, 400, 'temperature', 'invalid_value'],
  ['a limit below the least', { ...THOUGHT, max_output_tokens: 8 }, 400, 'max_output_tokens', 'invalid_value'],
  ['kept by the service', { ...THOUGHT, store: true }, 400, 'store', 'invalid_type'],
  ['a model that is not there', { ...THOUGHT, model: 'llama' }, 404, 'model', 'model_not_found'],
  ['a model at another temperature', { ...THOUGHT, model: 'o3', temperature: 0 }, 400, 'temperature', null],
  [
    'a schema that is open',
    { ...THOUGHT, text: format({ ...OBJECT, additionalProperties: true }) },
    400,
    'text.format.schema',
    'invalid_json_schema',
  ],
  [
    'a schema with a choice',
    { ...THOUGHT, text: format({ ...OBJECT, required: [] }) },
    400,
    'text.format.schema',
    'invalid_json_schema',
  ],
  [
    'a schema that is no object',
    { ...THOUGHT, text: format({ type: 'string' }) },
    400,
    'text.format.schema',
    'invalid_json_schema',
  ],
  [
    'a schema with oneOf',
    { ...THOUGHT, text: format({ ...OBJECT, properties: { a: { oneOf: [] } } }) },
    400,
    'text.format.schema',
    'invalid_json_schema',
  ],
])('a thought with %s', async (_, body, status, param, code) => {
  expect(await json('/v1/responses', body)).toEqual({ status, param, code });
});

test('a thought of the right form is taken', async () => {
  expect(await json('/v1/responses', { ...THOUGHT, text: format(OBJECT) })).toBe('taken');
});

const SPOKEN = { model: 'gpt-4o-mini-tts', voice: 'marin', input: 'Hello.', response_format: 'pcm' };

test.each([
  ['too much text', { ...SPOKEN, input: 'a'.repeat(4097) }, 'input', 'invalid_value'],
  ['no text', { ...SPOKEN, input: '' }, 'input', 'invalid_value'],
  ['a voice of somebody else', { ...SPOKEN, voice: 'Kore' }, 'voice', 'invalid_type'],
  [
    'directions to a model that takes none',
    { ...SPOKEN, model: 'tts-1', instructions: 'Softly.' },
    'instructions',
    'unsupported_parameter',
  ],
])('speech with %s', async (_, body, param, code) => {
  expect(await json('/v1/audio/speech', body)).toEqual({ status: 400, param, code });
});

function form(changes: Record<string, string | File | null> = {}): FormData {
  const data = new FormData();
  const fields = { file: wav(), model: 'gpt-4o-transcribe', ...changes };
  for (const [name, value] of Object.entries(fields)) if (value !== null) data.set(name, value);
  return data;
}

function wav(
  bytes: Uint8Array<ArrayBuffer> = wavOf(new Int16Array(8000), 16_000),
  name = 'a.wav',
  type = 'audio/wav',
): File {
  return new File([bytes], name, { type });
}

function changed(at: number, value: number): File {
  const bytes = wavOf(new Int16Array(8000), 16_000);
  new DataView(bytes.buffer).setUint32(at, value, true);
  return wav(bytes);
}

test.each([
  ['no sound', { file: null }, 'file', 'missing_required_parameter'],
  ['text for sound', { file: 'la la la' }, 'file', 'invalid_type'],
  ['sound below a tenth of a second', { file: wav(wavOf(new Int16Array(800), 16_000)) }, 'file', 'audio_too_short'],
  ['a name that tells no format', { file: wav(undefined, 'sound') }, 'file', 'invalid_value'],
  ['another type', { file: wav(undefined, 'a.wav', 'text/plain') }, 'file', 'invalid_value'],
  ['a length that is not so', { file: changed(40, 99) }, 'file', 'invalid_value'],
  ['a rate that does not fit', { file: changed(24, 48_000) }, 'file', 'invalid_value'],
  ['a language with its country', { language: 'ar-SA' }, 'language', 'invalid_value'],
  ['a field of another time', { speakers: '2' }, 'speakers', 'unknown_parameter'],
  ['a list for an older model', { 'languages[]': 'ar' }, 'languages[]', 'unsupported_parameter'],
  ['one language for the newest', { model: 'gpt-transcribe', language: 'ar' }, 'language', 'unsupported_parameter'],
  ['a mark in a keyword', { model: 'gpt-transcribe', 'keywords[]': '<b>' }, 'keywords[].0', 'invalid_value'],
])('sound to write down with %s', async (_, changes, param, code) => {
  expect(await asked('/v1/audio/transcriptions', form(changes))).toEqual({ status: 400, param, code });
});

test('the same field twice, and sound that is no form, are refused', async () => {
  const twice = form();
  twice.append('model', 'whisper-1');
  expect(await asked('/v1/audio/transcriptions', twice)).toMatchObject({ status: 400, param: 'model' });
  const raw = await asked('/v1/audio/transcriptions', wavOf(new Int16Array(8000), 16_000), {
    'content-type': 'audio/wav',
  });
  expect(raw).toMatchObject({ status: 400, code: 'unsupported_content_type' });
  expect(await asked('/v1/audio/transcriptions', form())).toBe('taken');
});

test('no key, a key of another service, another content type and a path that leads nowhere are refused', async () => {
  const body = JSON.stringify(THOUGHT);
  const type = { 'content-type': 'application/json' };
  expect(await asked('/v1/responses', body, { ...type, authorization: 'Bearer AIza' })).toMatchObject({
    status: 401,
    code: 'invalid_api_key',
  });
  const bare = await fetch(`${door.url}/v1/responses`, { method: 'POST', body, headers: type });
  expect(bare.status).toBe(401);
  expect(await asked('/v1/responses', body, { 'content-type': 'text/plain' })).toMatchObject({ status: 400 });
  expect(await asked('/v1/responses', '{', type)).toMatchObject({ status: 400 });
  expect(await asked('/responses', body, type)).toMatchObject({ status: 404 });
  expect(await asked('/older/v1/responses', body, type)).toMatchObject({ status: 404 });
});

/** Google's own SDK as a client of the emulator, and the emulator's answers read by Google's own descriptors. */
import { GoogleGenAI, type LiveServerMessage, Modality } from '@google/genai/web';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { wavOf } from '../../worker/providers/speech/wav.ts';
import type { Brains } from '../emulators/brains.ts';
import { type Door, openDoor } from '../emulators/door.ts';
import { messageOf } from '../emulators/gemini/descriptors.ts';
import { geminiEmulator } from '../emulators/gemini/emulator.ts';
import { faultsIn } from '../emulators/gemini/strict-json.ts';
import { think } from '../emulators/think.ts';

const SAID = 'I called the other shop before I told anyone to wait.';
const brains: Brains = {
  ears: async (pcm) => (pcm.some((sample) => sample !== 0) ? SAID : ''),
  voice: async (text) => new Int16Array(text.length * 600).fill(1000),
  think,
};
const key = 'AIza-the-sdk';

let door: Door;
let client: GoogleGenAI;
beforeAll(async () => {
  door = await openDoor(geminiEmulator(brains));
  client = new GoogleGenAI({ apiKey: key, httpOptions: { baseUrl: door.url, apiVersion: 'v1beta' } });
});
afterAll(() => door.close());

test('the SDK thinks, whole and in pieces', async () => {
  const asked = { model: 'gemini-3.8-flash', contents: `He said: ${SAID}` };
  const whole = await client.models.generateContent(asked);
  expect(whole.text).toContain('called the other shop');
  let text = '';
  for await (const piece of await client.models.generateContentStream(asked)) text += piece.text ?? '';
  expect(text).toBe(whole.text);
});

test('the SDK hears and speaks', async () => {
  const data = Buffer.from(wavOf(new Int16Array(16_000).fill(1000), 16_000)).toString('base64');
  const heard = await client.models.generateContent({
    model: 'gemini-3.5-transcribe',
    contents: [{ role: 'user', parts: [{ inlineData: { mimeType: 'audio/wav', data } }] }],
    config: { audioTranscriptionConfig: { languageCodes: ['en-US'], customVocabulary: ['depot'] } },
  });
  expect(heard.text).toBe(SAID);
  const spoken = await client.models.generateContent({
    model: 'gemini-3.8-flash-tts',
    contents: 'What happened then?',
    config: {
      responseModalities: [Modality.AUDIO],
      speechConfig: { voiceConfig: { prebuiltVoiceConfig: { voiceName: 'Kore' } } },
    },
  });
  const [part] = spoken.candidates?.[0]?.content?.parts ?? [];
  expect(part?.inlineData?.mimeType).toBe('audio/L16;codec=pcm;rate=24000');
});

test('the SDK holds a conversation', async () => {
  const frames: LiveServerMessage[] = [];
  const over = Promise.withResolvers<void>();
  const session = await client.live.connect({
    model: 'gemini-3.8-live',
    config: {
      responseModalities: [Modality.AUDIO],
      inputAudioTranscription: {},
      outputAudioTranscription: {},
      realtimeInputConfig: { automaticActivityDetection: { disabled: true } },
      sessionResumption: {},
    },
    callbacks: {
      onmessage(frame) {
        frames.push(frame);
        if (frame.serverContent?.turnComplete) over.resolve();
      },
      onclose: ({ reason }) => over.reject(new Error(reason)),
    },
  });
  session.sendRealtimeInput({ activityStart: {} });
  const data = Buffer.from(new Int16Array(1600).fill(1000).buffer).toString('base64');
  session.sendRealtimeInput({ audio: { data, mimeType: 'audio/pcm;rate=16000' } });
  session.sendRealtimeInput({ activityEnd: {} });
  await over.promise;
  const content = frames.flatMap((frame) => frame.serverContent ?? []);
  expect(content.map((one) => one.inputTranscription?.text ?? '').join('')).toBe(SAID);
  expect(content.map((one) => one.outputTranscription?.text ?? '').join('')).toContain('called the other shop');
  expect(content.some((one) => one.modelTurn?.parts?.[0]?.inlineData?.mimeType === 'audio/pcm;rate=24000')).toBe(true);
  expect(content.filter((one) => one.generationComplete)).toHaveLength(1);
  expect(frames.some((frame) => frame.sessionResumptionUpdate?.newHandle)).toBe(true);
  const type = messageOf('v1beta', 'BidiGenerateContentServerMessage');
  for (const frame of frames) expect(type && faultsIn(type, JSON.parse(JSON.stringify(frame)))).toEqual([]);
  session.close();
});

describe('what breaks the contract is refused', () => {
  const asked = { contents: [{ role: 'user', parts: [{ text: 'Hello.' }] }] };
  const speech = {
    responseModalities: ['AUDIO'],
    speechConfig: { voiceConfig: { prebuiltVoiceConfig: { voiceName: 'Kore' } } },
  };
  const ask = (path: string, body: unknown, headers: Record<string, string> = { 'x-goog-api-key': key }) =>
    fetch(`${door.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const flash = '/v1beta/models/gemini-3.8-flash:generateContent';
  const config = (generationConfig: object) => ({ ...asked, generationConfig });

  test.each([
    ['no JSON', flash, '{"contents":', 400],
    ['an unknown field', flash, { ...asked, extra: 1 }, 400],
    ['an unknown field deep inside', flash, { contents: [{ parts: [{ text: 'a', colour: 'red' }] }] }, 400],
    ['a name in the style of Python', flash, { ...asked, system_instruction: { parts: [] } }, 400],
    ['an enum that is none', flash, config({ responseModalities: ['SONG'] }), 400],
    [
      'two of a oneof',
      flash,
      { contents: [{ parts: [{ text: 'a', inlineData: { mimeType: 'audio/wav', data: '' } }] }] },
      400,
    ],
    [
      'base64 that is none',
      flash,
      { contents: [{ parts: [{ inlineData: { mimeType: 'audio/wav', data: '%' } }] }] },
      400,
    ],
    ['a number as a text', flash, config({ maxOutputTokens: 'many' }), 400],
    ['a fraction of a token', flash, config({ maxOutputTokens: 1.5 }), 400],
    ['no contents', flash, { contents: [] }, 400],
    ['a role that is none', flash, { contents: [{ role: 'system', parts: [{ text: 'a' }] }] }, 400],
    ['a schema without its type', flash, config({ responseJsonSchema: { type: 'object' } }), 400],
    ['too warm', flash, config({ temperature: 3 }), 400],
    ['levels and a budget', flash, config({ thinkingConfig: { thinkingLevel: 'LOW', thinkingBudget: 9 } }), 400],
    [
      'a level before levels',
      '/v1beta/models/gemini-2.5-flash:generateContent',
      config({ thinkingConfig: { thinkingLevel: 'LOW' } }),
      400,
    ],
    [
      'instructions in version 1',
      '/v1/models/gemini-3.8-flash:generateContent',
      { ...asked, systemInstruction: { parts: [] } },
      400,
    ],
    [
      'a temperature for a voice',
      '/v1beta/models/gemini-3.8-flash-tts:generateContent',
      config({ ...speech, temperature: 1 }),
      400,
    ],
    ['a voice that writes', '/v1beta/models/gemini-3.8-flash-tts:generateContent', asked, 400],
    ['sound from a model that writes', flash, config(speech), 400],
    [
      'a sound that is no WAV',
      '/v1beta/models/gemini-3.5-transcribe:generateContent',
      { contents: [{ parts: [{ inlineData: { mimeType: 'audio/wav', data: 'AAAA' } }] }] },
      400,
    ],
    ['a stream that is not of events', '/v1beta/models/gemini-3.8-flash:streamGenerateContent', asked, 400],
    ['a model that is not there', '/v1beta/models/gemini-9:generateContent', asked, 404],
    ['a method that is not there', '/v1beta/models/gemini-3.8-flash:think', asked, 404],
    ['a version that is not there', '/v7/models/gemini-3.8-flash:generateContent', asked, 404],
  ])('%s', async (_, path, body, status) => {
    const answer = await ask(path, body);
    expect(answer.status).toBe(status);
    await answer.text();
  });

  test('a call without a key, and one with a wrong one', async () => {
    expect(await (await ask(flash, asked, {})).json()).toMatchObject({ error: { status: 'PERMISSION_DENIED' } });
    const wrong = await (await ask(flash, asked, { 'x-goog-api-key': 'sk-other' })).json();
    expect(wrong).toMatchObject({ error: { details: [{ reason: 'API_KEY_INVALID' }] } });
    expect((await ask(`${flash}?key=${key}`, asked, {})).status).toBe(200);
  });
});

describe('what breaks the contract of a live talk ends it', () => {
  const address = () =>
    `${door.url.replace('http', 'ws')}/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent`;
  const setup = {
    model: 'models/gemini-3.8-live',
    generationConfig: { responseModalities: ['AUDIO'] },
    realtimeInputConfig: { automaticActivityDetection: { disabled: true } },
  };
  const start = { realtimeInput: { activityStart: {} } };
  const audio = (mimeType = 'audio/pcm;rate=16000', data = 'AAAAAA==') => ({
    realtimeInput: { audio: { mimeType, data } },
  });

  /** Sends the frames one after the other, from the second on when the setup is complete; how the line ends. */
  function ended(frames: object[], waits = true): Promise<{ code: number; reason: string }> {
    const socket = new WebSocket(address(), { headers: { 'x-goog-api-key': key } });
    const [first, ...rest] = frames;
    const say = (frame: unknown) => socket.send(JSON.stringify(frame));
    socket.on('open', () => {
      say(first);
      if (!waits) rest.forEach(say);
    });
    socket.once('message', () => {
      if (waits) rest.forEach(say);
    });
    return new Promise((done) => {
      socket.on('close', (code, reason) => done({ code, reason: String(reason) }));
    });
  }
  const withSetup = (more: object) => [{ setup: { ...setup, ...more } }];

  test.each([
    ['anything before the setup', [start], 1007],
    ['a second setup', [{ setup }, { setup }], 1007],
    ['a frame of two kinds', [{ setup, realtimeInput: {} }], 1007],
    ['an unknown field', withSetup({ voice: 'Kore' }), 1007],
    ['a model that is not there', withSetup({ model: 'models/gemini-1-live' }), 1008],
    ['a model that does not talk', withSetup({ model: 'models/gemini-3.8-flash' }), 1008],
    ['an answer in writing', withSetup({ generationConfig: { responseModalities: ['TEXT'] } }), 1007],
    [
      'a level of thinking',
      withSetup({ generationConfig: { responseModalities: ['AUDIO'], thinkingConfig: { thinkingLevel: 'LOW' } } }),
      1007,
    ],
    ['proactivity that is off', withSetup({ proactivity: { proactiveAudio: false } }), 1007],
    [
      'a language without a voice',
      withSetup({ generationConfig: { responseModalities: ['AUDIO'], speechConfig: { languageCode: 'tlh' } } }),
      1007,
    ],
    ['a handle that is not known', withSetup({ sessionResumption: { handle: 'h' } }), 1007],
    ['sound outside of an activity', [{ setup }, audio()], 1007],
    ['sound of another rate', [{ setup }, start, audio('audio/pcm;rate=24000')], 1007],
    ['half a sample', [{ setup }, start, audio(undefined, 'AAAA')], 1007],
    ['sound that is no base64', [{ setup }, start, audio(undefined, '%%')], 1007],
    ['two starts', [{ setup }, start, start], 1007],
    ['an end without a start', [{ setup }, { realtimeInput: { activityEnd: {} } }], 1007],
    ['two things at once', [{ setup }, { realtimeInput: { activityStart: {}, text: 'a' } }], 1007],
    ['media chunks', [{ setup }, { realtimeInput: { mediaChunks: [] } }], 1007],
    [
      'an answer to no call',
      [{ setup }, { toolResponse: { functionResponses: [{ id: 'a', name: 'go_on', response: {} }] } }],
      1007,
    ],
    [
      'history that was announced and did not come',
      [...withSetup({ historyConfig: { initialHistoryInClientContent: true } }), start],
      1007,
    ],
    ['activities beside the service’s own detection', [...withSetup({ realtimeInputConfig: {} }), start], 1007],
  ])('%s', async (_, frames, code) => {
    const end = await ended(frames);
    expect(end.code).toBe(code);
    expect(Buffer.byteLength(end.reason)).toBeLessThanOrEqual(123);
  });

  test('whoever does not wait for the setup to be complete', async () => {
    expect(await ended([{ setup }, start], false)).toMatchObject({ code: 1007 });
  });

  test('an address that is none, and a key that is none', async () => {
    const status = (path: string, whose: string) =>
      new Promise((done) => {
        const socket = new WebSocket(path, { headers: { 'x-goog-api-key': whose } });
        socket.on('unexpected-response', (_, answer) => done(answer.statusCode));
        socket.on('error', () => {});
      });
    expect(await status(`${address()}Constrained`, key)).toBe(404);
    expect(await status(address(), 'sk-other')).toBe(401);
  });

  test('a line is left after its time, with notice', async () => {
    const short = await openDoor(geminiEmulator(brains, { connectionMs: 60, leavesMs: 40 }));
    const socket = new WebSocket(address().replace(/^ws:\/\/[^/]+/, short.url.replace('http', 'ws')), {
      headers: { 'x-goog-api-key': key },
    });
    const frames: unknown[] = [];
    socket.on('open', () => socket.send(JSON.stringify({ setup })));
    socket.on('message', (frame) => frames.push(JSON.parse(String(frame))));
    const code = await new Promise((done) => socket.on('close', done));
    expect(frames).toEqual([{ setupComplete: {} }, { goAway: { timeLeft: '0.04s' } }]);
    expect(code).toBe(1011);
    await short.close();
  });
});

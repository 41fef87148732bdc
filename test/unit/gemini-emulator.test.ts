/** Google's own SDK as a client of the emulator, and the emulator's answers read by Google's own descriptors. */
import { GoogleGenAI, type LiveServerMessage, Modality } from '@google/genai/web';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  listen: async () => ({ push: () => {}, text: () => '', end: () => '' }),
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

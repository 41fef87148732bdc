/** The emulated ears hear: words come from what a sound contains, and from nothing else. */
import { beforeAll, describe, expect, test } from 'vitest';
import { freshCoder, packSound, SOUND_KIND, unpackSound } from '../../durable-objects/interview/protocol-sound.ts';
import { INTERVIEWER_VOICE, SPEECH_RATE, synthesise, type Voice } from '../../worker/local/speech.ts';
import { type Library, library, SPEAKERS } from '../emulators/ears/library.ts';
import { listener, recognise } from '../emulators/ears/listener.ts';
import { asInt16, resampled } from '../emulators/ears/resample.ts';
import { SENTENCES } from '../emulators/ears/sentences.ts';
import { ANSWERS, QUESTIONS } from '../journeys/short-plan.ts';

const RATE = 16_000;
const FRAME = 1600;

let known: Library;

beforeAll(async () => {
  known = await library([...ANSWERS.map((text) => ({ text, language: 'en' as const })), ...SENTENCES]);
}, 60_000);

async function spoken(texts: readonly string[], voice?: Voice): Promise<Float32Array> {
  return (await synthesise(texts, voice)).pcm;
}

/** From a file over a sound card of another rate to the room. */
function throughMicrophone(sound: Float32Array, gain = 0.4): Float32Array {
  const card = resampled(resampled(sound, SPEECH_RATE, 44_100), 44_100, SPEECH_RATE);
  return resampled(card, SPEECH_RATE, RATE).map((sample) => sample * gain);
}

function overTheWire(pcm: Int16Array): Int16Array {
  const coder = freshCoder();
  const arrived = new Int16Array(pcm.length);
  for (let at = 0; at < pcm.length; at += FRAME) {
    const frame = { kind: SOUND_KIND.microphone, seq: 1, stretch: 1, timeMs: 0, last: false };
    const packed = packSound({ ...frame, pcm: pcm.subarray(at, at + FRAME) }, coder);
    arrived.set(unpackSound(packed)?.pcm ?? [], at);
  }
  return arrived;
}

/** White noise, the same each time. */
function noise(samples: number, loudness: number): Float32Array {
  let seed = 1;
  return Float32Array.from({ length: samples }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (seed / 1_073_741_824 - 1) * Math.sqrt(3) * loudness;
  });
}

function inNoise(sound: Float32Array, decibels: number): Float32Array {
  const power = sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length;
  const behind = noise(sound.length, Math.sqrt(power) * 10 ** (-decibels / 20));
  return sound.map((sample, index) => sample + (behind[index] ?? 0));
}

describe('what a known voice says', () => {
  test.each([ANSWERS[0], ANSWERS[1], SENTENCES[4]?.text ?? ''])('arrives word for word: %s', async (text) => {
    const sound = throughMicrophone(await spoken([text]));
    expect(recognise(known, overTheWire(asInt16(sound)))).toBe(text);
    expect(recognise(known, overTheWire(asInt16(inNoise(sound, 15))))).toBe(text);
  });

  test.each(SENTENCES.filter((one) => one.language !== 'en'))('in $language as well', async ({ text, language }) => {
    const sound = throughMicrophone(await spoken([text], SPEAKERS[language]));
    expect(recognise(known, overTheWire(asInt16(sound)))).toBe(text);
  });

  test('several texts in one stretch come in the order in which they were said', async () => {
    const texts = [SENTENCES[2]?.text ?? '', ANSWERS[0], SENTENCES[7]?.text ?? ''];
    expect(recognise(known, asInt16(throughMicrophone(await spoken(texts))))).toBe(texts.join(' '));
  });

  test.each([ANSWERS[1], ...SENTENCES.slice(0, 4).map(({ text }) => text)])(
    'a text whose sentences come with other pauses: %s',
    async (text) => {
      expect(recognise(known, asInt16(throughMicrophone(await spoken(sentencesOf(text)))))).toBe(text);
    },
  );

  test('a stretch that begins inside a text and ends inside it has the words between', async () => {
    const { pcm, sentences } = await synthesise(sentencesOf(ANSWERS[1]));
    const second = sentences[1];
    const cut = pcm.subarray(samples(second?.startMs), samples(second?.endMs));
    expect(recognise(known, overTheWire(asInt16(throughMicrophone(cut))))).toBe(second?.text);
  });

  test('it is quiet about a sentence that breaks off, from there on', async () => {
    const { pcm, sentences } = await synthesise(sentencesOf(ANSWERS[1]));
    const broken = throughMicrophone(pcm).fill(0, (samples(sentences[2]?.startMs) * RATE) / SPEECH_RATE);
    expect(recognise(known, asInt16(broken))).toBe(sentencesOf(ANSWERS[1]).slice(0, 2).join(' '));
  });

  test('a sound card that stumbles costs no word', { timeout: 30_000 }, async () => {
    const sound = throughMicrophone(await spoken([ANSWERS[0]]));
    for (let at = 0.6; at < 4; at += 0.47) {
      const [from, to] = [Math.round(at * RATE), Math.round((at + 0.03) * RATE)];
      const dropped = Float32Array.from([...sound.subarray(0, from), ...sound.subarray(to)]);
      const late = Float32Array.from([
        ...sound.subarray(0, from),
        ...new Float32Array(to - from),
        ...sound.subarray(from),
      ]);
      expect(recognise(known, asInt16(dropped))).toBe(ANSWERS[0]);
      expect(recognise(known, asInt16(late))).toBe(ANSWERS[0]);
    }
  });

  test('piece by piece, words come while it is spoken and none is taken back', async () => {
    const sound = asInt16(throughMicrophone(await spoken([ANSWERS[1]])));
    const ears = listener(known);
    const steps: string[] = [];
    for (let at = 0; at < sound.length; at += FRAME) {
      ears.push(sound.subarray(at, at + FRAME));
      steps.push(ears.text());
    }
    for (const [index, text] of steps.entries()) expect(text.startsWith(steps[index - 1] ?? '')).toBe(true);
    expect(steps[Math.floor(steps.length / 2)]).toMatch(/^A pharmacist was shouting/);
    expect(ears.end()).toBe(ANSWERS[1]);
  });
});

describe('what is not known gives no words', () => {
  test.each([
    ['silence', () => new Float32Array(RATE * 3)],
    ['noise', () => noise(RATE * 5, 0.1)],
    ['a tone', () => Float32Array.from({ length: RATE * 3 }, (_, at) => 0.3 * Math.sin((at * 440 * 6.283) / RATE))],
    ['keys', () => Float32Array.from({ length: RATE * 5 }, (_, at) => (at % 3200 < 60 ? 0.5 - (at % 2) : 0))],
  ])('%s', (_, sound) => {
    expect(recognise(known, asInt16(sound()))).toBe('');
  });

  test('another sentence of the same voice', async () => {
    const sound = await spoken(['We never had a budget for travel. My mother taught physics in a town by the sea.']);
    expect(recognise(known, asInt16(throughMicrophone(sound)))).toBe('');
  });

  test('the interviewer in the loudspeaker', async () => {
    const sound = await spoken(QUESTIONS, INTERVIEWER_VOICE);
    expect(recognise(known, asInt16(throughMicrophone(sound)))).toBe('');
  });
});

function sentencesOf(text: string): string[] {
  return text.match(/[^.?!]+[.?!]/g)?.map((sentence) => sentence.trim()) ?? [];
}

function samples(ms = 0): number {
  return Math.round((ms * SPEECH_RATE) / 1000);
}

/** The speech port: what the product relies on, of every maker of ears and voices alike. */
import { describe, expect, test } from 'vitest';
import type { Usage, UsageUnit } from '../../worker/domain/spend/usage-shape.ts';
import type { Maker } from '../../worker/provider-faults.ts';
import { EAR_RATE, type Ears, VOICE_RATE, type Voice } from '../../worker/providers/speech/speech.ts';
import type { Patience } from '../../worker/providers/stream-guard.ts';
import { freshKey } from './emulator-control.ts';
import { CUT_ROW, FAULT_ROWS, faultOf, PATIENT } from './provider-faults.ts';

export interface SpeechMaker {
  name: string;
  maker: Maker;
  /** Where its emulator is and how the keys begin that it takes; null: the real service, with its own key. */
  emulator: { url: string; keys: string } | null;
  ears(key: string, patience: Patience): Ears;
  voice(key: string, patience: Patience): Voice;
  /** What its answers are billed by. */
  units: { ears: UsageUnit[]; voice: UsageUnit[] };
  /** Whether its voice's answer says how it ends, so that half of it is not taken for all. */
  voiceSaysItsEnd: boolean;
}

const SENTENCE = 'I rebuilt the night shift from the ground up.';
const never = () => new AbortController().signal;

export function speechSuite(made: SpeechMaker): void {
  const line = () => freshKey(made.emulator?.url ?? '', made.emulator?.keys ?? '');

  describe(`speech by ${made.name}`, () => {
    test('what the voice says, the ears write down', async () => {
      const { key } = line();
      const spent: Usage[] = [];
      const chunks: Int16Array[] = [];
      const voice = made.voice(key, PATIENT);
      for await (const chunk of voice.speak({
        text: SENTENCE,
        language: 'en',
        signal: never(),
        onUsage: (usage) => spent.push(usage),
      }))
        chunks.push(chunk);
      const samples = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
      expect(chunks.length).toBeGreaterThan(1);
      expect(samples / VOICE_RATE).toBeGreaterThan(1);
      expect(spent.map(({ unit }) => unit).sort()).toEqual([...made.units.voice].sort());
      expect(spent.every(({ maker, model }) => maker === made.maker && model === voice.model)).toBe(true);

      const partials: string[] = [];
      const heard: Usage[] = [];
      const text = await made.ears(key, PATIENT).hear({
        pcm: forEars(joined(chunks)),
        language: 'en',
        hints: ['night shift'],
        signal: never(),
        onPartial: (partial) => partials.push(partial),
        onUsage: (usage) => heard.push(usage),
      });
      expect(plain(text)).toBe(plain(SENTENCE));
      expect(partials.every((partial, at) => partial.startsWith(partials[at - 1] ?? ''))).toBe(true);
      expect(plain(partials.at(-1) ?? '')).toBe(plain(SENTENCE));
      expect(heard.map(({ unit }) => unit).sort()).toEqual([...made.units.ears].sort());
      expect(heard.every(({ amount }) => amount > 0)).toBe(true);
    });

    test('the name of a voice tells maker, model and voice', () => {
      const voice = made.voice('sk-a', PATIENT);
      expect(voice.name).toMatch(new RegExp(`^${made.maker}/${voice.model}/\\w+$`));
    });
  });

  if (made.emulator === null) return;

  describe(`speech by ${made.name}, when something is wrong`, () => {
    const hear = (key: string, patience: Patience, signal = never()) =>
      made.ears(key, patience).hear({ pcm: aTone(), language: 'en', hints: [], signal, onUsage: () => {} });
    const say = async (key: string, patience: Patience, signal = never()) => {
      let samples = 0;
      const voice = made.voice(key, patience);
      for await (const chunk of voice.speak({ text: 'Hello there.', language: 'en', signal, onUsage: () => {} }))
        samples += chunk.length;
      return samples;
    };

    test.each([...FAULT_ROWS, CUT_ROW])('ears: $fault is $kind', async ({ fault, kind, retryAfterMs, patience }) => {
      const { key, fails } = line();
      await fails('ears', fault);
      expect(await faultOf(hear(key, patience))).toMatchObject({ maker: made.maker, kind, retryAfterMs });
      expect(await hear(key, PATIENT)).toBe('');
    });

    test.each([...FAULT_ROWS, ...(made.voiceSaysItsEnd ? [CUT_ROW] : [])])(
      'voice: $fault is $kind',
      async ({ fault, kind, retryAfterMs, patience }) => {
        const { key, fails } = line();
        await fails('voice', fault);
        expect(await faultOf(say(key, patience))).toMatchObject({ maker: made.maker, kind, retryAfterMs });
        expect(await say(key, PATIENT)).toBeGreaterThan(0);
      },
    );

    test('a key that it does not know is a wrong key', async () => {
      expect(await faultOf(hear('unknown', PATIENT))).toMatchObject({ kind: 'wrong-key' });
      expect(await faultOf(say('unknown', PATIENT))).toMatchObject({ kind: 'wrong-key' });
    });

    test('whoever asked can stop it', async () => {
      const { key, fails } = line();
      for (const [place, call] of [
        ['ears', hear],
        ['voice', say],
      ] as const) {
        await fails(place, 'silence');
        const stop = new AbortController();
        const ends = faultOf(call(key, PATIENT, stop.signal));
        stop.abort();
        expect(await ends).toMatchObject({ kind: 'timeout' });
        expect(await faultOf(call(key, PATIENT, AbortSignal.abort()))).toMatchObject({ kind: 'timeout' });
      }
    });

    test('sound that comes twice leaves the words as they were said', async () => {
      const { key, fails } = line();
      const chunks: Int16Array[] = [];
      const voice = made.voice(key, PATIENT);
      for await (const one of voice.speak({ text: SENTENCE, language: 'en', signal: never(), onUsage: () => {} }))
        chunks.push(one);
      await fails('ears', 'twice');
      const pcm = forEars(joined(chunks));
      const text = await made
        .ears(key, PATIENT)
        .hear({ pcm, language: 'en', hints: [], signal: never(), onUsage: () => {} });
      expect(plain(text)).toBe(plain(SENTENCE));
    });
  });
}

/** Without marks and cases, which ears may set as they like. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} ]/gu, '')
    .trim();
}

export function joined(chunks: Int16Array[]): Int16Array {
  return Int16Array.from(chunks.flatMap((chunk) => [...chunk]));
}

/** From the rate of voices to that of ears: between two samples, the straight line. */
export function forEars(pcm: Int16Array): Int16Array {
  const step = VOICE_RATE / EAR_RATE;
  return Int16Array.from({ length: Math.floor(pcm.length / step) }, (_, i) => {
    const before = Math.floor(i * step);
    const [a, b] = [pcm[before] ?? 0, pcm[before + 1] ?? 0];
    return Math.round(a + (b - a) * (i * step - before));
  });
}

/** Half a second of sound without words. */
function aTone(): Int16Array {
  return Int16Array.from({ length: EAR_RATE / 2 }, (_, i) => 9000 * Math.sin((i * 2 * Math.PI * 220) / EAR_RATE));
}

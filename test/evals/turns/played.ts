/** Plays a script: synthetic voices, pauses and noises at 16 kHz, and where in it each word is said. */
import { SPEECH_RATE, synthesise, type Voice } from '../../../worker/local/speech.ts';
import { noise } from './noises.ts';
import type { TurnScript } from './script.ts';
import { seeded } from './seeded.ts';

export const RATE = 16_000;

export interface Word {
  text: string;
  endMs: number;
}

export interface Played {
  script: TurnScript;
  sound: Float32Array;
  words: Word[];
  /** Where the voice is heard, piece by piece. */
  spoken: { startMs: number; endMs: number }[];
}

const VOICES: Record<TurnScript['language'], Voice[]> = {
  en: [
    { name: 'en-gb', wordsPerMinute: 165, pitch: 55 },
    { name: 'en-us', wordsPerMinute: 150, pitch: 35 },
    { name: 'en-gb', wordsPerMinute: 185, pitch: 75 },
  ],
  hi: [
    { name: 'hi', wordsPerMinute: 155, pitch: 50 },
    { name: 'hi', wordsPerMinute: 175, pitch: 70 },
    { name: 'hi', wordsPerMinute: 140, pitch: 30 },
  ],
  ar: [
    { name: 'ar', wordsPerMinute: 150, pitch: 45 },
    { name: 'ar', wordsPerMinute: 170, pitch: 65 },
    { name: 'ar', wordsPerMinute: 135, pitch: 30 },
  ],
};

const LEAD_MS = 500;
/** As long as a noise goes on after the end; then it is taken to be as silent as before (measure.ts). */
const TAIL_MS = 1800;
/** Root mean square of a voice, and of the faint hiss of every microphone. */
const VOICE_LEVEL = 0.1;
const HISS = 0.0006;

/** Synthesises every piece of every script once, voice by voice, and lays out each turn. */
export async function playAll(scripts: readonly TurnScript[]): Promise<Played[]> {
  const said = new Map<Voice, Map<string, Float32Array>>();
  for (const voice of Object.values(VOICES).flat()) {
    const own = scripts.filter((script) => voiceOf(script) === voice).flatMap(({ pieces }) => pieces);
    if (own.length > 0) said.set(voice, await spokenPieces([...new Set(own)], voice));
  }
  return scripts.map((script) => {
    const voice = voiceOf(script);
    return play(script, (piece) => (voice && said.get(voice)?.get(piece)) ?? new Float32Array());
  });
}

function voiceOf({ language, voice }: TurnScript): Voice | undefined {
  return VOICES[language][voice];
}

function play(script: TurnScript, say: (piece: string) => Float32Array): Played {
  const pieces = script.pieces.map(say);
  const words: Word[] = [];
  const spoken: Played['spoken'] = [];
  let atMs = LEAD_MS;
  for (const [index, sound] of pieces.entries()) {
    const lengthMs = (sound.length * 1000) / RATE;
    spoken.push({ startMs: atMs, endMs: atMs + lengthMs });
    words.push(...wordsOf(script.pieces[index] ?? '', atMs, lengthMs));
    atMs += lengthMs + (script.pausesMs[index] ?? TAIL_MS);
  }
  const whole = new Float32Array(Math.ceil((atMs * RATE) / 1000));
  const hiss = seeded(script.seed);
  for (let n = 0; n < whole.length; n += 1) whole[n] = (hiss() * 2 - 1) * HISS;
  for (const [index, sound] of pieces.entries()) mix(whole, sound, spoken[index]?.startMs ?? 0);
  if (script.behind !== undefined) mix(whole, noise(script.behind, atMs, script.seed), 0);
  if (script.during !== undefined) {
    for (const [index, { endMs }] of spoken.entries()) {
      const untilMs = spoken[index + 1]?.startMs ?? endMs + TAIL_MS - 300;
      mix(whole, noise(script.during, Math.max(0, untilMs - endMs - 100), script.seed + index), endMs + 50);
    }
  }
  return { script, sound: whole, words, spoken };
}

/** Phrases at 16 kHz, each as loud as every other. */
export async function spokenPieces(texts: string[], voice: Voice | undefined): Promise<Map<string, Float32Array>> {
  const { pcm, sentences } = await synthesise(texts, voice);
  return new Map(
    sentences.map(({ text, startMs, endMs }) => {
      const from = (startMs * SPEECH_RATE) / 1000;
      const sound = Float32Array.from({ length: Math.floor(((endMs - startMs) * RATE) / 1000) }, (_, n) => {
        const at = from + n * 3;
        return ((pcm[at] ?? 0) + (pcm[at + 1] ?? 0) + (pcm[at + 2] ?? 0)) / 3;
      });
      const level = Math.sqrt(sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length);
      return [text, sound.map((sample) => Math.max(-1, Math.min(1, (sample * VOICE_LEVEL) / level)))];
    }),
  );
}

export function mix(whole: Float32Array, sound: Float32Array, atMs: number): void {
  const from = Math.round((atMs * RATE) / 1000);
  for (let n = 0; n < sound.length && from + n < whole.length; n += 1) {
    whole[from + n] = (whole[from + n] ?? 0) + (sound[n] ?? 0);
  }
}

/** The voice does not tell its words' times: each takes its share of the letters. */
function wordsOf(piece: string, startMs: number, lengthMs: number): Word[] {
  const words = piece.split(/\s+/).filter((word) => word !== '');
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  let before = 0;
  return words.map((text) => {
    before += text.length;
    return { text, endMs: startMs + (lengthMs * before) / letters };
  });
}

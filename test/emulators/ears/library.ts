/** What the emulated ears know: texts, spoken by the voices of the test recordings, as fingerprints with their words. */
import { CANDIDATE_VOICE, type Voice } from '../../../worker/local/speech.ts';
import { fingerprinter, HOP_MS } from './fingerprint.ts';
import { asInt16, resampled } from './resample.ts';
import { type SpokenWords, spokenWords } from './spoken-words.ts';

export type Language = 'en' | 'hi' | 'ar';

export interface Sentence {
  text: string;
  language: Language;
  /** The candidate's of its language when it isn't given. */
  voice?: Voice;
}

export interface KnownWord {
  text: string;
  /** Frames of the library, the second one no longer in it. */
  from: number;
  to: number;
}

export interface Library {
  bits: Int32Array;
  /** 1 where the known voice is not silent. */
  loud: Uint8Array;
  /** For each text, where its frames begin and end, and its words. */
  texts: { from: number; to: number; words: KnownWord[] }[];
}

/** Who speaks the test recordings, by language. */
export const SPEAKERS: Record<Language, Voice> = {
  en: CANDIDATE_VOICE,
  hi: { ...CANDIDATE_VOICE, name: 'hi' },
  ar: { ...CANDIDATE_VOICE, name: 'ar' },
};

/** Frames of silence that are no part of a word (0.1 s). */
const PAUSE = 6;

/** The same sentences make the same library. */
export async function library(sentences: readonly Sentence[]): Promise<Library> {
  const spoken: SpokenWords[] = [];
  for (const { text, language, voice } of sentences) spoken.push(await spokenWords(text, voice ?? SPEAKERS[language]));
  const texts: Library['texts'] = [];
  const bits: number[] = [];
  const loud: number[] = [];
  for (const { pcm, rate, words } of spoken) {
    const from = bits.length;
    const hearing = fingerprinter();
    for (const frame of [...hearing.push(asInt16(resampled(pcm, rate, 16_000))), ...hearing.end()]) {
      bits.push(frame.bits);
      loud.push(frame.loud ? 1 : 0);
    }
    const placed = words.map((word) => {
      const first = from + Math.round(word.fromMs / HOP_MS);
      const next = from + Math.round(word.toMs / HOP_MS);
      // The pause after it is not the word's.
      const sounding = loud.slice(first, next).findIndex((_, at, frames) => isPause(frames.slice(at, at + PAUSE)));
      return { text: word.text, from: first, to: sounding > 0 ? first + sounding : next };
    });
    texts.push({ from, to: bits.length, words: placed });
  }
  return { bits: Int32Array.from(bits), loud: Uint8Array.from(loud), texts };
}

function isPause(frames: readonly number[]): boolean {
  return frames.length === PAUSE && frames.every((loud) => loud === 0);
}

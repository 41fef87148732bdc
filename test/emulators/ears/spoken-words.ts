/** A text spoken by a synthetic voice, with the place of every word in the sound. */
import load from '@echogarden/espeak-ng-emscripten';
import * as v from 'valibot';
import type { Voice } from '../../../worker/local/speech.ts';

const ESPEAK_RATE = 22_050;

export interface SpokenWords {
  pcm: Float32Array;
  rate: number;
  /** As they stand in the text, between its spaces; times in milliseconds from the beginning of the sound. */
  words: { text: string; fromMs: number; toMs: number }[];
}

/** What eSpeak tells beside the sound; a place in the text counts from 1. */
const eventsShape = v.array(v.object({ type: v.string(), text_position: v.number(), audio_position: v.number() }));

export async function spokenWords(text: string, voice: Voice): Promise<SpokenWords> {
  // A new one each time: what one has said before changes a little how it says the next.
  const speaker = new (await load()).eSpeakNGWorker();
  speaker.set_voice(voice.name);
  speaker.set_rate(voice.wordsPerMinute);
  speaker.set_pitch(voice.pitch);
  const heard: number[] = [];
  const begun: { at: number; ms: number }[] = [];
  speaker.synthesize(text, (samples, events) => {
    for (const sample of samples ?? []) heard.push(sample / 32_768);
    for (const event of v.parse(eventsShape, events ?? []))
      if (event.type === 'word') begun.push({ at: event.text_position - 1, ms: event.audio_position });
    return false;
  });
  const endMs = (heard.length * 1000) / ESPEAK_RATE;
  const tokens = [...text.matchAll(/\S+/g)].map((found) => {
    const from = found.index;
    const first = begun.find((event) => event.at >= from && event.at < from + found[0].length);
    return { text: found[0], from, ms: first?.ms };
  });
  const words: SpokenWords['words'] = [];
  let toMs = endMs;
  for (const token of tokens.toReversed()) {
    // A sign that is not spoken, a dash for example, goes with the word after it.
    const fromMs = Math.min(token.ms ?? toMs, toMs);
    words.unshift({ text: token.text, fromMs, toMs });
    toMs = fromMs;
  }
  return { pcm: Float32Array.from(heard), rate: ESPEAK_RATE, words };
}

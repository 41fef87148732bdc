/** A voice for the emulators: eSpeak NG, the same text the same sound. */
import { INTERVIEWER_VOICE, type Voice } from '../../worker/local/speech.ts';
import type { Tongue } from './brains.ts';
import { asInt16, resampled } from './ears/resample.ts';
import { spokenWords } from './ears/spoken-words.ts';

const RATE = 24_000;
export const VOICES: Record<Tongue, Voice> = {
  en: INTERVIEWER_VOICE,
  ar: { ...INTERVIEWER_VOICE, name: 'ar' },
  hi: { ...INTERVIEWER_VOICE, name: 'hi' },
};

/** Lines said lately, about 20 MB: every interview has the same ones, and to say one takes a good second of a busy machine. */
const KEPT = 40;
const said = new Map<string, Promise<Int16Array>>();

export function speakAloud(text: string, language: Tongue): Promise<Int16Array> {
  const name = `${language} ${text}`;
  const sound = said.get(name) ?? spoken(text, language);
  said.delete(name);
  said.set(name, sound);
  for (const oldest of [...said.keys()].slice(0, -KEPT)) said.delete(oldest);
  return sound;
}

async function spoken(text: string, language: Tongue): Promise<Int16Array> {
  const { pcm, rate } = await spokenWords(text, VOICES[language]);
  return asInt16(resampled(pcm, rate, RATE));
}

/** A voice for the emulators: eSpeak NG, the same text always the same sound. */
import { INTERVIEWER_VOICE, SPEECH_RATE, synthesise, type Voice } from '../../worker/local/speech.ts';
import type { Tongue } from './brains.ts';

const RATE = 24_000;
export const VOICES: Record<Tongue, Voice> = {
  en: INTERVIEWER_VOICE,
  ar: { ...INTERVIEWER_VOICE, name: 'ar' },
  hi: { ...INTERVIEWER_VOICE, name: 'hi' },
};

export async function speakAloud(text: string, language: Tongue): Promise<Int16Array> {
  const { pcm } = await synthesise([text], VOICES[language]);
  const step = SPEECH_RATE / RATE;
  return Int16Array.from({ length: Math.floor(pcm.length / step) }, (_, at) =>
    Math.round(Math.max(-1, Math.min(1, pcm[at * step] ?? 0)) * 32_767),
  );
}

/** Speaks sentences with a synthetic voice, from npm alone: sound for the examples, the demo, tests and benchmarks. */
import load from '@echogarden/espeak-ng-emscripten';

export const SPEECH_RATE = 48_000;

export interface Spoken {
  /** Mono at {@link SPEECH_RATE}, from -1 to 1. */
  pcm: Float32Array;
  sentences: { text: string; startMs: number; endMs: number }[];
}

export interface Voice {
  /** A voice of eSpeak NG. */
  name: string;
  wordsPerMinute: number;
  /** 0 to 99. */
  pitch: number;
}

export const CANDIDATE_VOICE: Voice = { name: 'en-gb', wordsPerMinute: 165, pitch: 55 };
export const INTERVIEWER_VOICE: Voice = { name: 'en-us', wordsPerMinute: 155, pitch: 35 };

const VOICE_RATE = 22_050;
/** The breath between two sentences. */
const PAUSE_MS = 350;

/** The same sentences give the same sound. */
export async function synthesise(sentences: readonly string[], voice: Voice = CANDIDATE_VOICE): Promise<Spoken> {
  const speaker = new (await load()).eSpeakNGWorker();
  speaker.set_voice(voice.name);
  speaker.set_rate(voice.wordsPerMinute);
  speaker.set_pitch(voice.pitch);
  const pieces: Float32Array[] = [];
  const said: Spoken['sentences'] = [];
  let samples = 0;
  for (const text of sentences) {
    const sound = trimmed(speak(speaker, text));
    const startMs = ms(samples);
    said.push({ text, startMs, endMs: ms(samples + sound.length) });
    pieces.push(sound, new Float32Array((PAUSE_MS * SPEECH_RATE) / 1000));
    samples += sound.length + (PAUSE_MS * SPEECH_RATE) / 1000;
  }
  const pcm = new Float32Array(samples);
  let at = 0;
  for (const piece of pieces) {
    pcm.set(piece, at);
    at += piece.length;
  }
  return { pcm, sentences: said };
}

function ms(samples: number): number {
  return Math.round((samples * 1000) / SPEECH_RATE);
}

function speak(speaker: InstanceType<Awaited<ReturnType<typeof load>>['eSpeakNGWorker']>, text: string): Float32Array {
  const heard: number[] = [];
  speaker.synthesize(text, (samples) => {
    for (const sample of samples ?? []) heard.push(sample / 32768);
    return false;
  });
  const length = Math.floor((heard.length * SPEECH_RATE) / VOICE_RATE);
  return Float32Array.from({ length }, (_, i) => {
    const at = (i * VOICE_RATE) / SPEECH_RATE;
    const before = Math.floor(at);
    const [a, b] = [heard[before] ?? 0, heard[before + 1] ?? 0];
    return a + (b - a) * (at - before);
  });
}

/** Without the silence that the voice leaves at both ends, so that a sentence's times are those of its sound. */
function trimmed(sound: Float32Array): Float32Array {
  const loud = (sample: number) => Math.abs(sample) > 0.01;
  return sound.subarray(Math.max(0, sound.findIndex(loud)), sound.findLastIndex(loud) + 1);
}

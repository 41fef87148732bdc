/** Plays interruptions against the interviewer's voice and tells what the rules did, and when. */
import {
  type BargeInAction,
  type BargeInEvent,
  bargeIn,
  quietRoom,
} from '../../../web/candidate/speech/barge-in-rules.ts';
import { type HeardBlock, listen } from './heard.ts';
import type { Interruption } from './interruptions.ts';
import { noise } from './noises.ts';
import { mix, RATE, spokenPieces } from './played.ts';
import { seeded } from './seeded.ts';

export interface Interrupted {
  meant: Interruption['meant'];
  name: string;
  /** From the first sound of the voice or noise. */
  actions: { action: BargeInAction; afterMs: number }[];
  /** From where on sound belongs to the answer, from the first sound. */
  keepFromMs: number | null;
}

const VOICES = { en: 'en-gb', hi: 'hi', ar: 'ar' };
const INTERVIEWER =
  'And now I would like to hear how you worked with the people around you, and what you would do in another way.';
const INTERVIEWER_VOICE = { name: 'en-us', wordsPerMinute: 150, pitch: 35 };
const ONSET_MS = 1000;
const LENGTH_MS = 4200;
const HISS = 0.0006;
/** The voice's own level as the device check finds it, and what echo cancellation leaves of the interviewer's. */
const CALIBRATED = -19;
const ECHO = 0.06;
const CAPTION_MS = { least: 250, spread: 300 };

export interface Scene {
  one: Interruption;
  heard: HeardBlock[];
  captions: { atMs: number; text: string }[];
}

/** Makes each sound over the interviewer's echo, and lets the product's detector hear it. */
export async function scenesOf(all: readonly Interruption[]): Promise<Scene[]> {
  const said = new Map<string, Float32Array>();
  for (const [language, name] of Object.entries(VOICES)) {
    const texts = all.flatMap((one) => (one.language === language && one.text !== undefined ? [one.text] : []));
    if (texts.length === 0) continue;
    const sounds = await spokenPieces([...new Set(texts)], { name, wordsPerMinute: 165, pitch: 50 });
    for (const [text, sound] of sounds) said.set(text, sound);
  }
  const [echo = new Float32Array()] = (await spokenPieces([INTERVIEWER], INTERVIEWER_VOICE)).values();
  return all.map((one, at) => {
    const voice = said.get(one.text ?? '') ?? noise(one.noise ?? 'fan', one.lengthMs ?? 0, at);
    const random = seeded(at + 500);
    const whole = Float32Array.from({ length: (LENGTH_MS * RATE) / 1000 }, () => (random() * 2 - 1) * HISS);
    if (one.echo === true)
      mix(
        whole,
        echo.map((sample) => sample * ECHO),
        100,
      );
    mix(whole, voice, ONSET_MS);
    const words = (one.text ?? '').split(' ').filter((word) => word !== '');
    const lengthMs = (voice.length * 1000) / RATE;
    const captions = words.map((_, n) => ({
      atMs: ONSET_MS + (lengthMs * (n + 1)) / words.length + CAPTION_MS.least + CAPTION_MS.spread * random(),
      text: words.slice(0, n + 1).join(' '),
    }));
    return { one, heard: listen(whole, CALIBRATED), captions };
  });
}

/** `endsAtMs`: where the interviewer's voice ends, from the first sound; it speaks on by default. */
export function interrupt({ one, heard, captions }: Scene, endsAtMs: number | null = null): Interrupted {
  const endMs = endsAtMs === null ? null : ONSET_MS + endsAtMs;
  let { state } = bargeIn(quietRoom(one.language), { kind: 'interviewer', speaking: true, endsAtMs: endMs });
  const actions: Interrupted['actions'] = [];
  const tell = (event: BargeInEvent, atMs: number) => {
    const step = bargeIn(state, event);
    state = step.state;
    actions.push(...step.actions.map((action) => ({ action, afterMs: atMs - ONSET_MS })));
  };
  let shown = 0;
  let ended = false;
  for (const { endMs: atMs, voice } of heard) {
    for (let next = captions[shown]; next !== undefined && next.atMs <= atMs; next = captions[shown]) {
      tell({ kind: 'words', text: next.text, atMs: next.atMs }, next.atMs);
      shown += 1;
    }
    tell({ kind: 'block', voice, atMs }, atMs);
    if (endMs === null || ended || atMs < endMs) continue;
    ended = true;
    tell({ kind: 'interviewer', speaking: false, atMs: endMs }, endMs);
  }
  const keepFromMs = state.keepFromMs === null ? null : state.keepFromMs - ONSET_MS;
  return { meant: one.meant, name: one.text ?? `${one.noise} ${one.lengthMs} ms`, actions, keepFromMs };
}

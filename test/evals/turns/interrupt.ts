/** Plays interruptions against the interviewer's voice and tells what the rules did, and when. */
import { type BargeInAction, bargeIn, quietRoom } from '../../../web/candidate/speech/barge-in-rules.ts';
import { listen } from './heard.ts';
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
const ONSET_MS = 1000;
const LENGTH_MS = 4500;
const HISS = 0.0006;
/** The voice's own level as the device check finds it, and what echo cancellation leaves of the interviewer's. */
const CALIBRATED = -18;
const ECHO = 0.06;
const CAPTION_MS = { least: 250, spread: 300 };

/** `endsAtMs`: where the interviewer's voice ends, from the first sound; it speaks on by default. */
export async function interrupt(all: readonly Interruption[], endsAtMs: number | null = null): Promise<Interrupted[]> {
  const said = new Map<string, Float32Array>();
  for (const [language, name] of Object.entries(VOICES)) {
    const texts = all.flatMap((one) => (one.language === language && one.text !== undefined ? [one.text] : []));
    const sounds =
      texts.length > 0 ? await spokenPieces([...new Set(texts)], { name, wordsPerMinute: 165, pitch: 50 }) : [];
    for (const [text, sound] of sounds) said.set(text, sound);
  }
  const [echo] = (
    await spokenPieces(
      [
        'And now I would like to hear how you worked with the people around you in that year, and what you would do in another way.',
      ],
      { name: 'en-us', wordsPerMinute: 150, pitch: 35 },
    )
  ).values();
  return all.map((one, at) => {
    const voice = said.get(one.text ?? '') ?? noise(one.noise ?? 'fan', one.lengthMs ?? 0, at);
    const random = seeded(at + 500);
    const whole = Float32Array.from({ length: (LENGTH_MS * RATE) / 1000 }, () => (random() * 2 - 1) * HISS);
    if (one.echo === true && echo !== undefined)
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
    return {
      meant: one.meant,
      name: one.text ?? `${one.noise} ${one.lengthMs} ms`,
      ...ruled(one, whole, captions, endsAtMs),
    };
  });
}

function ruled(
  { language }: Interruption,
  sound: Float32Array,
  captions: { atMs: number; text: string }[],
  endsAtMs: number | null,
): Pick<Interrupted, 'actions' | 'keepFromMs'> {
  const endMs = endsAtMs === null ? null : ONSET_MS + endsAtMs;
  let { state } = bargeIn(quietRoom(language), { kind: 'interviewer', speaking: true, endsAtMs: endMs });
  const actions: Interrupted['actions'] = [];
  const tell = (event: Parameters<typeof bargeIn>[1], atMs: number) => {
    const step = bargeIn(state, event);
    state = step.state;
    actions.push(...step.actions.map((action) => ({ action, afterMs: atMs - ONSET_MS })));
  };
  let shown = 0;
  let ended = false;
  for (const { endMs: atMs, voice } of listen(sound, CALIBRATED)) {
    for (let next = captions[shown]; next !== undefined && next.atMs <= atMs; next = captions[shown]) {
      tell({ kind: 'words', text: next.text, atMs: next.atMs }, next.atMs);
      shown += 1;
    }
    tell({ kind: 'block', voice, atMs }, atMs);
    if (endMs === null || ended || atMs < endMs) continue;
    ended = true;
    tell({ kind: 'interviewer', speaking: false, atMs: endMs }, endMs);
  }
  return { actions, keepFromMs: state.keepFromMs === null ? null : state.keepFromMs - ONSET_MS };
}

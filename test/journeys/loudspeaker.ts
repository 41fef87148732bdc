/** What a page plays: tapped where its sound leaves for the loudspeaker, so that a test can listen to it. */
import type { Page } from 'playwright-core';
import { library, type Sentence } from '../emulators/ears/library.ts';
import { recognise } from '../emulators/ears/listener.ts';
import { asInt16, resampled } from '../emulators/ears/resample.ts';
import { VOICES } from '../emulators/voice.ts';

declare global {
  interface Window {
    testLoudspeaker: {
      /** Sound so far, from the moment at which it was first listened to; and its rate. */
      heard(): { rate: number; samples: string };
      /** How loud it is now. */
      level(): number;
    };
  }
}

/** Before the page is opened. */
export async function tapLoudspeaker(page: Page): Promise<void> {
  await page.addInitScript(inPage);
}

export async function levelNow(page: Page): Promise<number> {
  return await page.evaluate(() => window.testLoudspeaker.level());
}

/** The words of the interviewer that came out of the loudspeaker, of these lines. */
export async function heardAloud(page: Page, lines: readonly string[]): Promise<string> {
  const { rate, samples } = await page.evaluate(() => window.testLoudspeaker.heard());
  const bytes = Buffer.from(samples, 'base64');
  const sound = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return recognise(await library(inInterviewersVoice(lines)), asInt16(resampled(sound, rate, 16_000)));
}

export function inInterviewersVoice(lines: readonly string[]): Sentence[] {
  return lines.map((text) => ({ text, language: 'en', voice: VOICES.en }));
}

/** Runs in the page, before anything of its own. */
function inPage(): void {
  const WINDOW = 32_768;
  const taps = new Map<BaseAudioContext, { look: AnalyserNode; pieces: Float32Array[]; untilS: number }>();
  const connect = AudioNode.prototype.connect;

  const tapOf = (context: BaseAudioContext) => {
    const known = taps.get(context);
    if (known !== undefined) return known;
    const look = new AnalyserNode(context, { fftSize: WINDOW });
    const tap = { look, pieces: [] as Float32Array[], untilS: context.currentTime };
    taps.set(context, tap);
    setInterval(() => take(context), 200);
    return tap;
  };
  const take = (context: BaseAudioContext) => {
    const tap = taps.get(context);
    if (tap === undefined) return;
    const samples = new Float32Array(WINDOW);
    const nowS = context.currentTime;
    tap.look.getFloatTimeDomainData(samples);
    const fresh = Math.min(WINDOW, Math.round((nowS - tap.untilS) * context.sampleRate));
    tap.untilS = nowS;
    if (fresh > 0) tap.pieces.push(samples.slice(WINDOW - fresh));
  };
  const connected = function (this: AudioNode, ...to: unknown[]) {
    const [target] = to;
    if (target instanceof AudioDestinationNode && !(target.context instanceof OfflineAudioContext))
      Reflect.apply(connect, this, [tapOf(target.context).look]);
    return Reflect.apply(connect, this, to);
  };
  Object.defineProperty(AudioNode.prototype, 'connect', { value: connected, writable: true });

  window.testLoudspeaker = {
    heard() {
      for (const context of taps.keys()) take(context);
      const most = [...taps].sort(([, a], [, b]) => b.pieces.length - a.pieces.length)[0];
      if (most === undefined) return { rate: 48_000, samples: '' };
      const [context, { pieces }] = most;
      const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
      let at = 0;
      for (const piece of pieces) {
        bytes.set(new Uint8Array(piece.buffer), at);
        at += piece.byteLength;
      }
      let text = '';
      for (let from = 0; from < bytes.length; from += 8192)
        text += String.fromCharCode(...bytes.subarray(from, from + 8192));
      return { rate: context.sampleRate, samples: btoa(text) };
    },
    level() {
      const levels = [...taps.values()].map(({ look }) => {
        const samples = new Float32Array(2048);
        look.getFloatTimeDomainData(samples);
        return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
      });
      return Math.max(0, ...levels);
    },
  };
}

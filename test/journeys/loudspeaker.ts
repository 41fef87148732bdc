/** What a page plays: recorded where its sound leaves for the loudspeaker, so that a test can listen to it. */
import type { Page } from 'playwright-core';
import { library, type Sentence } from '../emulators/ears/library.ts';
import { recognise } from '../emulators/ears/listener.ts';
import { asInt16, resampled } from '../emulators/ears/resample.ts';
import { VOICES } from '../emulators/voice.ts';

declare global {
  interface Window {
    testLoudspeaker: {
      /** All sound so far, and its rate; the samples as base64. */
      heard(): Promise<{ rate: number; samples: string }>;
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
  interface Tap {
    look: AnalyserNode;
    recorder: MediaRecorder;
    pieces: Blob[];
  }
  const taps = new Map<BaseAudioContext, Tap>();
  const { connect } = AudioNode.prototype;

  const tapOf = (context: AudioContext) => {
    const known = taps.get(context);
    if (known !== undefined) return known;
    const look = new AnalyserNode(context, { fftSize: 2048 });
    const out = new MediaStreamAudioDestinationNode(context);
    Reflect.apply(connect, look, [out]);
    const recorder = new MediaRecorder(out.stream, { audioBitsPerSecond: 128_000 });
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.start();
    const tap = { look, recorder, pieces };
    taps.set(context, tap);
    return tap;
  };
  const connected = function (this: AudioNode, ...to: unknown[]) {
    const [target] = to;
    if (target instanceof AudioDestinationNode && target.context instanceof AudioContext)
      Reflect.apply(connect, this, [tapOf(target.context).look]);
    return Reflect.apply(connect, this, to);
  };
  Object.defineProperty(AudioNode.prototype, 'connect', { value: connected, writable: true });

  const soFar = async ({ recorder, pieces }: Tap) => {
    const told = new Promise((done) => recorder.addEventListener('dataavailable', done, { once: true }));
    recorder.requestData();
    await told;
    const reader = new OfflineAudioContext(1, 1, 48_000);
    return await reader.decodeAudioData(await new Blob(pieces).arrayBuffer());
  };
  window.testLoudspeaker = {
    async heard() {
      const running = [...taps].filter(([context]) => context.state !== 'closed').map(([, tap]) => tap);
      const sounds = await Promise.all(running.map(soFar));
      const longest = sounds.sort((a, b) => b.length - a.length)[0];
      if (longest === undefined) return { rate: 48_000, samples: '' };
      const bytes = new Uint8Array(longest.getChannelData(0).slice().buffer);
      let text = '';
      for (let from = 0; from < bytes.length; from += 8192)
        text += String.fromCharCode(...bytes.subarray(from, from + 8192));
      return { rate: longest.sampleRate, samples: btoa(text) };
    },
    level() {
      const levels = [...taps.values()].map(({ look }) => {
        const samples = new Float32Array(look.fftSize);
        look.getFloatTimeDomainData(samples);
        return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
      });
      return Math.max(0, ...levels);
    },
  };
}

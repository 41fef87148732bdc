/** Runs in the browser: plays spans with the product's player and tells when the first sound of each left it. */
import { openSound, type SoundFile, type Span } from '../../web/recruiter/player/sound.ts';

declare global {
  interface Window {
    openQuotes(file: SoundFile, atHand: Span[]): Promise<void>;
    press(span: Span): Promise<{ afterMs: number; positionMs: number } | null>;
  }
}

const AUDIBLE = 0.01;
const LOOK_MS = 2;
const PATIENCE_MS = 10_000;
/** At most one: the first sound since the last press. */
const heard: { at: number; positionMs: number }[] = [];

/** The player's own way out, with an ear on it. */
const Plain = globalThis.MediaElementAudioSourceNode;
globalThis.MediaElementAudioSourceNode = class extends Plain {
  constructor(context: AudioContext, options: MediaElementAudioSourceOptions) {
    super(context, options);
    const ear = new AnalyserNode(context, { fftSize: 256 });
    this.connect(ear);
    const samples = new Float32Array(ear.fftSize);
    setInterval(() => {
      ear.getFloatTimeDomainData(samples);
      if (heard.length > 0 || !samples.some((sample) => Math.abs(sample) > AUDIBLE)) return;
      heard.push({ at: performance.now(), positionMs: options.mediaElement.currentTime * 1000 });
    }, LOOK_MS);
  }
};

let sound: ReturnType<typeof openSound> | null = null;

window.openQuotes = async (file, atHand) => {
  sound?.close();
  sound = openSound(file);
  await sound.prefetch(atHand);
};

window.press = async (span) => {
  sound?.pause();
  await pause(300);
  heard.length = 0;
  const from = performance.now();
  sound?.playSpan(span);
  while (heard.length === 0 && performance.now() - from < PATIENCE_MS) await pause(LOOK_MS);
  const [first] = heard;
  return first === undefined ? null : { afterMs: first.at - from, positionMs: first.positionMs };
};

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

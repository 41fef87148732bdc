/**
 * The room's own talk outside a browser: its microphone is given sound by the program, its voice plays into a
 * loudspeaker that keeps what was heard and when, and its detector, the real model, runs in this process.
 */
import { registerHooks } from 'node:module';
import { loudest } from '../../../web/candidate/speech/vad/level-rules.ts';
import { freshSilero, hearSilero } from '../../../web/candidate/speech/vad/silero-rules.ts';
import { readSilero } from '../../../web/candidate/speech/vad/silero-weights-rules.ts';
import type { CapturedBlock, FromWorker, ToWorker } from '../../../web/candidate/speech/vad/vad-worker.ts';
import { packWeights } from '../../../web/candidate/speech/weights/pack-weights.ts';
import { type Loudspeaker, loudspeaker } from './loudspeaker.ts';
import { seeded } from './random.ts';

export interface Page {
  context: AudioContext;
  heard: Loudspeaker;
  /** The page's clock of a time on the loudspeaker's. */
  pageMs(atS: number): number;
  stream: MediaStream;
  /** Says it from now on; when its first sample was taken. Mono at {@link PAGE_RATE}. */
  say(sound: Float32Array): number;
  close(): void;
}

export const PAGE_RATE = 24_000;
const PIECE = PAGE_RATE / 50;
const TICK_MS = 5;
/** A quiet room. */
const NOISE = 0.0002;

interface Captured {
  samples: Float32Array;
  endS: number;
}

let worklet: { port: { onmessage: ((event: { data: Captured }) => void) | null } } | null = null;

/** Before the room's files are loaded: what the page's build and the browser give them. */
export function pageGlobals(): void {
  const files = 'data:text/javascript,export const weights = ""; export const worker = "";';
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'virtual:voice-files' ? { url: files, shortCircuit: true } : next(specifier, context),
  });
  Object.assign(globalThis, {
    Worker: VoiceWorker,
    MediaStreamAudioSourceNode: class {
      connect(): void {}
      disconnect(): void {}
    },
    AudioWorkletNode: class {
      readonly port = { onmessage: null };
      constructor() {
        worklet = this;
      }
    },
  });
}

/** In place of the detector's Worker, with the same parts. */
class VoiceWorker {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: (() => void) | null = null;
  private readonly model = readSilero(packWeights().buffer);
  private state = freshSilero();

  postMessage(message: ToWorker): void {
    if (message.kind === 'reset') this.state = freshSilero();
    if (message.kind !== 'start') return;
    message.blocks.onmessage = ({ data }: MessageEvent<CapturedBlock>) => this.hear(data);
    queueMicrotask(() => this.onmessage?.({ data: { kind: 'ready' } }));
  }

  terminate(): void {}

  private hear({ samples, endMs }: CapturedBlock): void {
    const heard = hearSilero(this.model, this.state, samples);
    this.state = heard.state;
    // Neighbours on a busy machine make the model slow, which is not what is measured here.
    this.onmessage?.({ data: { kind: 'block', p: heard.p, level: loudest(samples), endMs, tookMs: 1 } });
  }
}

export function openPage(): Page {
  const zeroMs = performance.now();
  const nowS = () => (performance.now() - zeroMs) / 1000;
  const heard = loudspeaker(nowS, PAGE_RATE);
  Object.assign(heard.context, { audioWorklet: { addModule: async () => {} } });
  const random = seeded(7);
  let said: Float32Array = new Float32Array(0);
  let saidFrom = 0;
  let taken = 0;
  const timer = setInterval(() => {
    for (; (taken + PIECE) / PAGE_RATE <= nowS(); taken += PIECE) {
      const samples = Float32Array.from(
        { length: PIECE },
        (_, at) => (said[taken + at - saidFrom] ?? 0) + (random() - 0.5) * NOISE,
      );
      worklet?.port.onmessage?.({ data: { samples, endS: (taken + PIECE) / PAGE_RATE } });
    }
    heard.tick();
  }, TICK_MS);
  return {
    context: heard.context,
    heard,
    pageMs: (atS) => zeroMs + atS * 1000,
    // The microphone is the program.
    stream: {} as MediaStream,
    say(sound) {
      said = sound;
      saidFrom = taken;
      return zeroMs + (saidFrom * 1000) / PAGE_RATE;
    },
    close: () => clearInterval(timer),
  };
}

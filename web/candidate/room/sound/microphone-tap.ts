/** The microphone's sound as 16 kHz: in pieces for the line to the session, and in blocks for what finds a voice in it. */
import { MIC_RATE } from '../../../../durable-objects/interview/protocol-sound.ts';
import { resampler } from './resample-rules.ts';

const MODULE = new URL('./microphone-worklet.js', import.meta.url);
/** What the model of speech/vad takes at once. */
const BLOCK = 512;

interface Captured {
  samples: Float32Array;
  /** When the last sample was taken, on the sound system's clock. */
  endS: number;
}

export interface TapListener {
  /** A fiftieth of a second; `endMs` on the page's clock. */
  onSound(samples: Float32Array<ArrayBuffer>, endMs: number): void;
  /** 512 samples. */
  onBlock(samples: Float32Array<ArrayBuffer>, endMs: number): void;
}

/** Listens until the returned function is called. The microphone itself is not closed. */
export async function tapMicrophone(
  context: AudioContext,
  microphone: MediaStream,
  listener: TapListener,
): Promise<() => void> {
  await context.audioWorklet.addModule(MODULE);
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: microphone });
  const worklet = new AudioWorkletNode(context, 'microphone', {
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
  });
  const convert = resampler(context.sampleRate, MIC_RATE);
  let block = new Float32Array(BLOCK);
  let filled = 0;

  worklet.port.onmessage = ({ data }: MessageEvent<Captured>) => {
    const samples = convert(data.samples);
    const endMs = performance.now() - (context.currentTime - data.endS) * 1000;
    listener.onSound(samples, endMs);
    let at = 0;
    while (at < samples.length) {
      const room = Math.min(samples.length - at, BLOCK - filled);
      block.set(samples.subarray(at, at + room), filled);
      filled += room;
      at += room;
      if (filled < BLOCK) continue;
      listener.onBlock(block, endMs - ((samples.length - at) * 1000) / MIC_RATE);
      block = new Float32Array(BLOCK);
      filled = 0;
    }
  };
  source.connect(worklet);
  return () => {
    worklet.port.onmessage = null;
    source.disconnect();
  };
}

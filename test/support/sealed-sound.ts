/** A recording made of spoken sentences, and what is heard at a moment of the sealed file. */
import { Decoder } from '@evan/opus/wasm/index.mjs';
import { readMp4 } from '../../worker/domain/recordings/mp4-rules.ts';
import type { SealablePart, SealedFile } from '../../worker/domain/recordings/seal.ts';
import type { RecordedPart } from '../../worker/local/recorded-parts.ts';

export const RATE = 48_000;

export function sealable(segment: string, parts: readonly RecordedPart[]): SealablePart[] {
  return parts.map((part) => ({ ...part, segment, bytes: async () => part.bytes }));
}

export interface Heard {
  left: Float32Array;
  right: Float32Array;
}

/** Decodes the whole file, as a player does. */
export function decode(file: Pick<SealedFile, 'bytes' | 'fragments'>): Heard {
  return decodePackets(readMp4(file));
}

export function decodePackets(packets: readonly Uint8Array[]): Heard {
  const decoder = new Decoder({ channels: 2, sample_rate: RATE });
  const blocks = packets.map((packet) => {
    const bytes = Uint8Array.from(decoder.decode(packet));
    return new Int16Array(bytes.buffer, 0, bytes.length / 2);
  });
  const samples = blocks.reduce((sum, block) => sum + block.length / 2, 0);
  const heard = { left: new Float32Array(samples), right: new Float32Array(samples) };
  let at = 0;
  for (const block of blocks) {
    for (let i = 0; i < block.length; i += 2, at++) {
      heard.left[at] = (block[i] ?? 0) / 32768;
      heard.right[at] = (block[i + 1] ?? 0) / 32768;
    }
  }
  return heard;
}

const STEP = RATE / 100;

/** Loudness in hundredths of a second. */
export function loudness(sound: Float32Array): Float32Array {
  const length = Math.ceil(sound.length / STEP);
  return Float32Array.from({ length }, (_, n) => {
    const piece = sound.subarray(n * STEP, (n + 1) * STEP);
    return Math.sqrt(piece.reduce((sum, sample) => sum + sample * sample, 0) / STEP);
  });
}

/** Where in `sound` the `wanted` sound is found best, by cross-correlating loudness; and how alike they are, 0 to 1. */
export function whereIs(wanted: Float32Array, sound: Float32Array): { ms: number; alike: number } {
  const [a, b] = [loudness(wanted), loudness(sound)];
  let best = { ms: -1, alike: 0 };
  for (let shift = 0; shift + a.length <= b.length; shift++) {
    let [both, alone, there] = [0, 0, 0];
    for (let n = 0; n < a.length; n++) {
      const [x, y] = [a[n] ?? 0, b[shift + n] ?? 0];
      both += x * y;
      alone += x * x;
      there += y * y;
    }
    const alike = there === 0 ? 0 : both / Math.sqrt(alone * there);
    if (alike > best.alike) best = { ms: shift * 10, alike };
  }
  return best;
}

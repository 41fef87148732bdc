/** Finds where in the library the sound of this moment may be: by the bits that fit on every shift, recent ones first. */
import { difference, type Frame } from './fingerprint.ts';
import type { Library } from './library.ts';

/** Memory of about 24 frames (0.4 s). */
const FADING = 1 - 1 / 24;
/** Evidence of about 20 frames, of which not more than this share is wrong. */
const ENOUGH = 32 * 14;
const FITTING = 0.31;

/** `find` takes the next frame, in order, and gives the shifts (library frame minus heard frame) that fit well now, the best first. */
export function finder({ bits, loud }: Library): { find(frame: Frame, at: number): number[] } {
  const size = bits.length;
  const wrong = new Float32Array(size);
  const weight = new Float32Array(size);
  return {
    find(frame, at) {
      const found: { shift: number; share: number }[] = [];
      if (!frame.loud || !frame.whole) return [];
      let slot = (size - (at % size)) % size;
      for (let known = 0; known < size; known += 1) {
        if (loud[known] === 1) {
          const errors = FADING * (wrong[slot] ?? 0) + difference(frame.bits, bits[known] ?? 0);
          const seen = FADING * (weight[slot] ?? 0) + 32;
          wrong[slot] = errors;
          weight[slot] = seen;
          if (seen > ENOUGH && errors < seen * FITTING) found.push({ shift: known - at, share: errors / seen });
        } else {
          wrong[slot] = (wrong[slot] ?? 0) * FADING;
          weight[slot] = (weight[slot] ?? 0) * FADING;
        }
        slot = slot + 1 === size ? 0 : slot + 1;
      }
      return found.sort((a, b) => a.share - b.share).map((one) => one.shift);
    },
  };
}

/** The frames heard so far, and how well they fit the library when laid beside it at a given shift. */
import { difference, type Frame } from './fingerprint.ts';
import type { Library } from './library.ts';

const BITS = 32;

export class Trace {
  readonly library: Library;
  readonly frames: Frame[] = [];

  constructor(library: Library) {
    this.library = library;
  }

  /**
   * Share of wrong bits at this moment, when the library is laid `shift` frames ahead; null where the known voice is
   * silent or the bits say nothing. A half is what chance gives, so a moment that should sound and doesn't counts as that.
   */
  wrong(at: number, shift: number): number | null {
    const frame = this.frames[at];
    const known = at + shift;
    if (frame === undefined || this.library.loud[known] !== 1 || !frame.whole) return null;
    return frame.loud ? difference(frame.bits, this.library.bits[known] ?? 0) / BITS : 0.5;
  }
}

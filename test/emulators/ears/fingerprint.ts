/**
 * The fingerprint of a sound: 32 bits for every 16 ms, each the sign of how the balance of two neighbouring bands moved
 * within 96 ms. Loudness, the colour of a microphone and steady noise leave it nearly as it is.
 */
import { halver } from './halver.ts';
import { powerSpectrum } from './spectrum.ts';

/** Half of the rate that is heard: all that is looked at lies below it. */
const INNER_RATE = 8000;
const HOP = 128;
export const HOP_MS = (HOP * 1000) / INNER_RATE;
const WINDOW = 1024;
const BANDS = 33;
/** Where a voice is strong and no path cuts it off. */
const FROM_HZ = 250;
const TO_HZ = 3400;
const MEMORY = 6;
/** Weak bands count, but not as much as a logarithm would let them. */
const COMPRESSION = 0.4;
/** Share of the loudest moment (power) below which a moment is a pause, and the level that is one everywhere. */
const PAUSE_SHARE = 1e-3;
const PAUSE_POWER = 2e-7;
/** How fast the loudest moment is forgotten, per frame: by half within five seconds. */
const FORGETTING = 0.9978;

export interface Frame {
  bits: number;
  /** Not a pause. */
  loud: boolean;
  /** All that the bits look back on is sound that was given. */
  whole: boolean;
}

export interface Fingerprinter {
  push(pcm: Int16Array): Frame[];
  /** The frames that still waited for sound after them. */
  end(): Frame[];
}

/** Frame n stands for the sound around n × {@link HOP_MS}. */
export function fingerprinter(): Fingerprinter {
  const spectrum = powerSpectrum(WINDOW);
  const weights = bandWeights();
  const halved = halver();
  const window = new Float32Array(WINDOW);
  const past: Float32Array[] = [];
  let filled = WINDOW / 2;
  let peak = 0;
  let made = 0;

  function frame(): Frame {
    const power = spectrum(window);
    const bands = new Float32Array(BANDS);
    let level = 0;
    weights.forEach((band, index) => {
      let sum = 0;
      for (let k = 0; k < band.shares.length; k += 1) sum += (band.shares[k] ?? 0) * (power[band.first + k] ?? 0);
      level += sum;
      bands[index] = sum ** COMPRESSION;
    });
    level /= WINDOW * WINDOW;
    peak = Math.max(level, peak * FORGETTING);
    past.push(bands);
    const before = past.length > MEMORY ? past.shift() : past[0];
    let bits = 0;
    for (let band = 0; band < BANDS - 1; band += 1) {
      const now = (bands[band] ?? 0) - (bands[band + 1] ?? 0);
      const then = (before?.[band] ?? 0) - (before?.[band + 1] ?? 0);
      if (now > then) bits |= 1 << band;
    }
    made += 1;
    const loud = level > PAUSE_POWER && level > peak * PAUSE_SHARE;
    return { bits, loud, whole: made > MEMORY + WINDOW / 2 / HOP };
  }

  function take(sound: Float32Array): Frame[] {
    const frames: Frame[] = [];
    for (let at = 0; at < sound.length; ) {
      const step = Math.min(WINDOW - filled, sound.length - at);
      window.set(sound.subarray(at, at + step), filled);
      filled += step;
      at += step;
      if (filled < WINDOW) break;
      frames.push(frame());
      window.copyWithin(0, HOP);
      filled -= HOP;
    }
    return frames;
  }

  return {
    push: (pcm) => take(halved(pcm)),
    end: () => take(new Float32Array(WINDOW / 2)),
  };
}

/** For each band its first bin of the spectrum, and the share of that bin and those after it that lies in the band. */
function bandWeights(): { first: number; shares: Float32Array }[] {
  const edge = (band: number) => (FROM_HZ * (TO_HZ / FROM_HZ) ** (band / BANDS) * WINDOW) / INNER_RATE;
  return Array.from({ length: BANDS }, (_, band) => {
    const low = edge(band);
    const high = edge(band + 1);
    const first = Math.floor(low);
    const shares = Float32Array.from({ length: Math.floor(high) - first + 1 }, (_, k) => {
      return Math.min(high, first + k + 1) - Math.max(low, first + k);
    });
    return { first, shares };
  });
}

/** How many of the 32 bits differ. */
export function difference(a: number, b: number): number {
  let x = a ^ b;
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}

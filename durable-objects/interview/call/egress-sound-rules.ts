/**
 * Sound of a track's copy as the session hears it: 48 kHz in two channels becomes 16 kHz in one, by a low-pass that
 * keeps what carries speech and lets nothing fold back into it. Works frame by frame, wherever those are cut. Pure.
 */

export const COPY_RATE = 48_000;
const OUT_RATE = 16_000;
const EVERY = COPY_RATE / OUT_RATE;
const BYTES = 4;

/** Odd, so that the delay is a whole number of samples. */
const TAPS = 145;
/** Flat to 7 kHz; from 8.7 kHz on, where folding back begins to be heard, 70 dB down. */
const CUTOFF_HZ = 7_750;
/** Kaiser's window at 70 dB. */
const BETA = 6.76;

/** How much later the sound comes out of the filter than it went in. */
export const FILTER_DELAY_MS = ((TAPS - 1) / 2 / COPY_RATE) * 1000;

const KERNEL = kernel();

export interface Downsampler {
  /** Little-endian samples of two channels; what is no whole pair yet waits for the next frame. */
  take(bytes: Uint8Array): Int16Array;
}

export function downsampler(): Downsampler {
  // The last samples of what was taken, as many as the filter looks back on.
  let past = new Float32Array(TAPS - 1);
  let phase = 0;
  let rest = new Uint8Array(0);
  return {
    take(bytes) {
      const whole = rest.length === 0 ? bytes : joined(rest, bytes);
      const pairs = Math.floor(whole.length / BYTES);
      rest = whole.slice(pairs * BYTES);
      const line = new Float32Array(past.length + pairs);
      line.set(past);
      const view = new DataView(whole.buffer, whole.byteOffset, pairs * BYTES);
      for (let at = 0; at < pairs; at += 1) {
        line[past.length + at] = (view.getInt16(at * BYTES, true) + view.getInt16(at * BYTES + 2, true)) / 2;
      }
      const out = new Int16Array(Math.max(0, Math.ceil((pairs - phase) / EVERY)));
      for (const i of out.keys()) out[i] = filtered(line, phase + i * EVERY);
      phase = (((phase - pairs) % EVERY) + EVERY) % EVERY;
      past = line.slice(line.length - past.length);
      return out;
    },
  };
}

function filtered(line: Float32Array, from: number): number {
  let sum = 0;
  for (let tap = 0; tap < TAPS; tap += 1) sum += (KERNEL[tap] ?? 0) * (line[from + tap] ?? 0);
  return Math.max(-32768, Math.min(32767, Math.round(sum)));
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

/** A windowed sinc, scaled so that what does not swing passes unchanged. */
function kernel(): Float32Array {
  const middle = (TAPS - 1) / 2;
  const raw = Float64Array.from({ length: TAPS }, (_, tap) => {
    const x = tap - middle;
    const turn = (2 * Math.PI * CUTOFF_HZ * x) / COPY_RATE;
    const sinc = x === 0 ? (2 * CUTOFF_HZ) / COPY_RATE : Math.sin(turn) / (Math.PI * x);
    return (sinc * bessel(BETA * Math.sqrt(1 - (x / middle) ** 2))) / bessel(BETA);
  });
  const sum = raw.reduce((total, one) => total + one, 0);
  return Float32Array.from(raw, (one) => one / sum);
}

/** The modified Bessel function of the first kind and order 0, by its series. */
function bessel(x: number): number {
  let [term, sum] = [1, 1];
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

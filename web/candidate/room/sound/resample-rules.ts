/**
 * From one rate of samples to another, piece by piece and without a seam: a windowed sinc, so that nothing above half
 * of the lower rate folds back. Pure.
 */

/** Zero crossings on each side; more make the edge at half the rate steeper. */
const CROSSINGS = 24;
/** The edge begins this far below half the lower rate. */
const EDGE = 0.9;
/** Odd pairs of rates share the nearest of this many places between two samples. */
const MOST_PHASES = 1024;

/** Takes the samples that follow the last call's and gives what can be told from all of them so far. */
export type Resampler = (samples: Float32Array) => Float32Array<ArrayBuffer>;

export function resampler(from: number, to: number): Resampler {
  const divisor = common(from, to);
  const up = to / divisor;
  const down = from / divisor;
  const phases = Math.min(up, MOST_PHASES);
  const lower = Math.min(1, to / from);
  const half = Math.ceil(CROSSINGS / lower);
  const table = kernels(phases, half, lower * EDGE);
  const taps = 2 * half;
  /** Samples not needed any more are cut away; the first `half - 1` stand before the beginning. */
  let kept = new Float32Array(half - 1);
  let phase = 0;

  return (samples) => {
    const all = new Float32Array(kept.length + samples.length);
    all.set(kept);
    all.set(samples, kept.length);
    const out: number[] = [];
    let at = 0;
    while (at + taps <= all.length) {
      const row = Math.floor((phase * phases) / up) * taps;
      let sum = 0;
      for (let tap = 0; tap < taps; tap += 1) sum += (all[at + tap] ?? 0) * (table[row + tap] ?? 0);
      out.push(sum);
      phase += down;
      at += Math.floor(phase / up);
      phase %= up;
    }
    kept = all.slice(at);
    return Float32Array.from(out);
  };
}

/** For each place between two samples, the weight of every sample around it; each row adds up to one. */
function kernels(phases: number, half: number, cutoff: number): Float32Array {
  const taps = 2 * half;
  const table = new Float32Array(phases * taps);
  for (let phase = 0; phase < phases; phase += 1) {
    let sum = 0;
    for (let tap = 0; tap < taps; tap += 1) {
      const away = tap - (half - 1) - phase / phases;
      const weight = sinc(away * cutoff) * blackman(away / half);
      table[phase * taps + tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < taps; tap += 1) {
      const place = phase * taps + tap;
      table[place] = (table[place] ?? 0) / sum;
    }
  }
  return table;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function blackman(x: number): number {
  return Math.abs(x) >= 1 ? 0 : 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
}

function common(a: number, b: number): number {
  return b === 0 ? a : common(b, a % b);
}

export function toPcm(samples: Float32Array): Int16Array<ArrayBuffer> {
  return Int16Array.from(samples, (sample) => Math.max(-32768, Math.min(32767, Math.round(sample * 32767))));
}

export function fromPcm(pcm: Int16Array): Float32Array<ArrayBuffer> {
  return Float32Array.from(pcm, (sample) => sample / 32768);
}

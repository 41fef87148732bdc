/** How loud sound is, in decibels below the loudest that can be (dBFS). */

/** 10 ms at 16 kHz. */
const SLICE = 160;
export const SILENT = -100;

/** The loudest 10 ms of a block. */
export function loudest(samples: Float32Array): number {
  let top = 0;
  for (let from = 0; from + SLICE <= samples.length; from += SLICE) {
    let power = 0;
    for (let n = from; n < from + SLICE; n += 1) power += (samples[n] ?? 0) ** 2;
    top = Math.max(top, power / SLICE);
  }
  return decibels(top);
}

export function decibels(power: number): number {
  return Math.max(SILENT, 10 * Math.log10(power));
}

/** The peaks of a voice stand this much above the mean power of its blocks (measured on the recorded set). */
const CREST_DB = 12;
/** Softer peaks are between words, and say nothing about the voice. */
const SPOKEN_DB = 15;
const LEAST_PEAKS = 10;

/**
 * The level at which somebody speaks, from the peaks (0 to 1) that the device check heard while they did; null when
 * they said too little. Give it to the first state of speech-rules.ts.
 */
export function calibrated(peaks: readonly number[]): number | null {
  const top = Math.max(0, ...peaks);
  const spoken = peaks.filter((peak) => peak > 0 && decibels(peak * peak) > decibels(top * top) - SPOKEN_DB);
  if (spoken.length < LEAST_PEAKS) return null;
  return decibels(spoken.reduce((sum, peak) => sum + peak * peak, 0) / spoken.length) - CREST_DB;
}

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

function decibels(power: number): number {
  return Math.max(SILENT, 10 * Math.log10(power));
}

/** A peak is this much above the level of the 10 ms around it, for a voice. */
const CREST_DB = 9;

/**
 * The level at which somebody speaks, from the peaks (0 to 1) that the device check heard while they did; null when
 * they said too little. Give it to the first state of speech-rules.ts.
 */
export function calibrated(peaks: readonly number[]): number | null {
  const levels = peaks.map((peak) => decibels(peak * peak) - CREST_DB).sort((a, b) => b - a);
  const [top] = levels;
  if (top === undefined || levels.length < 10) return null;
  // Between words a peak says nothing about the voice.
  const spoken = levels.filter((level) => level > top - 15);
  return spoken.reduce((sum, level) => sum + level, 0) / spoken.length;
}

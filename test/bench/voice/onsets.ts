/** Where sound begins and ends, from the samples alone. */

/** A hundredth of a second. */
const WINDOW_S = 0.01;
/** A voice stands far above it, a quiet room far below. */
const LOUD = 10 ** (-45 / 20);

/** Milliseconds from the beginning to the end of the last window that is loud. */
export function endOfSound(samples: Float32Array, rate: number): number {
  const window = rate * WINDOW_S;
  for (let at = Math.floor(samples.length / window); at > 0; at -= 1)
    if (loud(samples.subarray((at - 1) * window, at * window))) return at * WINDOW_S * 1000;
  return 0;
}

/** Milliseconds to the first window that is loud; null when none is. */
export function beginningOfSound(samples: Float32Array, rate: number): number | null {
  const window = rate * WINDOW_S;
  for (let at = 0; at + window <= samples.length; at += window)
    if (loud(samples.subarray(at, at + window))) return (at * 1000) / rate;
  return null;
}

function loud(samples: Float32Array): boolean {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return Math.sqrt(power) > LOUD;
}

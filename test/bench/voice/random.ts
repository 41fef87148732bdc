/** Random numbers that a seed repeats. */

/** Between 0 and 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const Z90 = 1.2816;

/** Times of which half are below `p50` and nine of ten below `p90`: log-normal, as waiting times are. */
export function logNormal(p50: number, p90: number, random: () => number): () => number {
  const sigma = Math.log(p90 / p50) / Z90;
  return () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return p50 * Math.exp(sigma * normal);
  };
}

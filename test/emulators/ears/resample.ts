/** Changes the rate of a sound with a windowed sinc, so that nothing folds back into what is heard. */

/** Zero crossings on each side: more is sharper and slower. */
const LOBES = 12;

export function resampled(sound: Float32Array, from: number, to: number): Float32Array {
  const cut = Math.min(1, to / from);
  const reach = Math.ceil(LOBES / cut);
  // Places between two samples repeat: one row of weights for each.
  const rows = to / divisor(from, to);
  const weights = Array.from({ length: rows }, (_, row) => {
    const place = ((row * from) / to) % 1;
    return Float32Array.from({ length: 2 * reach }, (_, k) => kernel(place - (k - reach + 1), cut, reach));
  });
  const out = new Float32Array(Math.floor((sound.length * to) / from));
  for (let index = 0; index < out.length; index += 1) {
    const row = weights[index % rows] ?? weights[0];
    const first = Math.floor((index * from) / to) - reach + 1;
    let sum = 0;
    for (let k = 0; k < 2 * reach; k += 1) sum += (sound[first + k] ?? 0) * (row?.[k] ?? 0);
    out[index] = sum;
  }
  return out;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function kernel(distance: number, cut: number, reach: number): number {
  if (Math.abs(distance) >= reach) return 0;
  const x = Math.PI * distance * cut;
  const sinc = x === 0 ? 1 : Math.sin(x) / x;
  return cut * sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / reach));
}

export function asInt16(sound: Float32Array): Int16Array {
  return Int16Array.from(sound, (sample) => Math.round(Math.max(-1, Math.min(1, sample)) * 32_767));
}

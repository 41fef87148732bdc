/** Halves the rate of a sound that comes in pieces, without what would fold back. */

const TAPS = 31;
const WEIGHTS = Float32Array.from({ length: TAPS }, (_, k) => {
  const x = k - (TAPS - 1) / 2;
  const sinc = x === 0 ? 1 : Math.sin((Math.PI * x) / 2) / ((Math.PI * x) / 2);
  return (sinc * (0.5 + 0.5 * Math.cos((2 * Math.PI * x) / (TAPS + 1)))) / 2 / 32_768;
});

/** Takes 16-bit samples, gives -1 to 1. */
export function halver(): (pcm: Int16Array) => Float32Array {
  let kept = new Int16Array(TAPS - 1);
  return (pcm) => {
    const sound = new Int16Array(kept.length + pcm.length);
    sound.set(kept);
    sound.set(pcm, kept.length);
    const out = new Float32Array(Math.max(0, Math.floor((sound.length - TAPS + 2) / 2)));
    for (let index = 0; index < out.length; index += 1) {
      let sum = 0;
      for (let k = 0; k < TAPS; k += 1) sum += (WEIGHTS[k] ?? 0) * (sound[2 * index + k] ?? 0);
      out[index] = sum;
    }
    kept = sound.slice(2 * out.length);
    return out;
  };
}

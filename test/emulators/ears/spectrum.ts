/** The power spectrum of a stretch of sound, by a radix-2 transform with its tables made once. */

export function powerSpectrum(size: number): (window: Float32Array) => Float32Array {
  const re = new Float32Array(size);
  const im = new Float32Array(size);
  const power = new Float32Array(size / 2);
  const cos = Float32Array.from({ length: size / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / size));
  const sin = Float32Array.from({ length: size / 2 }, (_, k) => Math.sin((2 * Math.PI * k) / size));
  const order = Uint16Array.from({ length: size }, (_, k) => reversed(k, Math.log2(size)));
  const hann = Float32Array.from({ length: size }, (_, k) => 0.5 - 0.5 * Math.cos((2 * Math.PI * k) / size));

  return (window) => {
    for (let k = 0; k < size; k += 1) {
      const from = order[k] ?? 0;
      re[k] = (window[from] ?? 0) * (hann[from] ?? 0);
      im[k] = 0;
    }
    for (let half = 1; half < size; half *= 2) {
      const stride = size / (2 * half);
      for (let start = 0; start < size; start += 2 * half) {
        for (let k = 0; k < half; k += 1) {
          const a = start + k;
          const b = a + half;
          const c = cos[k * stride] ?? 0;
          const s = sin[k * stride] ?? 0;
          const xr = re[b] ?? 0;
          const xi = im[b] ?? 0;
          const tr = xr * c + xi * s;
          const ti = xi * c - xr * s;
          const ar = re[a] ?? 0;
          const ai = im[a] ?? 0;
          re[b] = ar - tr;
          im[b] = ai - ti;
          re[a] = ar + tr;
          im[a] = ai + ti;
        }
      }
    }
    for (let k = 0; k < size / 2; k += 1) {
      const r = re[k] ?? 0;
      const i = im[k] ?? 0;
      power[k] = r * r + i * i;
    }
    return power;
  };
}

function reversed(index: number, bits: number): number {
  let left = index;
  let turned = 0;
  for (let bit = 0; bit < bits; bit += 1) {
    turned = (turned << 1) | (left & 1);
    left >>= 1;
  }
  return turned;
}

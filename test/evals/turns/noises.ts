/** Sounds of a room, made by arithmetic: the same for the same seed. Each is about as loud as its name says, at 16 kHz. */
import { seeded } from './seeded.ts';

export type Noise = 'cough' | 'keys' | 'knock' | 'music' | 'fan' | 'traffic';

const RATE = 16_000;

/** A stretch of noise, from -1 to 1; voices in the set speak at about 0.1 (root mean square). */
export function noise(kind: Noise, lengthMs: number, seed: number): Float32Array {
  const random = seeded(seed);
  const sound = new Float32Array(Math.round((lengthMs * RATE) / 1000));
  switch (kind) {
    case 'cough':
      for (let at = 0.05 * RATE; at < sound.length; at += (0.9 + random()) * RATE) cough(sound, Math.round(at), random);
      return sound;
    case 'keys':
      for (let at = 0; at < sound.length; at += (0.07 + 0.15 * random()) * RATE) {
        click(
          sound,
          Math.round(at),
          { loud: 0.08 + 0.12 * random(), decayMs: 6, pitch: 2500 + 2000 * random() },
          random,
        );
      }
      return sound;
    case 'knock':
      for (let at = 0.1 * RATE; at < sound.length; at += (0.6 + random()) * RATE) {
        click(sound, Math.round(at), { loud: 0.4, decayMs: 45, pitch: 140 + 60 * random() }, random);
      }
      return sound;
    case 'music':
      return music(sound, random);
    case 'fan':
      return coloured(sound, 0.9, 0.012, random);
    case 'traffic':
      return coloured(sound, 0.995, 0.03, random);
  }
}

/** A burst, a breath and a rest of voice: 0.3 s. */
function cough(sound: Float32Array, from: number, random: () => number): void {
  const pitch = 150 + 60 * random();
  const length = Math.round((0.25 + 0.1 * random()) * RATE);
  let band = 0;
  for (let n = 0; n < length && from + n < sound.length; n += 1) {
    const t = n / RATE;
    const burst = Math.exp(-t / 0.035) + 0.45 * Math.exp(-(((t - 0.14) / 0.06) ** 2));
    band += 0.45 * (random() * 2 - 1 - band);
    const hoarse = 0.15 * Math.sin(2 * Math.PI * pitch * t) * Math.exp(-(((t - 0.15) / 0.05) ** 2));
    sound[from + n] = (sound[from + n] ?? 0) + 0.5 * burst * band + hoarse;
  }
}

interface Click {
  loud: number;
  decayMs: number;
  pitch: number;
}

function click(sound: Float32Array, from: number, { loud, decayMs, pitch }: Click, random: () => number): void {
  const length = Math.round((decayMs * 6 * RATE) / 1000);
  for (let n = 0; n < length && from + n < sound.length; n += 1) {
    const t = (n * 1000) / RATE;
    const wave = 0.6 * Math.sin((2 * Math.PI * pitch * n) / RATE) + 0.4 * (random() * 2 - 1);
    sound[from + n] = (sound[from + n] ?? 0) + loud * wave * Math.exp(-t / decayMs);
  }
}

/** Chords of three plucked notes, twice a second. */
function music(sound: Float32Array, random: () => number): Float32Array {
  const beat = RATE / 2;
  for (let from = 0; from < sound.length; from += beat) {
    const root = 220 * 2 ** (Math.floor(random() * 8) / 12);
    for (let n = 0; n < 2 * beat && from + n < sound.length; n += 1) {
      const t = n / RATE;
      let wave = 0;
      for (const ratio of [1, 1.26, 1.5]) {
        for (const partial of [1, 2, 3]) wave += Math.sin(2 * Math.PI * root * ratio * partial * t) / (3 * partial);
      }
      sound[from + n] = (sound[from + n] ?? 0) + 0.035 * wave * Math.exp(-t / 0.4) * Math.min(1, t / 0.01);
    }
  }
  return sound;
}

/** Noise that is the darker the nearer `memory` comes to 1; `loud` is its root mean square. */
function coloured(sound: Float32Array, memory: number, loud: number, random: () => number): Float32Array {
  let value = 0;
  const scale = loud * Math.sqrt(3 * (1 - memory * memory));
  for (let n = 0; n < sound.length; n += 1) {
    value = memory * value + (random() * 2 - 1) * scale;
    sound[n] = value;
  }
  return sound;
}

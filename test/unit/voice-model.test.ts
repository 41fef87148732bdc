/** The voice model on the device: the arithmetic is the published one, and bytes for weights change next to nothing. */
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { BLOCK, freshSilero, hearSilero } from '../../web/candidate/speech/vad/silero-rules.ts';
import { readSilero } from '../../web/candidate/speech/vad/silero-weights-rules.ts';
import { watchdog } from '../../web/candidate/speech/vad/watchdog-rules.ts';
import { packWeights, publishedWeights, shippedWeights } from '../../web/candidate/speech/weights/pack-weights.ts';
import type { Tensor } from '../../web/candidate/speech/weights/read-onnx.ts';
import { sileroByTheBook } from '../support/silero-by-the-book.ts';

/** Soft noise, and from sample 2048 on a voiced sound of 20 harmonics, as 16-bit samples. */
function golden(): Float32Array[] {
  let seed = 1;
  const samples = Float32Array.from({ length: 12 * BLOCK }, (_, n) => {
    seed = (seed * 1664525 + 1013904223) % 2 ** 32;
    let sample = (seed / 2 ** 32 - 0.5) * 0.01;
    for (let k = 1; n >= 2048 && k <= 20; k += 1) sample += (0.1 / k) * Math.sin((2 * Math.PI * 120 * k * n) / 16_000);
    return Math.round(sample * 32768) / 32768;
  });
  return Array.from({ length: 12 }, (_, at) => samples.subarray(at * BLOCK, (at + 1) * BLOCK));
}

function probabilities(weights: ArrayBuffer): number[] {
  const model = readSilero(weights);
  let state = freshSilero();
  return golden().map((block) => {
    const heard = hearSilero(model, state, block);
    state = heard.state;
    return heard.p;
  });
}

test('the model says what it always said', () => {
  const told = probabilities(packWeights().buffer).map((p) => Math.round(p * 1e4) / 1e4);
  expect(told).toEqual([0.1079, 0.0893, 0.0568, 0.044, 0.8359, 0.8694, 0.846, 0.7484, 0.6781, 0.6142, 0.5773, 0.5997]);
});

test('it is the published model: to the last digits with its weights as bytes, and near it with the weights as they were', () => {
  const weights = publishedWeights();
  const published = sileroByTheBook(weights, golden());
  // As onnxruntime was seen to say for these four, in 32-bit arithmetic.
  for (const [at, p] of [0.1079, 0.0959, 0.0605, 0.0495].entries()) expect(published[at]).toBeCloseTo(p, 3);
  const rounded = sileroByTheBook((name) => inBytes(name, weights(name)), golden());
  for (const [at, p] of probabilities(packWeights().buffer).entries()) {
    expect(p).toBeCloseTo(rounded[at] ?? 9, 4);
    // A steady tone is where the model is least sure, and most moved by a rounded weight.
    expect(Math.abs(p - (published[at] ?? 9))).toBeLessThan(0.1);
  }
});

/** Matrices whose rows have a scale each, with the taps that a row's scale is taken from. */
const IN_BYTES = new Map([
  ['0.reparam_conv.weight', [0, 1, 2]],
  ['1.reparam_conv.weight', [0, 1, 2]],
  ['2.reparam_conv.weight', [1, 2]],
  ['3.reparam_conv.weight', [1]],
  ['rnn.weight_ih', [0]],
  ['rnn.weight_hh', [0]],
]);

function inBytes(name: string, { dims, values }: Tensor): Tensor {
  const taps = IN_BYTES.get(name);
  if (taps === undefined) return { dims, values };
  const [outputs = 0, inputs = 0, width = 1] = dims;
  const rounded = values.slice();
  for (let row = 0; row < outputs; row += 1) {
    const own = rounded.subarray(row * inputs * width, (row + 1) * inputs * width);
    const scale = Math.fround(
      Math.max(...own.map((value, at) => (taps.includes(at % width) ? Math.abs(value) : 0))) / 127,
    );
    own.set(own.map((value) => Math.round(value / scale) * scale));
  }
  return { dims, values: rounded };
}

test('the file that is shipped is small, and is the same weights', () => {
  const shipped = shippedWeights();
  expect(shipped.byteLength).toBeLessThan(215 * 1024);
  expect(new Uint8Array(gunzipSync(shipped))).toEqual(packWeights());
});

test('a file that is not the weights is refused', () => {
  expect(() => readSilero(new ArrayBuffer(1000))).toThrow(RangeError);
});

test('a device that is too slow for 3 s is found out, a single hiccup is not', () => {
  const slow = watchdog();
  expect(Array.from({ length: 93 }, () => slow(13)).includes(true)).toBe(false);
  expect(slow(13)).toBe(true);
  const fast = watchdog();
  expect(Array.from({ length: 300 }, (_, n) => fast(n === 50 ? 400 : 2)).includes(true)).toBe(false);
});

/**
 * Silero v6, the voice activity model, in plain arithmetic: how probable speech is in a block of 512 samples at 16 kHz.
 * Magnitudes of four overlapping spectra, four convolutions, one LSTM cell, one weighted sum.
 *
 * The weights' file: as float32, for each layer its biases and the scale of each row, then the last layer's bias and
 * weights; after them, as int8, the rows of each layer.
 */

export const BLOCK = 512;
export const BLOCK_MS = 32;
/** The end of the block before, which the model hears again. */
const CONTEXT = 64;
const SPECTRUM = 256;
const HALF = SPECTRUM / 2;
const BINS = HALF + 1;
const FRAMES = 4;
const CELLS = 128;

/** Outputs, and inputs (channels × taps), of each layer that is kept as int8. */
const SHAPES = {
  c0: [128, BINS * 3],
  c1: [64, 384],
  c2: [64, 128],
  c3: [128, 64],
  inward: [512, 128],
  around: [512, 128],
};

interface Layer {
  rows: Float32Array;
  bias: Float32Array;
}

export interface Silero extends Record<keyof typeof SHAPES, Layer> {
  last: Layer;
  cosines: Float32Array;
  sines: Float32Array;
}

/** What the model carries from block to block. */
export interface SileroState {
  context: Float32Array;
  hidden: Float32Array;
  cell: Float32Array;
}

export function freshSilero(): SileroState {
  return { context: new Float32Array(CONTEXT), hidden: new Float32Array(CELLS), cell: new Float32Array(CELLS) };
}

/** Throws when the file is not of the size that the model needs. */
export function readSilero(file: ArrayBuffer): Silero {
  const shapes = Object.values(SHAPES);
  const plain = shapes.reduce((sum, [outputs = 0]) => sum + 2 * outputs, 1 + CELLS);
  const bytes = shapes.reduce((sum, [outputs = 0, inputs = 0]) => sum + outputs * inputs, 0);
  if (file.byteLength !== plain * 4 + bytes) throw new RangeError('these are not the weights of the voice model');
  let float = 0;
  let byte = plain * 4;
  const floats = (length: number) => {
    const found = new Float32Array(file, float * 4, length);
    float += length;
    return found;
  };
  const layer = ([outputs = 0, inputs = 0]: number[]): Layer => {
    const [bias, scales] = [floats(outputs), floats(outputs)];
    const whole = new Int8Array(file, byte, outputs * inputs);
    byte += whole.length;
    return { bias, rows: Float32Array.from(whole, (weight, at) => weight * (scales[Math.floor(at / inputs)] ?? 0)) };
  };
  const table = (wave: (angle: number) => number) =>
    Float32Array.from({ length: BINS * HALF }, (_, at) => {
      const n = (at % HALF) + 1;
      const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / SPECTRUM);
      return hann * wave((2 * Math.PI * Math.floor(at / HALF) * n) / SPECTRUM);
    });
  const { c0, c1, c2, c3, inward, around } = SHAPES;
  return {
    ...{ c0: layer(c0), c1: layer(c1), c2: layer(c2), c3: layer(c3), inward: layer(inward), around: layer(around) },
    last: { bias: floats(1), rows: floats(CELLS) },
    ...{ cosines: table(Math.cos), sines: table(Math.sin) },
  };
}

/** The probability of speech in a block, and the state for the next one. */
export function hearSilero(model: Silero, state: SileroState, block: Float32Array): { p: number; state: SileroState } {
  const sound = new Float32Array(CONTEXT + BLOCK + CONTEXT);
  sound.set(state.context);
  sound.set(block, CONTEXT);
  // The last samples mirrored, without the very last.
  for (let n = 0; n < CONTEXT; n += 1) sound[CONTEXT + BLOCK + n] = sound[CONTEXT + BLOCK - 2 - n] ?? 0;

  const none = new Float32Array(BINS);
  const spectra = Array.from({ length: FRAMES }, (_, frame) => magnitudes(model, sound.subarray(frame * HALF)));
  const near = spectra.map((own, n) => relu(model.c0, spectra[n - 1] ?? none, own, spectra[n + 1] ?? none));
  const [n0 = none, n1 = none, n2 = none, n3 = none] = near;
  const wide = relu(model.c2, relu(model.c1, new Float32Array(CELLS), n0, n1), relu(model.c1, n1, n2, n3));
  const inward = weighted(model.inward, relu(model.c3, wide));
  const around = weighted(model.around, state.hidden);

  const [hidden, cell] = [new Float32Array(CELLS), new Float32Array(CELLS)];
  for (let n = 0; n < CELLS; n += 1) {
    const gate = (index: number) => (inward[index * CELLS + n] ?? 0) + (around[index * CELLS + n] ?? 0);
    const kept = sigmoid(gate(1)) * (state.cell[n] ?? 0) + sigmoid(gate(0)) * Math.tanh(gate(2));
    cell[n] = kept;
    hidden[n] = sigmoid(gate(3)) * Math.tanh(kept);
  }
  const [sum = 0] = weighted(
    model.last,
    hidden.map((value) => Math.max(0, value)),
  );
  return { p: sigmoid(sum), state: { context: block.slice(BLOCK - CONTEXT), hidden, cell } };
}

/** Of a windowed frame: its two halves are folded first, and the window is zero at sample 0. */
function magnitudes({ cosines, sines }: Silero, sound: Float32Array): Float32Array {
  const [even, odd] = [new Float32Array(HALF), new Float32Array(HALF)];
  for (let n = 1; n < HALF; n += 1) {
    const before = sound[n] ?? 0;
    const after = sound[SPECTRUM - n] ?? 0;
    even[n - 1] = before + after;
    odd[n - 1] = before - after;
  }
  even[HALF - 1] = sound[HALF] ?? 0;
  const found = new Float32Array(BINS);
  for (let bin = 0; bin < BINS; bin += 1) {
    const real = product(cosines, bin * HALF, even);
    const imaginary = product(sines, bin * HALF, odd);
    found[bin] = Math.sqrt(real * real + imaginary * imaginary);
  }
  return found;
}

/** An output for each row: its bias and its weighted inputs, those of one tap after those of another. */
function weighted({ rows, bias }: Layer, ...taps: Float32Array[]): Float32Array {
  let at = 0;
  return bias.map((start) => {
    let sum = start;
    for (const tap of taps) {
      sum += product(rows, at, tap);
      at += tap.length;
    }
    return sum;
  });
}

function relu(layer: Layer, ...taps: Float32Array[]): Float32Array {
  return weighted(layer, ...taps).map((sum) => Math.max(0, sum));
}

/** Four sums side by side, since a processor need not wait for one before it adds to the next. */
function product(rows: Float32Array, from: number, vector: Float32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let n = 0;
  for (; n + 3 < vector.length; n += 4) {
    const at = from + n;
    a += (rows[at] ?? 0) * (vector[n] ?? 0);
    b += (rows[at + 1] ?? 0) * (vector[n + 1] ?? 0);
    c += (rows[at + 2] ?? 0) * (vector[n + 2] ?? 0);
    d += (rows[at + 3] ?? 0) * (vector[n + 3] ?? 0);
  }
  for (; n < vector.length; n += 1) a += (rows[from + n] ?? 0) * (vector[n] ?? 0);
  return a + b + c + d;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

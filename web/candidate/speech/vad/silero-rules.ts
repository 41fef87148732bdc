/**
 * Silero v6, the voice activity model, in plain arithmetic: how probable speech is in a block of 512 samples at 16 kHz.
 * Magnitudes of four overlapping spectra, four convolutions, one LSTM cell, one weighted sum.
 */
import { BINS, CELLS, HALF, type Layer, type Silero } from './silero-weights-rules.ts';

export const BLOCK = 512;
export const BLOCK_MS = 32;
/** The end of the block before, which the model hears again. */
const CONTEXT = 64;
const FRAMES = 4;

/** What the model carries from block to block. */
export interface SileroState {
  context: Float32Array;
  hidden: Float32Array;
  cell: Float32Array;
}

export function freshSilero(): SileroState {
  return { context: new Float32Array(CONTEXT), hidden: new Float32Array(CELLS), cell: new Float32Array(CELLS) };
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

  const hidden = new Float32Array(CELLS);
  const cell = new Float32Array(CELLS);
  let sum = model.last.bias[0] ?? 0;
  for (let n = 0; n < CELLS; n += 1) {
    const gate = (index: number) => (inward[index * CELLS + n] ?? 0) + (around[index * CELLS + n] ?? 0);
    const kept = sigmoid(gate(1)) * (state.cell[n] ?? 0) + sigmoid(gate(0)) * Math.tanh(gate(2));
    const shown = sigmoid(gate(3)) * Math.tanh(kept);
    cell[n] = kept;
    hidden[n] = shown;
    sum += Math.max(0, shown) * (model.last.rows[n] ?? 0);
  }
  return { p: sigmoid(sum), state: { context: block.slice(BLOCK - CONTEXT), hidden, cell } };
}

/** Of a windowed frame: its two halves are folded first, and the window is zero at sample 0. */
function magnitudes({ cosines, sines }: Silero, sound: Float32Array): Float32Array {
  const even = new Float32Array(HALF);
  const odd = new Float32Array(HALF);
  for (let n = 1; n < HALF; n += 1) {
    const before = sound[n] ?? 0;
    const after = sound[2 * HALF - n] ?? 0;
    even[n - 1] = before + after;
    odd[n - 1] = before - after;
  }
  even[HALF - 1] = sound[HALF] ?? 0;
  const imaginary = weighted(sines, odd);
  return weighted(cosines, even)
    .map((real, bin) => Math.sqrt(real * real + (imaginary[bin] ?? 0) ** 2))
    .subarray(0, BINS);
}

function relu(layer: Layer, ...taps: Float32Array[]): Float32Array {
  return weighted(layer, ...taps).map((sum) => Math.max(0, sum));
}

/**
 * An output for each row: its bias and its weighted inputs, those of one tap after those of another. Four rows at a
 * time, since a processor need not wait for one sum before it adds to the next.
 */
function weighted({ rows, bias }: Layer, ...taps: Float32Array[]): Float32Array {
  const sums = bias.slice();
  const width = rows.length / bias.length;
  for (let row = 0; row < sums.length; row += 4) {
    let a = sums[row] ?? 0;
    let b = sums[row + 1] ?? 0;
    let c = sums[row + 2] ?? 0;
    let d = sums[row + 3] ?? 0;
    let at = row * width;
    for (const tap of taps) {
      for (let n = 0; n < tap.length; n += 1, at += 1) {
        const input = tap[n] ?? 0;
        a += (rows[at] ?? 0) * input;
        b += (rows[at + width] ?? 0) * input;
        c += (rows[at + 2 * width] ?? 0) * input;
        d += (rows[at + 3 * width] ?? 0) * input;
      }
    }
    sums[row] = a;
    sums[row + 1] = b;
    sums[row + 2] = c;
    sums[row + 3] = d;
  }
  return sums;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

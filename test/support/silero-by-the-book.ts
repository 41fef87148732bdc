/**
 * Silero v6 computed as its ONNX graph describes it: published float weights, its own Fourier basis, whole padded
 * convolutions, 64-bit arithmetic. Slow, and shares nothing with the product but the reader of the file.
 */
import type { Tensor } from '../../web/candidate/speech/weights/read-onnx.ts';

type Rows = number[][];

/** Probabilities of speech, for blocks of 512 samples in turn. */
export function sileroByTheBook(weights: (name: string) => Tensor, blocks: Float32Array[]): number[] {
  let context: number[] = Array.from({ length: 64 }, () => 0);
  let h: number[] = Array.from({ length: 128 }, () => 0);
  let c: number[] = Array.from({ length: 128 }, () => 0);
  return blocks.map((block) => {
    const heard = [...context, ...block];
    context = heard.slice(-64);
    const mirrored = Array.from({ length: 64 }, (_, n) => heard[heard.length - 2 - n] ?? 0);
    const bands = convolved([[...heard, ...mirrored]], weights('stft.forward_basis_buffer'), null, 128, 0);
    let layer: Rows = Array.from({ length: 129 }, (_, bin) =>
      (bands[bin] ?? []).map((real, frame) => Math.hypot(real, bands[bin + 129]?.[frame] ?? 0)),
    );
    for (const [at, stride] of [1, 2, 2, 1].entries()) {
      const name = `${at}.reparam_conv`;
      layer = convolved(layer, weights(`${name}.weight`), weights(`${name}.bias`), stride, 1).map((row) =>
        row.map((value) => Math.max(0, value)),
      );
    }
    const input = layer.map((row) => row[0] ?? 0);
    const inward = sums(weights('rnn.weight_ih'), weights('rnn.bias_ih'), input);
    const around = sums(weights('rnn.weight_hh'), weights('rnn.bias_hh'), h);
    const gates = inward.map((value, n) => value + (around[n] ?? 0));
    const gate = (index: number, n: number) => gates[index * 128 + n] ?? 0;
    c = c.map((old, n) => sigmoid(gate(1, n)) * old + sigmoid(gate(0, n)) * Math.tanh(gate(2, n)));
    h = c.map((cell, n) => sigmoid(gate(3, n)) * Math.tanh(cell));
    const last = weights('decoder.2.weight').values;
    const total = h.reduce((sum, value, n) => sum + Math.max(0, value) * (last[n] ?? 0), 0);
    return sigmoid(total + (weights('decoder.2.bias').values[0] ?? 0));
  });
}

function convolved(input: Rows, { dims, values }: Tensor, bias: Tensor | null, stride: number, padding: number): Rows {
  const [outputs = 0, inputs = 0, width = 0] = dims;
  const length = input[0]?.length ?? 0;
  const steps = Math.floor((length + 2 * padding - width) / stride) + 1;
  return Array.from({ length: outputs }, (_, output) =>
    Array.from({ length: steps }, (_, step) => {
      let sum = bias?.values[output] ?? 0;
      for (let channel = 0; channel < inputs; channel += 1) {
        for (let tap = 0; tap < width; tap += 1) {
          const sample = input[channel]?.[step * stride + tap - padding] ?? 0;
          sum += sample * (values[(output * inputs + channel) * width + tap] ?? 0);
        }
      }
      return sum;
    }),
  );
}

function sums({ dims, values }: Tensor, bias: Tensor, input: number[]): number[] {
  const [outputs = 0, inputs = 0] = dims;
  return Array.from({ length: outputs }, (_, row) =>
    input.reduce((sum, value, n) => sum + value * (values[row * inputs + n] ?? 0), bias.values[row] ?? 0),
  );
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

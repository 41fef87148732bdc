/**
 * Turns Silero's published model into the file that a candidate's device loads: the 16 kHz half only, without the taps
 * that a block of 512 samples never reaches, a byte for each weight and one scale for each row. Layout: silero-rules.ts.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Tensor, tensorsOf } from './read-onnx.ts';

const MODEL_SHA256 = '1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3';
/** The branch for 16 kHz. */
const BRANCH = 'then_branch';
const STEEPEST = 127;

/** In the order of the pass, with the taps of each convolution that can be reached. */
const LAYERS = [
  { matrix: '0.reparam_conv.weight', bias: '0.reparam_conv.bias', taps: [0, 1, 2] },
  { matrix: '1.reparam_conv.weight', bias: '1.reparam_conv.bias', taps: [0, 1, 2] },
  // Two frames after one of padding, and then a single frame between paddings.
  { matrix: '2.reparam_conv.weight', bias: '2.reparam_conv.bias', taps: [1, 2] },
  { matrix: '3.reparam_conv.weight', bias: '3.reparam_conv.bias', taps: [1] },
  { matrix: 'rnn.weight_ih', bias: 'rnn.bias_ih', taps: [0] },
  { matrix: 'rnn.weight_hh', bias: 'rnn.bias_hh', taps: [0] },
];

/** The model's float tensors as published, by the end of their names. */
export function publishedWeights(): (name: string) => Tensor {
  const own = createRequire(import.meta.url).resolve('@ricky0123/vad-web/package.json');
  const model = readFileSync(join(dirname(own), 'dist/silero_vad_v6.onnx'));
  const hash = createHash('sha256').update(model).digest('hex');
  if (hash !== MODEL_SHA256) throw new Error(`Silero's model is not the one that was checked: ${hash}`);
  const tensors = tensorsOf(model, BRANCH);
  return (name) => {
    const found = [...tensors].find(([key]) => key.endsWith(name));
    if (found === undefined) throw new Error(`Silero's model has no ${name}`);
    return found[1];
  };
}

/** Plain bytes as `readSilero` takes them. */
export function packWeights(): Uint8Array<ArrayBuffer> {
  const weights = publishedWeights();
  const floats: number[] = [];
  const bytes: number[] = [];
  for (const { matrix, bias, taps } of LAYERS) {
    const rows = rowsOf(weights(matrix), taps);
    const scales = rows.map((row) => Math.max(...row.map(Math.abs)) / STEEPEST);
    floats.push(...weights(bias).values, ...scales);
    for (const [at, row] of rows.entries()) bytes.push(...row.map((value) => Math.round(value / (scales[at] ?? 1))));
  }
  floats.push(...weights('decoder.2.bias').values, ...weights('decoder.2.weight').values);
  const packed = new Uint8Array(floats.length * 4 + bytes.length);
  packed.set(new Uint8Array(Float32Array.from(floats).buffer));
  packed.set(new Uint8Array(Int8Array.from(bytes).buffer), floats.length * 4);
  return packed;
}

/** As it is shipped: packed here, since servers leave files of unknown type as they are. */
export function shippedWeights(): Uint8Array {
  return gzipSync(packWeights(), { level: 9 });
}

/** A row for each output: the weights of all inputs at the first tap, then at the next. */
function rowsOf({ dims, values }: Tensor, taps: number[]): number[][] {
  const [outputs = 0, inputs = 0, width = 1] = dims;
  return Array.from({ length: outputs }, (_, output) =>
    taps.flatMap((tap) =>
      Array.from({ length: inputs }, (_, input) => values[(output * inputs + input) * width + tap] ?? 0),
    ),
  );
}

/**
 * The weights of Silero v6 as a candidate's device loads them: the 16 kHz half of the model, a byte for each weight.
 * The file: as float32, for each layer its biases and the scale of each row, then the last layer's bias and weights;
 * after them, as int8, the rows of each layer.
 */

const SPECTRUM = 256;
export const HALF = SPECTRUM / 2;
export const BINS = HALF + 1;
export const CELLS = 128;
/** Rows are worked on four at a time. */
const TABLE_ROWS = BINS + 3;

/** Outputs, and inputs (channels × taps), of each layer that is kept as int8. */
const SHAPES = {
  c0: [128, BINS * 3],
  c1: [64, 384],
  c2: [64, 128],
  c3: [128, 64],
  inward: [512, 128],
  around: [512, 128],
};

export interface Layer {
  rows: Float32Array;
  bias: Float32Array;
}

/** Four convolutions, the LSTM's two matrices, the last sum, and the waves that a spectrum is measured with. */
export interface Silero extends Record<keyof typeof SHAPES, Layer> {
  last: Layer;
  cosines: Layer;
  sines: Layer;
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
  return {
    c0: layer(SHAPES.c0),
    c1: layer(SHAPES.c1),
    c2: layer(SHAPES.c2),
    c3: layer(SHAPES.c3),
    inward: layer(SHAPES.inward),
    around: layer(SHAPES.around),
    last: { bias: floats(1), rows: floats(CELLS) },
    cosines: waves(Math.cos),
    sines: waves(Math.sin),
  };
}

/** A row for each bin, windowed, for samples 1 to 128 of a frame whose second half was folded onto its first. */
function waves(wave: (angle: number) => number): Layer {
  const rows = Float32Array.from({ length: TABLE_ROWS * HALF }, (_, at) => {
    const n = (at % HALF) + 1;
    const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / SPECTRUM);
    return hann * wave((2 * Math.PI * Math.floor(at / HALF) * n) / SPECTRUM);
  });
  return { rows, bias: new Float32Array(TABLE_ROWS) };
}

/**
 * Reads the weights out of an ONNX file, and nothing else of it: the tensors of the constants in one branch of the
 * model's first `If`. A protobuf message is a row of numbered fields, so no schema is needed for the few that count.
 */

export interface Tensor {
  dims: number[];
  values: Float32Array;
}

interface Field {
  number: number;
  /** The content of a field with a length; empty for a plain number. */
  bytes: Uint8Array;
  value: number;
}

/** Field numbers of ONNX's published schema. */
const MODEL = { graph: 7 };
const GRAPH = { node: 1 };
const NODE = { output: 2, kind: 4, attribute: 5 };
const ATTRIBUTE = { name: 1, tensor: 5, graph: 6 };
const TENSOR = { dims: 1, type: 2, raw: 9 };
const FLOAT32 = 1;

/** The float tensors of the branch (`then_branch` or `else_branch`), by the name of their output. */
export function tensorsOf(model: Uint8Array, branch: string): Map<string, Tensor> {
  const choice = all(only(model, MODEL.graph), GRAPH.node).find((node) => text(only(node, NODE.kind)) === 'If');
  const taken = all(choice ?? new Uint8Array(), NODE.attribute).find(
    (one) => text(only(one, ATTRIBUTE.name)) === branch,
  );
  const tensors = new Map<string, Tensor>();
  if (taken === undefined) return tensors;
  for (const node of all(only(taken, ATTRIBUTE.graph), GRAPH.node)) {
    if (text(only(node, NODE.kind)) !== 'Constant') continue;
    const tensor = all(node, NODE.attribute).map((one) => only(one, ATTRIBUTE.tensor))[0];
    if (tensor === undefined) continue;
    const read = fields(tensor);
    if (read.find(({ number }) => number === TENSOR.type)?.value !== FLOAT32) continue;
    // Copied, since the file's bytes need not begin at a multiple of four.
    const raw = new Uint8Array(only(tensor, TENSOR.raw));
    tensors.set(text(only(node, NODE.output)), { dims: dimsOf(read), values: new Float32Array(raw.buffer) });
  }
  return tensors;
}

function dimsOf(read: Field[]): number[] {
  return read
    .filter(({ number }) => number === TENSOR.dims)
    .flatMap(({ bytes, value }) => (bytes.length === 0 ? [value] : packed(bytes)));
}

function packed(bytes: Uint8Array): number[] {
  const values: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [value, next] = varint(bytes, at);
    values.push(value);
    at = next;
  }
  return values;
}

function fields(bytes: Uint8Array): Field[] {
  const found: Field[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [key, begin] = varint(bytes, at);
    const number = Math.floor(key / 8);
    let [value, next] = [0, begin];
    let content: Uint8Array = new Uint8Array();
    if (key % 8 === 0) [value, next] = varint(bytes, begin);
    else if (key % 8 === 1) next = begin + 8;
    else if (key % 8 === 5) next = begin + 4;
    else {
      const [length, start] = varint(bytes, begin);
      next = start + length;
      content = bytes.subarray(start, next);
    }
    found.push({ number, bytes: content, value });
    at = next;
  }
  return found;
}

function varint(bytes: Uint8Array, from: number): [value: number, next: number] {
  let value = 0;
  for (let at = from, scale = 1; ; at += 1, scale *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return [value, at + 1];
  }
}

function all(bytes: Uint8Array, number: number): Uint8Array[] {
  return fields(bytes)
    .filter((field) => field.number === number)
    .map((field) => field.bytes);
}

function only(bytes: Uint8Array, number: number): Uint8Array {
  return all(bytes, number)[0] ?? new Uint8Array();
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

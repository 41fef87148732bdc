/** Writes Opus packets in the byte layout of a browser's recorder: clusters of a second, their sizes unknown. */

const CLUSTER_MS = 1000;
const UNKNOWN = Uint8Array.of(0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);

interface Written {
  bytes: Uint8Array;
  /** Where the block of each packet begins. */
  blocks: number[];
}

export function writeWebm(packets: readonly { timeMs: number; bytes: Uint8Array }[]): Written {
  const blocks: number[] = [];
  let length = 0;
  const pieces: Uint8Array[] = [];
  const write = (...written: Uint8Array[]) => {
    pieces.push(...written);
    length += written.reduce((sum, piece) => sum + piece.length, 0);
  };
  write(head());
  let clusterMs: number | null = null;
  for (const { timeMs, bytes } of packets) {
    if (clusterMs === null || timeMs - clusterMs >= CLUSTER_MS) {
      clusterMs = timeMs;
      write(Uint8Array.of(0x1f, 0x43, 0xb6, 0x75), UNKNOWN, element([0xe7], number(clusterMs)));
    }
    const place = timeMs - clusterMs;
    blocks.push(length);
    write(element([0xa3], Uint8Array.of(0x81, place >> 8, place & 255, 0x80), bytes));
  }
  return { bytes: joined(pieces), blocks };
}

function head(): Uint8Array {
  const type = element(
    [0x1a, 0x45, 0xdf, 0xa3],
    element([0x42, 0x86], number(1)),
    element([0x42, 0xf7], number(1)),
    element([0x42, 0xf2], number(4)),
    element([0x42, 0xf3], number(8)),
    element([0x42, 0x82], text('webm')),
    element([0x42, 0x87], number(4)),
    element([0x42, 0x85], number(2)),
  );
  const info = element(
    [0x15, 0x49, 0xa9, 0x66],
    element([0x2a, 0xd7, 0xb1], number(1_000_000)),
    element([0x4d, 0x80], text('Interloop')),
    element([0x57, 0x41], text('Interloop')),
  );
  const opus = joined([text('OpusHead'), Uint8Array.of(1, 2, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0)]);
  const rate = new Uint8Array(4);
  new DataView(rate.buffer).setFloat32(0, 48_000);
  const track = element(
    [0xae],
    element([0xd7], number(1)),
    element([0x73, 0xc5], number(1)),
    element([0x83], number(2)),
    element([0x86], text('A_OPUS')),
    element([0x63, 0xa2], opus),
    element([0xe1], element([0xb5], rate), element([0x9f], number(2))),
  );
  const tracks = element([0x16, 0x54, 0xae, 0x6b], track);
  return joined([type, Uint8Array.of(0x18, 0x53, 0x80, 0x67), UNKNOWN, info, tracks]);
}

function element(id: readonly number[], ...content: Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, piece) => sum + piece.length, 0);
  const size = length < 127 ? [0x80 | length] : [0x40 | (length >> 8), length & 255];
  return joined([Uint8Array.from(id), Uint8Array.from(size), ...content]);
}

function number(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let left = value; left > 0 || bytes.length === 0; left = Math.floor(left / 256)) bytes.unshift(left % 256);
  return Uint8Array.from(bytes);
}

function text(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

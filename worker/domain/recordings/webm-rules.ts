/**
 * Reads the sound packets out of what a browser's recorder wrote, WebM cut at any byte. A cluster begins each second or
 * so and names its own time; so after a hole reading goes on at the next one, and no header is needed.
 */
import type { TimedPacket } from './packet-shape.ts';

export interface WebmRead {
  packets: TimedPacket[];
  /** Where the first cluster stands in the bytes; null when there is none. */
  clusterAt: number | null;
}

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const CLUSTER_TIME = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
/** Their content is read as if it stood in the place of the element itself. */
const OPENED: ReadonlySet<number> = new Set([SEGMENT, CLUSTER, BLOCK_GROUP]);
const EBML = 0x1a45dfa3;
/** Track number, two bytes of time, flags. */
const BLOCK_HEAD = 4;

export function readWebm(bytes: Uint8Array): WebmRead {
  const packets: TimedPacket[] = [];
  const clusterAt = nextCluster(bytes, 0);
  let at = clusterAt ?? bytes.length;
  let clusterMs = 0;
  while (at < bytes.length) {
    const element = elementAt(bytes, at);
    if (element === null) {
      at = nextCluster(bytes, at + 1) ?? bytes.length;
      continue;
    }
    const { id, from, to } = element;
    if (id === CLUSTER_TIME) clusterMs = unsigned(bytes, from, to);
    if (id === SIMPLE_BLOCK || id === BLOCK) {
      const timeMs = clusterMs + signed16(bytes, from + 1);
      packets.push({ timeMs, bytes: bytes.subarray(from + BLOCK_HEAD, to) });
    }
    at = OPENED.has(id) ? from : to;
  }
  return { packets, clusterAt };
}

interface Element {
  id: number;
  from: number;
  to: number;
}

/** The element at this place, or null when there is none that makes sense or it is cut off. */
function elementAt(bytes: Uint8Array, at: number): Element | null {
  const idLength = leading(bytes[at] ?? 0);
  const size = at + idLength;
  const sizeLength = leading(bytes[size] ?? 0);
  if (idLength > 4 || sizeLength > 8) return null;
  const id = unsigned(bytes, at, size);
  const from = size + sizeLength;
  if (OPENED.has(id)) return { id, from, to: from };
  if (!KNOWN.has(id)) return null;
  const first = (bytes[size] ?? 0) & (0xff >> sizeLength);
  const to = from + first * 256 ** (sizeLength - 1) + unsigned(bytes, size + 1, from);
  return to > bytes.length ? null : { id, from, to };
}

/** What stands inside and around clusters; anything else at the place of an element means that bytes are missing. */
const KNOWN: ReadonlySet<number> = new Set([
  CLUSTER_TIME,
  SIMPLE_BLOCK,
  BLOCK,
  EBML,
  0xec, // void
  0xab, // size of the cluster before
  0xa7, // position of the cluster
  0x9b, // duration of a block
  0xfb, // reference to another block
  0x75a2, // padding to discard
  0x1c53bb6b, // cues
  0x1254c367, // tags
]);

function nextCluster(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (unsigned(bytes, at, at + 4) !== CLUSTER) continue;
    const size = leading(bytes[at + 4] ?? 0);
    if (size <= 8 && bytes[at + 4 + size] === CLUSTER_TIME) return at;
  }
  return null;
}

/** How many bytes a number of variable length takes. */
function leading(first: number): number {
  return Math.clz32(first) - 23;
}

function unsigned(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 256 + (bytes[at] ?? 0);
  return value;
}

function signed16(bytes: Uint8Array, at: number): number {
  const value = unsigned(bytes, at, at + 2);
  return value >= 0x8000 ? value - 0x10000 : value;
}

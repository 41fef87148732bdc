/**
 * Writes one fragmented MP4 with an index in front (`sidx`), so that any moment is one range away, and reads the
 * packets of such a file back. Fragments last a second. Pure.
 */
import { joined, u32 } from './bytes-rules.ts';
import { box, mp4Head } from './mp4-head-rules.ts';
import { mimeOf, OPUS, rateOf, type SoundFormat, samplesOf } from './sound-format-rules.ts';

export interface Mp4File {
  bytes: Uint8Array<ArrayBuffer>;
  /** With its codec, as a browser is asked whether it can play it. */
  mime: string;
  durationMs: number;
  /** What a player needs first; the index that follows is only for players without our list. */
  initBytes: number;
  /** [timeMs, offset, length] of each fragment. */
  fragments: [number, number, number][];
}

interface Fragment {
  at: number;
  samples: number;
  bytes: Uint8Array;
}

/** Data offset, and a length and size for each packet. */
const RUN_FLAGS = 0x301;
/** The track's number stands where `moof` begins; every packet can be played from. */
const TRACK_FLAGS = 0x20000;
const STARTS_WITH_SYNC = 0x90000000;

export function writeMp4(packets: readonly Uint8Array[], format: SoundFormat = OPUS): Mp4File {
  const rate = rateOf(format);
  const ms = (samples: number) => Math.round((samples * 1000) / rate);
  const parts = seconds(format, packets).map(({ at, group }, index) => fragment(index + 1, at, group));
  const samples = parts.reduce((sum, part) => sum + part.samples, 0);
  const head = mp4Head(format, samples);
  const index = sidx(rate, parts);
  const fragments: [number, number, number][] = [];
  let offset = head.length + index.length;
  for (const part of parts) {
    fragments.push([ms(part.at), offset, part.bytes.length]);
    offset += part.bytes.length;
  }
  const bytes = joined([head, index, ...parts.map((part) => part.bytes)]);
  return { bytes, mime: mimeOf(format), durationMs: ms(samples), initBytes: head.length, fragments };
}

interface Packet {
  samples: number;
  bytes: Uint8Array;
}

function seconds(format: SoundFormat, packets: readonly Uint8Array[]): { at: number; group: Packet[] }[] {
  const groups: { at: number; group: Packet[] }[] = [];
  let at = 0;
  let full = 0;
  for (const bytes of packets) {
    if (at >= full) {
      groups.push({ at, group: [] });
      full = at + rateOf(format);
    }
    const samples = samplesOf(format, bytes);
    groups.at(-1)?.group.push({ samples, bytes });
    at += samples;
  }
  return groups;
}

function fragment(number: number, at: number, group: readonly Packet[]): Fragment {
  const table = u32(...group.flatMap(({ samples, bytes }) => [samples, bytes.length]));
  const moof = (dataOffset: number) =>
    box(
      'moof',
      box('mfhd', u32(0, number)),
      box(
        'traf',
        box('tfhd', u32(TRACK_FLAGS, 1)),
        box('tfdt', u32(0x1000000, Math.floor(at / 2 ** 32), at)),
        box('trun', u32(RUN_FLAGS, group.length, dataOffset), table),
      ),
    );
  const bytes = joined([moof(moof(0).length + 8), box('mdat', ...group.map((packet) => packet.bytes))]);
  return { at, samples: group.reduce((sum, packet) => sum + packet.samples, 0), bytes };
}

function sidx(rate: number, parts: readonly Fragment[]): Uint8Array {
  const entries = parts.map((part) => u32(part.bytes.length, part.samples, STARTS_WITH_SYNC));
  return box('sidx', u32(0, 1, rate, 0, 0, parts.length), ...entries);
}

const MOOF = 0x6d6f6f66;
const TRUN = 0x7472756e;

/** `moof`, `mfhd`, `traf`, `tfhd` and `tfdt` have the same length in every fragment: see above. */
const RUN_AT = 8 + 16 + 8 + 16 + 20;

/** Whether each fragment of the list stands in the file as {@link writeMp4} writes it: nothing says so of a damaged one. */
export function holdsFragments({ bytes, fragments }: Pick<Mp4File, 'bytes' | 'fragments'>): boolean {
  return fragments.every(([, offset, length]) => {
    if (offset + length > bytes.length || length < RUN_AT + 20) return false;
    const view = new DataView(bytes.buffer, bytes.byteOffset + offset, length);
    const count = view.getUint32(RUN_AT + 12);
    if (view.getUint32(4) !== MOOF || view.getUint32(RUN_AT + 4) !== TRUN || RUN_AT + 20 + count * 8 > length)
      return false;
    const sizes = Array.from({ length: count }, (_, i) => view.getUint32(RUN_AT + 20 + i * 8 + 4));
    return view.getUint32(RUN_AT + 16) + sizes.reduce((sum, size) => sum + size, 0) <= length;
  });
}

/** The packets of a file that {@link writeMp4} wrote, and that {@link holdsFragments} still knows as such. */
export function readMp4(file: Pick<Mp4File, 'bytes' | 'fragments'>): Uint8Array[] {
  return file.fragments.flatMap(([, offset, length]) => {
    const view = new DataView(file.bytes.buffer, file.bytes.byteOffset + offset, length);
    const count = view.getUint32(RUN_AT + 12);
    let at = offset + view.getUint32(RUN_AT + 16);
    return Array.from({ length: count }, (_, i) => {
      const size = view.getUint32(RUN_AT + 20 + i * 8 + 4);
      at += size;
      return file.bytes.subarray(at - size, at);
    });
  });
}

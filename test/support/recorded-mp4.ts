/** Fragmented MP4 as one writer or another makes it: what stands where differs, the packets inside are given. */
import { ascii, joined, u16, u32 } from '../../worker/domain/recordings/bytes-rules.ts';
import { box } from '../../worker/domain/recordings/mp4-head-rules.ts';

export interface RecordedMp4 {
  codec: 'opus' | 'aac';
  /** Of each packet, in samples of `rate`. */
  packets: readonly Uint8Array[];
  /** Also the units of its times, unless `timescale` says otherwise. */
  rate: number;
  channels: 1 | 2;
  packetSamples: number;
  /** How many packets stand in one fragment. */
  perFragment: number;
  timescale?: number;
  /** Where the length and the size of packets are told: with each, once a fragment, or once a file. */
  told?: 'each' | 'fragment' | 'file';
  /** What places are counted from: the fragment, the file, or the end of what came before. */
  from?: 'fragment' | 'file' | 'before';
  /** How many `traf` boxes share a fragment's packets. */
  trafs?: number;
  /** Another track stands first in the file and in each fragment. */
  withPicture?: boolean;
  /** Without `tfdt`, times follow from what came before. */
  timed?: boolean;
  /** Time of the first packet. */
  beginsAt?: number;
  /** What an edit list cuts from the beginning, in units of its times. */
  cutsOff?: number;
  /** How long an edit list waits before that, in milliseconds. */
  waitsMs?: number;
}

const AAC_RATES = [96_000, 88_200, 64_000, 48_000, 44_100];
const OWN_TRACK = 2;
const PICTURE_TRACK = 1;
const PICTURE = new Uint8Array(333).fill(7);
const zeros = (length: number) => new Uint8Array(length);

/** The whole file, from `ftyp` to the last fragment. */
export function recordedMp4(made: RecordedMp4): Uint8Array {
  const pieces = [box('ftyp', ascii('iso5'), u32(0), ascii('iso5mp41')), head(made)];
  let at = pieces.reduce((sum, piece) => sum + piece.length, 0);
  let time = made.beginsAt ?? 0;
  for (let first = 0; first < made.packets.length; first += made.perFragment) {
    const group = made.packets.slice(first, first + made.perFragment);
    const piece = fragment(made, group, { at, time, number: first / made.perFragment + 1 });
    pieces.push(piece);
    at += piece.length;
    time += group.length * units(made);
  }
  return joined(pieces);
}

function units({ packetSamples, rate, timescale = rate }: RecordedMp4): number {
  return Math.round((packetSamples * timescale) / rate);
}

function head(made: RecordedMp4): Uint8Array {
  const picture =
    made.withPicture === true ? [track(PICTURE_TRACK, 90_000, 'vide', entryOf('avc1', zeros(70)), [])] : [];
  const sound = track(OWN_TRACK, made.timescale ?? made.rate, 'soun', soundEntry(made), edits(made));
  const told = made.told === 'file' ? [units(made), made.packets[0]?.length ?? 0] : [0, 0];
  const defaults = [box('trex', u32(0, PICTURE_TRACK, 1, 0, 0, 0)), box('trex', u32(0, OWN_TRACK, 1, ...told, 0))];
  return box('moov', box('mvhd', u32(0, 0, 0, 1000, 0), zeros(80)), ...picture, sound, box('mvex', ...defaults));
}

function edits({ cutsOff, waitsMs }: RecordedMp4): Uint8Array[] {
  if (cutsOff === undefined && waitsMs === undefined) return [];
  const wait = waitsMs === undefined ? [] : [u32(waitsMs, 0xffffffff, 0x10000)];
  const cut = u32(0, cutsOff ?? 0, 0x10000);
  return [box('edts', box('elst', u32(0, wait.length + 1), ...wait, cut))];
}

function track(id: number, timescale: number, kind: string, entry: Uint8Array, more: Uint8Array[]): Uint8Array {
  const tables = box(
    'stbl',
    box('stsd', u32(0, 1), entry),
    ...['stts', 'stsc', 'stco'].map((name) => box(name, u32(0, 0))),
  );
  const media = box(
    'mdia',
    box('mdhd', u32(0, 0, 0, timescale, 0), u16(0x55c4, 0)),
    box('hdlr', u32(0, 0), ascii(kind), zeros(13)),
    box('minf', tables),
  );
  return box('trak', box('tkhd', u32(3, 0, 0, id, 0, 0), zeros(60)), ...more, media);
}

function entryOf(name: string, ...content: Uint8Array[]): Uint8Array {
  return box(name, zeros(6), u16(1), ...content);
}

function soundEntry({ codec, rate, channels }: RecordedMp4): Uint8Array {
  const facts = joined([zeros(8), u16(channels, 16, 0, 0), u32(rate * 0x10000)]);
  if (codec === 'opus') {
    return entryOf(
      'Opus',
      facts,
      box('dOps', Uint8Array.of(0, channels), u16(312), u32(rate), u16(0), Uint8Array.of(0)),
    );
  }
  const index = AAC_RATES.indexOf(rate);
  const config = [(2 << 3) | (index >> 1), ((index & 1) << 7) | (channels << 3)];
  const decoder = [4, 17, 0x40, 0x15, ...zeros(11), 5, 2, ...config];
  // Lengths in four bytes, as some writers have them.
  const stream = [3, 0x80, 0x80, 0x80, decoder.length + 3, 0, 0, 0, ...decoder];
  return entryOf('mp4a', facts, box('esds', u32(0), Uint8Array.from(stream)));
}

interface Place {
  at: number;
  time: number;
  number: number;
}

function fragment(made: RecordedMp4, group: readonly Uint8Array[], { at, time, number }: Place): Uint8Array {
  const picture = made.withPicture === true ? [PICTURE] : [];
  const trafs = Math.min(made.trafs ?? 1, group.length);
  const perTraf = Math.ceil(group.length / trafs);
  const build = (data: number): Uint8Array => {
    let place = data;
    const boxes = picture.map((bytes) => traf(made, PICTURE_TRACK, [bytes], { place, at, time: 0, isFirst: true }));
    place += picture.reduce((sum, bytes) => sum + bytes.length, 0);
    for (let first = 0; first < group.length; first += perTraf) {
      const own = group.slice(first, first + perTraf);
      const isFirst = boxes.length === 0;
      boxes.push(traf(made, OWN_TRACK, own, { place, at, time: time + first * units(made), isFirst }));
      place += own.reduce((sum, bytes) => sum + bytes.length, 0);
    }
    return box('moof', box('mfhd', u32(0, number)), ...boxes);
  };
  return joined([build(build(0).length + 8), box('mdat', ...picture, ...group)]);
}

interface TrafPlace {
  /** From the fragment's beginning. */
  place: number;
  at: number;
  time: number;
  isFirst: boolean;
}

function traf(made: RecordedMp4, id: number, packets: readonly Uint8Array[], where: TrafPlace): Uint8Array {
  const { told = 'each', from = 'fragment', timed = true } = made;
  const each = told === 'each' || id !== OWN_TRACK;
  const counted = { fragment: 0x20000, file: 1, before: 0 }[from];
  const once = told === 'fragment' && id === OWN_TRACK ? [units(made), packets[0]?.length ?? 0] : [];
  const header = [u32(counted | (once.length > 0 ? 0x18 : 0), id)];
  if (from === 'file') header.push(u32(0, where.at));
  header.push(u32(...once));
  // What follows the data before it need not say where it is.
  const says = from !== 'before' || where.isFirst;
  const table = each ? packets.map((packet) => u32(units(made), packet.length)) : [];
  const run = box(
    'trun',
    u32((says ? 1 : 0) | (each ? 0x300 : 0), packets.length),
    says ? u32(where.place) : zeros(0),
    ...table,
  );
  const time = timed ? [box('tfdt', u32(0x1000000, 0, where.time))] : [];
  return box('traf', box('tfhd', ...header), ...time, run);
}

/** What the beginning of a recorded MP4 (`moov`) says about its track of sound. Pure. */
import { type Box, boxesIn, boxOn, u32At, u64At } from './mp4-box-rules.ts';
import { aacFormat, OPUS, rateOf, type SoundFormat } from './sound-format-rules.ts';

export interface Mp4Track {
  /** Null: every track there is. */
  id: number | null;
  format: SoundFormat;
  /** Units a second of the times inside. */
  timescale: number;
  /** How much later a packet is heard than its own time says: an encoder's run-up makes it negative. */
  shiftMs: number;
  /** What packets are whose fragment does not say it; 0: it must. */
  defaultDuration: number;
  defaultSize: number;
}

/** The first track that holds a voice in a format which can be sealed. */
export function readTrack(bytes: Uint8Array, moov: Box): Mp4Track | null {
  const header = boxOn(bytes, moov, 'mvhd');
  const movieScale = header === null ? 0 : u32At(bytes, header.from + (bytes[header.from] === 1 ? 20 : 12));
  for (const trak of boxesIn(bytes, moov).filter(({ name }) => name === 'trak')) {
    const track = readOne(bytes, moov, trak, movieScale);
    if (track !== null) return track;
  }
  return null;
}

function readOne(bytes: Uint8Array, moov: Box, trak: Box, movieScale: number): Mp4Track | null {
  const [tkhd, mdhd, stsd] = [
    boxOn(bytes, trak, 'tkhd'),
    boxOn(bytes, trak, 'mdia', 'mdhd'),
    boxOn(bytes, trak, 'mdia', 'minf', 'stbl', 'stsd'),
  ];
  if (tkhd === null || mdhd === null || stsd === null) return null;
  const id = u32At(bytes, tkhd.from + (bytes[tkhd.from] === 1 ? 20 : 12));
  const timescale = u32At(bytes, mdhd.from + (bytes[mdhd.from] === 1 ? 20 : 12));
  // Version and count stand before the entries.
  const [entry] = boxesIn(bytes, { from: stsd.from + 8, to: stsd.to });
  const sound = entry === undefined ? null : readEntry(bytes, entry);
  if (sound === null || timescale === 0) return null;
  const edit = readEdit(bytes, trak);
  const trex = boxesIn(bytes, boxOn(bytes, moov, 'mvex') ?? { from: 0, to: 0 }).find(
    (box) => box.name === 'trex' && u32At(bytes, box.from + 4) === id,
  );
  return {
    id,
    timescale,
    format: sound.format,
    shiftMs: shift(edit, { timescale, movieScale, ...sound }),
    defaultDuration: trex === undefined ? 0 : u32At(bytes, trex.from + 12),
    defaultSize: trex === undefined ? 0 : u32At(bytes, trex.from + 16),
  };
}

interface Entry {
  format: SoundFormat;
  /** Run-up that sealing writes into the new file itself, in seconds. */
  ownRunUp: number;
}

/** A sound entry has 28 bytes of its own, in QuickTime's way more; its configuration is looked for behind them. */
const ENTRY_BYTES = 28;

function readEntry(bytes: Uint8Array, entry: Box): Entry | null {
  if (entry.name === 'Opus') {
    const config = find(bytes, entry, 'dOps');
    const preSkip = config === null ? 0 : (bytes[config.from + 2] ?? 0) * 256 + (bytes[config.from + 3] ?? 0);
    return { format: OPUS, ownRunUp: preSkip / rateOf(OPUS) };
  }
  if (entry.name !== 'mp4a') return null;
  const esds = find(bytes, entry, 'esds');
  const config = esds === null ? null : decoderConfig(bytes.subarray(esds.from + 4, esds.to));
  const format = config === null ? null : aacFormat(config);
  return format === null ? null : { format, ownRunUp: 0 };
}

/** A box by its name, in whatever other box it stands. */
function find(bytes: Uint8Array, entry: Box, name: string): { from: number; to: number } | null {
  for (let at = entry.from + ENTRY_BYTES; at + 8 <= Math.min(entry.to, bytes.length); at++) {
    if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) !== name) continue;
    const to = at + u32At(bytes, at);
    if (to > at + 8 && to <= entry.to) return { from: at + 8, to };
  }
  return null;
}

const [ELEMENTARY_STREAM, DECODER, DECODER_CONFIG] = [3, 4, 5] as const;

/** Walks the descriptors of an `esds` box (ISO 14496-1, section 7.2.6) to the codec's own configuration. */
function decoderConfig(bytes: Uint8Array): Uint8Array | null {
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] ?? 0;
    let size = 0;
    for (let more = true, n = 0; more && n < 4; n++) {
      at += 1;
      const byte = bytes[at] ?? 0;
      size = size * 128 + (byte & 127);
      more = byte >= 128;
    }
    at += 1;
    if (tag === DECODER_CONFIG) return bytes.slice(at, at + size);
    if (tag === ELEMENTARY_STREAM) at += 3 + streamExtras(bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
    else at += tag === DECODER ? 13 : size;
  }
  return null;
}

/** An id of another stream, an address, and the id of a clock stand there when their flag says so. */
function streamExtras(flags: number, addressLength: number): number {
  return (flags & 0x80 ? 2 : 0) + (flags & 0x40 ? 1 + addressLength : 0) + (flags & 0x20 ? 2 : 0);
}

interface Edit {
  /** In the movie's units. */
  delay: number;
  /** In the track's units; null: nothing is cut off. */
  begin: number | null;
}

/** What an edit list takes from the beginning and puts before it. */
function readEdit(bytes: Uint8Array, trak: Box): Edit {
  const elst = boxOn(bytes, trak, 'edts', 'elst');
  const edit: Edit = { delay: 0, begin: null };
  if (elst === null) return edit;
  const wide = bytes[elst.from] === 1;
  const size = wide ? 20 : 12;
  for (let n = 0, at = elst.from + 8; n < u32At(bytes, elst.from + 4) && at + size <= elst.to; n++, at += size) {
    const length = wide ? u64At(bytes, at) : u32At(bytes, at);
    const high = u32At(bytes, wide ? at + 8 : at + 4);
    if (high < 0x80000000) {
      edit.begin = wide ? u64At(bytes, at + 8) : high;
      break;
    }
    edit.delay += length;
  }
  return edit;
}

function shift(
  { delay, begin }: Edit,
  { timescale, movieScale, ownRunUp }: { timescale: number; movieScale: number; ownRunUp: number },
): number {
  const delayed = movieScale === 0 ? 0 : delay / movieScale;
  const cut = begin === null ? 0 : Math.max(0, begin / timescale - ownRunUp);
  return (delayed - cut) * 1000;
}

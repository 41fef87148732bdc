/**
 * Reads the packets out of what a browser's recorder wrote, fragmented MP4 cut at any byte. A fragment names its own
 * time; so after a hole reading goes on at the next one. Pure.
 */
import { type Box, boxAt, boxesIn, u32At, u64At } from './mp4-box-rules.ts';
import { type Mp4Track, readTrack } from './mp4-track-rules.ts';
import type { TimedPacket } from './packet-shape.ts';
import { rateOf, samplesOf } from './sound-format-rules.ts';

export interface Mp4Read {
  packets: TimedPacket[];
  /** Where the first fragment stands in the bytes; null when there is none. */
  soundAt: number | null;
  /** What the file said itself, or what was given for one whose beginning is lost. */
  track: Mp4Track | null;
  /** False when no fragment says its time: then times count from the first packet here. */
  timed: boolean;
}

/** What is found where a box should be and was cut off. */
const RESUMED: ReadonlySet<string> = new Set(['moof', 'moov']);
/** The first box inside of each: without it, four letters in a row are chance. */
const FIRST_INSIDE: Record<string, string> = { moof: 'mfhd', moov: 'mvhd' };

/** @param lent the track of another piece of the same recording, for one whose beginning is lost */
export function readFragments(bytes: Uint8Array, lent: Mp4Track | null): Mp4Read {
  const packets: TimedPacket[] = [];
  let track: Mp4Track | null = null;
  let soundAt: number | null = null;
  let [ends, timed] = [0, false];
  for (let at = beginsFragments(bytes) ? 0 : nextFragment(bytes, 0); at < bytes.length; ) {
    const box = boxAt(bytes, at);
    if (box === null || (box.to > bytes.length && RESUMED.has(box.name))) {
      at = nextFragment(bytes, at + 1);
      continue;
    }
    if (box.name === 'moov') track = readTrack(bytes, box) ?? track;
    const known = track ?? lent;
    if (box.name === 'moof') {
      soundAt ??= box.at;
      if (known !== null) {
        const read = readFragment(bytes, box, known, ends);
        packets.push(...read.packets);
        ends = read.ends;
        timed ||= read.timed;
      }
    }
    // What says that it is larger than all there is may be cut off, or damaged.
    at = box.to <= bytes.length ? box.to : nextFragment(bytes, box.from);
  }
  return { packets, soundAt, track: track ?? lent, timed };
}

/** Whether the bytes begin as an MP4 file or one of its fragments does. */
export function beginsFragments(bytes: Uint8Array): boolean {
  return ['ftyp', 'styp', 'moov', 'moof', 'sidx', 'mdat', 'free'].includes(boxAt(bytes, 0)?.name ?? '');
}

/** The next fragment or beginning, wherever the bytes were cut; the end when there is none. */
export function nextFragment(bytes: Uint8Array, from: number): number {
  for (let m = bytes.indexOf(0x6d, from + 4); m >= 0; m = bytes.indexOf(0x6d, m + 1)) {
    const box = boxAt(bytes, m - 4);
    const inside = box === null ? undefined : FIRST_INSIDE[box.name];
    if (box !== null && inside !== undefined && boxAt(bytes, box.from)?.name === inside) return box.at;
  }
  return bytes.length;
}

interface Sample {
  own: boolean;
  /** In the track's units; null: it follows the one before. */
  begins: number | null;
  /** In the track's units; 0: it is not told. */
  duration: number;
  /** Where its bytes stand, counted from the fragment's beginning or the file's. */
  offset: number;
  size: number;
}

/** A fragment of speech holds some dozens; a number beyond this is damage. */
const MOST_SAMPLES = 100_000;

function readFragment(
  bytes: Uint8Array,
  moof: Box,
  track: Mp4Track,
  before: number,
): { packets: TimedPacket[]; ends: number; timed: boolean } {
  const { samples, fromFile } = readSamples(bytes, moof, track);
  const moved = placeOf(bytes, moof, samples, fromFile);
  const perSample = track.timescale / rateOf(track.format);
  const packets: TimedPacket[] = [];
  let ends = before;
  for (const { begins, duration, offset, size } of samples.filter(({ own }) => own)) {
    const [from, to] = [offset + moved, offset + moved + size];
    const whole = size > 0 && from >= moof.to && to <= bytes.length;
    const packet = whole ? bytes.subarray(from, to) : new Uint8Array();
    const time = begins ?? ends;
    const length = duration === 0 ? samplesOf(track.format, packet) * perSample : duration;
    const ms = (units: number) => (units * 1000) / track.timescale;
    if (whole) packets.push({ timeMs: ms(time) + track.shiftMs, saidMs: ms(length), bytes: packet });
    ends = time + length;
  }
  return { packets, ends, timed: samples.some(({ own, begins }) => own && begins !== null) };
}

function readSamples(bytes: Uint8Array, moof: Box, track: Mp4Track): { samples: Sample[]; fromFile: boolean } {
  const samples: Sample[] = [];
  let [dataEnds, fromFile] = [0, false];
  for (const traf of boxesIn(bytes, moof).filter(({ name }) => name === 'traf')) {
    const header = readHeader(bytes, traf, track);
    if (header === null) continue;
    const own = track.id === null || header.trackId === track.id;
    fromFile ||= header.base !== null;
    const base = header.base ?? (header.fromMoof ? 0 : dataEnds);
    let begins = readTime(bytes, traf);
    let offset = base;
    for (const trun of boxesIn(bytes, traf).filter(({ name }) => name === 'trun')) {
      const run = readRun(bytes, trun, header);
      if (run.offset !== null) offset = base + run.offset;
      for (const { duration, size } of run.samples) {
        samples.push({ own, begins, duration, offset, size });
        begins = null;
        offset += size;
      }
    }
    dataEnds = offset;
  }
  return { samples, fromFile };
}

/**
 * How far the places of samples must be moved. Some writers count from the fragment, some from the file's beginning,
 * which may be missing here: then the first sample stands where the data that follow the fragment begin.
 */
function placeOf(bytes: Uint8Array, moof: Box, samples: readonly Sample[], fromFile: boolean): number {
  const first = samples.reduce((least, { offset }) => Math.min(least, offset), Number.POSITIVE_INFINITY);
  let data = boxAt(bytes, moof.to);
  while (data !== null && data.name !== 'mdat' && data.to < bytes.length) data = boxAt(bytes, data.to);
  const moved = fromFile ? 0 : moof.at;
  if (data === null || data.name !== 'mdat' || samples.length === 0) return moved;
  const lies = first + moved >= data.from && first + moved < data.to;
  return lies && (!fromFile || isWhole(bytes)) ? moved : data.from - first;
}

/** Only from a file's beginning can places be counted. */
function isWhole(bytes: Uint8Array): boolean {
  return boxAt(bytes, 0)?.name === 'ftyp';
}

interface FragmentHeader {
  trackId: number;
  /** A place in the file; null: the fragment's beginning, or where the data of the track before it end. */
  base: number | null;
  fromMoof: boolean;
  duration: number;
  size: number;
}

function readHeader(bytes: Uint8Array, traf: Box, track: Mp4Track): FragmentHeader | null {
  const tfhd = boxesIn(bytes, traf).find(({ name }) => name === 'tfhd');
  if (tfhd === undefined) return null;
  const flags = u32At(bytes, tfhd.from) & 0xffffff;
  const header: FragmentHeader = {
    trackId: u32At(bytes, tfhd.from + 4),
    base: null,
    fromMoof: (flags & 0x20000) !== 0,
    duration: track.defaultDuration,
    size: track.defaultSize,
  };
  let at = tfhd.from + 8;
  if (flags & 0x1) {
    header.base = u64At(bytes, at);
    at += 8;
  }
  if (flags & 0x2) at += 4;
  if (flags & 0x8) {
    header.duration = u32At(bytes, at);
    at += 4;
  }
  if (flags & 0x10) header.size = u32At(bytes, at);
  return header;
}

function readTime(bytes: Uint8Array, traf: Box): number | null {
  const tfdt = boxesIn(bytes, traf).find(({ name }) => name === 'tfdt');
  if (tfdt === undefined) return null;
  return bytes[tfdt.from] === 1 ? u64At(bytes, tfdt.from + 4) : u32At(bytes, tfdt.from + 4);
}

function readRun(
  bytes: Uint8Array,
  trun: Box,
  header: FragmentHeader,
): { offset: number | null; samples: { duration: number; size: number }[] } {
  const flags = u32At(bytes, trun.from) & 0xffffff;
  const count = u32At(bytes, trun.from + 4);
  let at = trun.from + 8;
  const next = (flag: number): number | null => {
    if ((flags & flag) === 0) return null;
    at += 4;
    return u32At(bytes, at - 4);
  };
  const offset = next(0x1);
  next(0x4);
  const samples: { duration: number; size: number }[] = [];
  for (let n = 0; n < Math.min(count, MOST_SAMPLES) && at <= trun.to; n++) {
    const [duration, size] = [next(0x100) ?? header.duration, next(0x200) ?? header.size];
    next(0x400);
    next(0x800);
    samples.push({ duration, size });
  }
  // Signed: a writer may count back from the file's beginning.
  return { offset: offset === null ? null : offset | 0, samples };
}

/** Reads the parts of a recording and says where their sound lies on the session's clock. */
import { joined } from './bytes-rules.ts';
import type { Mp4Track } from './mp4-track-rules.ts';
import { isBeginning, type RecordedSound, readRecorded } from './recorded-sound-rules.ts';
import type { SealablePart } from './seal.ts';
import type { SoundFormat } from './sound-format-rules.ts';
import type { Run } from './timeline-rules.ts';

export interface SegmentRun extends Run {
  /** Null when it is not known, or none that can be sealed. */
  format: SoundFormat | null;
  /** Parts of which something was read. */
  sounding: SealablePart[];
}

/** Reads under way at the same time: enough to hide a bucket's delay, few enough for memory. */
const READS = 6;
/** A recorder's first packet lies at its beginning; one that begins later counts from somewhere else. */
const BEGINS_WITHIN_MS = 2000;

interface Piece {
  part: SealablePart;
  bytes: Uint8Array;
}

interface Stretch {
  pieces: Piece[];
  bytes: Uint8Array;
  sound: RecordedSound;
}

/** A run for each stretch of parts that follow each other without a hole. */
export async function readRuns(parts: readonly SealablePart[]): Promise<SegmentRun[]> {
  const stretches: Stretch[] = [];
  for (const group of unbroken(parts)) {
    for (const pieces of fromBeginnings(await withBytes(group))) {
      const bytes = joined(pieces.map((piece) => piece.bytes));
      stretches.push({ pieces, bytes, sound: readRecorded(bytes, lentBy(stretches, pieces)) });
    }
  }
  const anchors = new Map<string, number>();
  return stretches.map((stretch) => placed(lastRead(stretch, stretches), anchors));
}

/** Parts of one recorder that follow each other without a hole. */
function unbroken(parts: readonly SealablePart[]): SealablePart[][] {
  const found: SealablePart[][] = [];
  for (const part of parts.toSorted(bySegment)) {
    const before = found.at(-1)?.at(-1);
    if (before?.segment === part.segment && before.part + 1 === part.part) found.at(-1)?.push(part);
    else found.push([part]);
  }
  return found;
}

function bySegment(a: SealablePart, b: SealablePart): number {
  if (a.segment === b.segment) return a.part - b.part;
  return a.segment < b.segment ? -1 : 1;
}

async function withBytes(parts: readonly SealablePart[]): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (let from = 0; from < parts.length; from += READS) {
    const group = parts.slice(from, from + READS);
    pieces.push(...(await Promise.all(group.map(async (part) => ({ part, bytes: await part.bytes() })))));
  }
  return pieces;
}

/** A part in which a file begins is not the continuation of what came before. */
function fromBeginnings(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (group === undefined || isBeginning(piece.bytes)) groups.push([piece]);
    else group.push(piece);
  }
  return groups;
}

/** The track of the same recorder, else of another of this recording: one device writes all alike. */
function lentBy(stretches: readonly Stretch[], pieces: readonly Piece[]): Mp4Track | null {
  const segment = pieces[0]?.part.segment;
  const own = stretches.findLast(
    ({ pieces: [first], sound }) => first?.part.segment === segment && sound.track !== null,
  );
  return own?.sound.track ?? null;
}

/** What lost its beginning is read again by what another recorder of this recording said. */
function lastRead(stretch: Stretch, all: readonly Stretch[]): Stretch {
  if (stretch.sound.format !== null || stretch.sound.soundAt === null) return stretch;
  const lent = all.find(({ sound }) => sound.track !== null)?.sound.track ?? null;
  return lent === null ? stretch : { ...stretch, sound: readRecorded(stretch.bytes, lent) };
}

/** @param anchors where time 0 of each segment's recorder lies, as far as known; added to */
function placed({ pieces, sound }: Stretch, anchors: Map<string, number>): SegmentRun {
  const [first, last] = [pieces[0]?.part, pieces.at(-1)?.part];
  const { packets, format } = sound;
  if (first === undefined || last === undefined)
    return { startMs: 0, fromMs: 0, toMs: 0, packets, format, sounding: [] };
  const [fromMs, toMs] = [first.startMs, last.startMs + last.durationMs];
  const startMs = anchor(pieces, sound, anchors);
  return { startMs, fromMs, toMs, packets, format, sounding: sounding(pieces, packets) };
}

function anchor(pieces: readonly Piece[], sound: RecordedSound, anchors: Map<string, number>): number {
  const [piece] = pieces;
  if (piece === undefined) return 0;
  const { part, bytes } = piece;
  const known = anchors.get(part.segment);
  const firstMs = sound.packets[0]?.timeMs ?? 0;
  if (part.part === 0 || (isBeginning(bytes) && firstMs < BEGINS_WITHIN_MS)) {
    const startMs = part.startMs - (firstMs < BEGINS_WITHIN_MS ? 0 : firstMs);
    anchors.set(part.segment, startMs);
    return startMs;
  }
  if (known !== undefined && sound.timed) return known;
  // The beginning never came. A part says when it began itself; its first whole packets came later by as much of its
  // length as the bytes before them are of its bytes.
  const later = part.durationMs * Math.min(1, (sound.soundAt ?? 0) / Math.max(1, bytes.length));
  return Math.round(part.startMs + later - firstMs);
}

/** Parts in which a packet begins, and beginnings without one: what is in those is only what the others need. */
function sounding(pieces: readonly Piece[], packets: Run['packets']): SealablePart[] {
  const starts = packets.map(({ bytes }) => bytes.byteOffset).sort((a, b) => a - b);
  let from = 0;
  let next = 0;
  return pieces.flatMap(({ part, bytes }, index) => {
    const to = from + bytes.length;
    while (next < starts.length && (starts[next] ?? 0) < from) next += 1;
    const heard = next < starts.length && (starts[next] ?? 0) < to;
    from = to;
    return heard || (index === 0 && starts.length > 0 && isBeginning(bytes)) ? [part] : [];
  });
}

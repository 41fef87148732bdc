/** Reads what a browser's recorder wrote, in whichever container that is: its packets and the format of them. Pure. */
import { guessTrack } from './mp4-guess-rules.ts';
import { beginsFragments, nextFragment, readFragments } from './mp4-read-rules.ts';
import type { Mp4Track } from './mp4-track-rules.ts';
import type { TimedPacket } from './packet-shape.ts';
import { OPUS, type SoundFormat } from './sound-format-rules.ts';
import { readWebm } from './webm-rules.ts';

export interface RecordedSound {
  packets: TimedPacket[];
  /** Null when it is not known, or none that can be sealed. */
  format: SoundFormat | null;
  /** Where the first packets stand in the bytes; null when there are none. */
  soundAt: number | null;
  /** What an MP4 says about its track, to be lent to a piece of the same recording whose beginning is lost. */
  track: Mp4Track | null;
  /** False where times count from the piece's own beginning. */
  timed: boolean;
}

/** @param lent see {@link RecordedSound.track} */
export function readRecorded(bytes: Uint8Array, lent: Mp4Track | null): RecordedSound {
  if (beginsFragments(bytes)) return readMp4(bytes, lent);
  const { packets, clusterAt } = readWebm(bytes);
  // A piece that begins in the middle of something shows what it is by what it holds.
  if (clusterAt === null && nextFragment(bytes, 0) < bytes.length) return readMp4(bytes, lent);
  return { packets, format: packets.length === 0 ? null : OPUS, soundAt: clusterAt, track: null, timed: true };
}

function readMp4(bytes: Uint8Array, lent: Mp4Track | null): RecordedSound {
  const read = readFragments(bytes, lent);
  const guessed = read.track === null && !isBeginning(bytes) ? guessTrack(bytes) : null;
  const { packets, soundAt, track, timed } = guessed === null ? read : readFragments(bytes, guessed);
  return { packets, format: track?.format ?? null, soundAt, track, timed };
}

const EBML = [0x1a, 0x45, 0xdf, 0xa3];
const FTYP = [0x66, 0x74, 0x79, 0x70];

/** Whether a file begins here, and not only another piece of one. */
export function isBeginning(bytes: Uint8Array): boolean {
  const stands = (signs: readonly number[], at: number) => signs.every((sign, n) => bytes[at + n] === sign);
  return stands(EBML, 0) || stands(FTYP, 4);
}

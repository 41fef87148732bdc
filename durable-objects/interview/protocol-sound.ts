/**
 * Sound on the wire between room and session, both ways, and the voice as it is kept in the bucket: frames of mono PCM
 * at a quarter of its size (IMA ADPCM, 4 bits a sample), each readable by itself so that a lost one is heard once. Pure.
 */

/** Samples a second from the candidate's microphone, and of the interviewer's voice. */
export const MIC_RATE = 16_000;
export const VOICE_RATE = 24_000;
/** Length of a frame; only the last of a stretch may be shorter. */
export const FRAME_MS = 100;

/** What the frame holds, in its first byte. */
export const SOUND_KIND = { microphone: 1, voice: 2 } as const;
export type SoundKind = (typeof SOUND_KIND)[keyof typeof SOUND_KIND];

/** kind, flags, predictor (i16), step index, reserved, samples (u16), seq, stretch, timeMs (u32 each), then the samples. */
const HEADER_BYTES = 20;
const LAST = 1;

export interface SoundFrame {
  kind: SoundKind;
  /** Grows by one with each frame of its kind in an interview, from 1. */
  seq: number;
  /** Microphone: which stretch of speech this belongs to. Voice: position of the interviewer's turn. */
  stretch: number;
  /** Microphone: place of the first sample on the session's clock. Voice: its place within the utterance. */
  timeMs: number;
  /** The stretch or utterance ends with this frame. */
  last: boolean;
  pcm: Int16Array;
}

const INDEX_STEP = [-1, -1, -1, -1, 2, 4, 6, 8] as const;
/** The standard's step sizes: each about a tenth larger than the one before, in the standard's own rounding. */
const STEPS = [
  7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118,
  130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060,
  1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484,
  7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767,
] as const;
const LAST_STEP = STEPS.length - 1;

interface Coder {
  predictor: number;
  index: number;
}

/** One frame as bytes. `from` carries the coder from frame to frame of a stretch; a new one begins at silence. */
export function packSound(frame: SoundFrame, from: Coder = freshCoder()): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES + Math.ceil(frame.pcm.length / 2));
  const view = new DataView(bytes.buffer);
  view.setUint8(0, frame.kind);
  view.setUint8(1, frame.last ? LAST : 0);
  view.setInt16(2, from.predictor, true);
  view.setUint8(4, from.index);
  view.setUint16(6, frame.pcm.length, true);
  view.setUint32(8, frame.seq, true);
  view.setUint32(12, frame.stretch, true);
  view.setUint32(16, frame.timeMs, true);
  for (let at = 0; at < frame.pcm.length; at += 1) {
    const nibble = encode(from, frame.pcm[at] ?? 0);
    const byte = HEADER_BYTES + (at >> 1);
    bytes[byte] = at % 2 === 0 ? nibble : (bytes[byte] ?? 0) | (nibble << 4);
  }
  return bytes;
}

/** The frame in these bytes; null when they are none. */
export function unpackSound(bytes: Uint8Array): SoundFrame | null {
  if (bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = view.getUint8(0);
  const samples = view.getUint16(6, true);
  const index = view.getUint8(4);
  if (kind !== SOUND_KIND.microphone && kind !== SOUND_KIND.voice) return null;
  if (bytes.length !== HEADER_BYTES + Math.ceil(samples / 2) || index > LAST_STEP) return null;
  const coder = { predictor: view.getInt16(2, true), index };
  const pcm = new Int16Array(samples);
  for (let at = 0; at < samples; at += 1) {
    const byte = bytes[HEADER_BYTES + (at >> 1)] ?? 0;
    pcm[at] = decode(coder, at % 2 === 0 ? byte & 15 : byte >> 4);
  }
  return {
    kind,
    seq: view.getUint32(8, true),
    stretch: view.getUint32(12, true),
    timeMs: view.getUint32(16, true),
    last: (view.getUint8(1) & LAST) !== 0,
    pcm,
  };
}

export function freshCoder(): Coder {
  return { predictor: 0, index: 0 };
}

/** Frames one after the other as one file: each behind its length (u16). */
export function joinFrames(frames: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(frames.reduce((sum, frame) => sum + 2 + frame.length, 0));
  const view = new DataView(joined.buffer);
  let at = 0;
  for (const frame of frames) {
    view.setUint16(at, frame.length, true);
    joined.set(frame, at + 2);
    at += 2 + frame.length;
  }
  return joined;
}

/** The frames of such a file; what is cut off at its end is left out. */
export function splitFrames(file: Uint8Array): Uint8Array[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const frames: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= file.length) {
    const length = view.getUint16(at, true);
    if (at + 2 + length > file.length) break;
    frames.push(file.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return frames;
}

function encode(coder: Coder, sample: number): number {
  const step = STEPS[coder.index] ?? 7;
  const difference = sample - coder.predictor;
  let left = Math.abs(difference);
  let nibble = difference < 0 ? 8 : 0;
  if (left >= step) {
    nibble |= 4;
    left -= step;
  }
  if (left >= step >> 1) {
    nibble |= 2;
    left -= step >> 1;
  }
  if (left >= step >> 2) nibble |= 1;
  decode(coder, nibble);
  return nibble;
}

function decode(coder: Coder, nibble: number): number {
  const step = STEPS[coder.index] ?? 7;
  let change = step >> 3;
  if (nibble & 4) change += step;
  if (nibble & 2) change += step >> 1;
  if (nibble & 1) change += step >> 2;
  const moved = nibble & 8 ? coder.predictor - change : coder.predictor + change;
  coder.predictor = Math.max(-32768, Math.min(32767, moved));
  coder.index = Math.max(0, Math.min(LAST_STEP, coder.index + (INDEX_STEP[nibble & 7] ?? 0)));
  return coder.predictor;
}

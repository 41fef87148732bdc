/** Turns sound into the parts that a candidate's browser would upload, byte for byte repeatable. */
import { createHash } from 'node:crypto';
import { Encoder } from '@evan/opus/wasm/index.mjs';
import { SPEECH_RATE } from './speech.ts';
import { writeWebm } from './webm-writer.ts';

export interface RecordedPart {
  part: number;
  /** Place on the session's clock. */
  startMs: number;
  durationMs: number;
  bytes: Uint8Array;
  /** SHA-256 in hex. */
  hash: string;
  /** Two lanes interleaved (candidate, interviewer), 20 a second, a byte each, base64. */
  peaks: string;
}

interface Placed {
  /** Where the sound begins on the session's clock. */
  segmentStartMs: number;
  partMs?: number;
}

const PACKET_MS = 60;
const PACKET = (SPEECH_RATE * PACKET_MS) / 1000;
const PEAK_MS = 50;
const PEAK = (SPEECH_RATE * PEAK_MS) / 1000;
const BITS_PER_SECOND = 32_000;
const SET_BITRATE = 4002;
const SET_COMPLEXITY = 4010;
/** Speech needs no more, and sound is made many times in tests. */
const COMPLEXITY = 2;
/** A browser cuts where it stands, inside an element; this is how far behind its beginning. */
const CUT_INSIDE = 1;

/** The candidate left, the interviewer right; the shorter of the two is filled up with silence. */
export function encodeParts(left: Float32Array, right: Float32Array | null, placed: Placed): RecordedPart[] {
  const { segmentStartMs, partMs = 5000 } = placed;
  const samples = Math.max(left.length, right?.length ?? 0);
  const packets = encode(left, right ?? new Float32Array(), samples);
  const whole = writeWebm(packets);
  const perPart = Math.max(1, Math.round(partMs / PACKET_MS));
  const parts: RecordedPart[] = [];
  let from = 0;
  for (let first = 0; first < packets.length; first += perPart) {
    const next = whole.blocks[first + perPart];
    const to = next === undefined ? whole.bytes.length : next + CUT_INSIDE;
    const bytes = whole.bytes.slice(from, to);
    from = to;
    const count = Math.min(perPart, packets.length - first);
    const [start, durationMs] = [first * PACKET_MS, count * PACKET_MS];
    parts.push({
      part: parts.length,
      startMs: segmentStartMs + start,
      durationMs,
      bytes,
      hash: createHash('sha256').update(bytes).digest('hex'),
      peaks: peaks(left, right ?? new Float32Array(), start, durationMs),
    });
  }
  return parts;
}

function encode(left: Float32Array, right: Float32Array, samples: number): { timeMs: number; bytes: Uint8Array }[] {
  const encoder = new Encoder({ channels: 2, sample_rate: SPEECH_RATE, application: 'voip' });
  encoder.ctl(SET_BITRATE, BITS_PER_SECOND);
  encoder.ctl(SET_COMPLEXITY, COMPLEXITY);
  const packets: { timeMs: number; bytes: Uint8Array }[] = [];
  for (let at = 0; at < samples; at += PACKET) {
    const frame = new Int16Array(PACKET * 2);
    for (let i = 0; i < PACKET; i++) {
      frame[i * 2] = Math.round((left[at + i] ?? 0) * 32767);
      frame[i * 2 + 1] = Math.round((right[at + i] ?? 0) * 32767);
    }
    packets.push({ timeMs: packets.length * PACKET_MS, bytes: Uint8Array.from(encoder.encode(frame)) });
  }
  return packets;
}

function peaks(left: Float32Array, right: Float32Array, startMs: number, durationMs: number): string {
  const first = Math.ceil(startMs / PEAK_MS);
  const last = Math.ceil((startMs + durationMs) / PEAK_MS);
  const levels: number[] = [];
  for (let n = first; n < last; n++) levels.push(loudest(left, n * PEAK), loudest(right, n * PEAK));
  return Buffer.from(levels).toString('base64');
}

function loudest(lane: Float32Array, from: number): number {
  const top = lane.subarray(from, from + PEAK).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return Math.min(255, Math.round(top * 255));
}

/**
 * One answer that comes over two lines at once: the room's own frames, and the call's sound, which is later but comes.
 * Each moment of it is heard once. While the call carries it, what the room brings of the time that the call has not
 * come to yet waits, in case that the call ends before, or leaves it out. Pure.
 */
import { MIC_RATE, type SoundFrame } from '../protocol-sound.ts';

/** Longer than the call can lie behind the room; what waits for longer came over the call. */
const WAITING_FRAMES = 100;
/** Stretches of the call that are remembered: room frames of before are not so late. */
const STRETCHES = 20;
/** Pieces of the call that lie this close are one stretch: its places are rounded. */
const TOUCH_MS = 60;

export interface FromCall {
  /** What the room had brought of a time that the call left out; it lies before the piece. */
  before: SoundFrame[];
  /** The part of the piece that nobody has heard. */
  pcm: Int16Array;
  atMs: number;
}

export interface TwoLines {
  /** A frame of the room's: what of it, and of what waited, is to be heard now. */
  room(frame: SoundFrame, byCall: boolean): SoundFrame[];
  /** Sound of the call; null when all of it was heard. */
  call(pcm: Int16Array, atMs: number): FromCall | null;
  /** The call brings no more: what waited and never came over it. */
  rest(): SoundFrame[];
}

export function twoLines(): TwoLines {
  /** Up to here the room was heard. */
  let roomToMs = 0;
  let byCall: { fromMs: number; toMs: number }[] = [];
  let waiting: SoundFrame[] = [];

  const callToMs = () => byCall.at(-1)?.toMs ?? Number.POSITIVE_INFINITY;
  const came = (frame: SoundFrame) =>
    byCall.some(({ fromMs, toMs }) => middleMs(frame) >= fromMs && middleMs(frame) < toMs);

  function heard(frames: SoundFrame[]): SoundFrame[] {
    for (const frame of frames) roomToMs = Math.max(roomToMs, endMs(frame));
    return frames;
  }

  function rest(): SoundFrame[] {
    const left = waiting.filter((frame) => !came(frame));
    waiting = [];
    return heard(left);
  }

  return {
    rest,
    room(frame, carries) {
      if (carries && middleMs(frame) >= callToMs()) {
        waiting = [...waiting, frame].slice(-WAITING_FRAMES);
        return [];
      }
      const before = carries ? [] : rest();
      return came(frame) ? before : [...before, ...heard([frame])];
    },
    call(pcm, atMs) {
      const toMs = atMs + (pcm.length * 1000) / MIC_RATE;
      if (toMs <= roomToMs) return null;
      const fromMs = Math.max(atMs, roomToMs);
      const last = byCall.at(-1);
      if (last !== undefined && fromMs - last.toMs <= TOUCH_MS) last.toMs = toMs;
      else byCall = [...byCall, { fromMs, toMs }].slice(-STRETCHES);
      const before = waiting.filter((frame) => middleMs(frame) < fromMs && !came(frame));
      waiting = waiting.filter((frame) => middleMs(frame) >= toMs);
      return {
        before: heard(before),
        pcm: pcm.subarray(Math.round(((fromMs - atMs) * MIC_RATE) / 1000)),
        atMs: fromMs,
      };
    },
  };
}

function lengthMs({ pcm }: SoundFrame): number {
  return (pcm.length * 1000) / MIC_RATE;
}

function endMs(frame: SoundFrame): number {
  return frame.timeMs + lengthMs(frame);
}

function middleMs(frame: SoundFrame): number {
  return frame.timeMs + lengthMs(frame) / 2;
}

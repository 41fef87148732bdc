/** The candidate's sound on its way to the session: packed, sent, and kept until its words are durable there. */
import { freshCoder, packSound, SOUND_KIND } from '../../../../durable-objects/interview/protocol-sound.ts';
import type { GateFrame } from './gate-rules.ts';
import { keepUntaken, NOTHING_UNTAKEN, settleUntaken } from './untaken-rules.ts';

export interface SoundLine {
  /** The last number that was used, maybe before this page was loaded. */
  usedTo(): number;
  send(frames: readonly GateFrame[]): void;
  taken(seq: number): void;
  /** The line is back: what was not taken goes out again. False when it was away for longer than sound is kept. */
  resume(takenTo: number): boolean;
}

/**
 * The session drops a number that it has seen, maybe from another tab or before a reload. Nobody makes twenty frames a
 * second, so a page that begins at this much of the session's clock begins above every number that was ever used.
 */
const NUMBERS_PER_MS = 20 / 1000;

/** `nowMs` is the session's clock. */
export function createSoundLine(nowMs: number, send: (bytes: Uint8Array<ArrayBuffer>) => void): SoundLine {
  let untaken = NOTHING_UNTAKEN;
  let coder = freshCoder();
  let stretch = 0;
  let used = Math.ceil(nowMs * NUMBERS_PER_MS);
  return {
    usedTo: () => used,
    send(frames) {
      for (const frame of frames) {
        if (frame.stretch !== stretch) coder = freshCoder();
        stretch = frame.stretch;
        used = frame.seq;
        const timeMs = Math.max(0, Math.round(frame.timeMs));
        const bytes = packSound({ ...frame, kind: SOUND_KIND.microphone, timeMs }, coder);
        untaken = keepUntaken(untaken, { seq: frame.seq, bytes });
        send(bytes);
      }
    },
    taken(seq) {
      untaken = settleUntaken(untaken, seq);
    },
    resume(takenTo) {
      untaken = settleUntaken(untaken, takenTo);
      for (const { bytes } of untaken.frames) send(bytes);
      const whole = untaken.lost === 0;
      untaken = { ...untaken, lost: 0 };
      return whole;
    },
  };
}

/** The candidate's sound on its way to the session: packed, sent, and kept until its words are durable there. */
import { freshCoder, packSound, SOUND_KIND } from '../../../../durable-objects/interview/protocol-sound.ts';
import type { GateFrame } from './gate-rules.ts';
import { keepReserve, reserved } from './reserved-numbers.ts';
import { keepUntaken, NOTHING_UNTAKEN, settleUntaken } from './untaken-rules.ts';

export interface SoundLine {
  /** The last number that was used, maybe before this page was loaded. */
  usedTo(): number;
  send(frames: readonly GateFrame[]): void;
  taken(seq: number): void;
  /** The line is back: what was not taken goes out again. */
  resume(takenTo: number): void;
}

/** `takenTo`: what the session had when this page came. */
export function createSoundLine(
  interview: string,
  takenTo: number,
  send: (bytes: Uint8Array<ArrayBuffer>) => void,
): SoundLine {
  let untaken = NOTHING_UNTAKEN;
  let coder = freshCoder();
  let stretch = 0;
  let used = Math.max(takenTo, reserved(interview));
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
        keepReserve(interview, frame.seq);
        send(bytes);
      }
    },
    taken(seq) {
      untaken = settleUntaken(untaken, seq);
    },
    resume(takenTo) {
      untaken = settleUntaken(untaken, takenTo);
      for (const { bytes } of untaken.frames) send(bytes);
    },
  };
}

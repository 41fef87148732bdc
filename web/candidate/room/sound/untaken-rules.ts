/** The candidate's sound that the session has not yet taken, kept to be sent again after a break of the line. Pure. */

export interface UntakenFrame {
  seq: number;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface Untaken {
  frames: readonly UntakenFrame[];
  /** Frames that had to be given up because the line was away for too long. */
  lost: number;
}

/** Six minutes of speech, some 3 MB. */
const MOST_FRAMES = 3600;

export const NOTHING_UNTAKEN: Untaken = { frames: [], lost: 0 };

export function keepUntaken({ frames, lost }: Untaken, frame: UntakenFrame): Untaken {
  const over = Math.max(0, frames.length + 1 - MOST_FRAMES);
  return { frames: [...frames.slice(over), frame], lost: lost + over };
}

/** Everything up to this number is in the transcript for good. */
export function settleUntaken(untaken: Untaken, seq: number): Untaken {
  return { ...untaken, frames: untaken.frames.filter((frame) => frame.seq > seq) };
}

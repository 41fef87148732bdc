/** Joins the parts of a recording into one file. */

export interface SealablePart {
  segment: string;
  part: number;
  startMs: number;
  durationMs: number;
  peaks: string;
  bytes(): Promise<Uint8Array>;
}

export interface SealedFile {
  bytes: Uint8Array;
  durationMs: number;
  initBytes: number;
  /** [timeMs, offset, length] of each fragment. */
  fragments: [number, number, number][];
  peaks: string;
}

/** Null when the parts hold no sound. */
export async function sealRecording(_parts: SealablePart[]): Promise<SealedFile | null> {
  return null;
}

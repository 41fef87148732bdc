/** Levels for the waveform: two lanes interleaved (candidate, interviewer), 20 a second, a byte each, base64. Pure. */
import { LIMITS } from '../../limits.ts';

interface Piece {
  startMs: number;
  peaks: string;
}

const STEP_MS = 1000 / LIMITS.recording.peaksPerSecond;
const LANES = 2;

/** The levels of all parts on the session's clock; where nothing was recorded they are 0. */
export function joinPeaks(pieces: readonly Piece[], durationMs: number): string {
  const joined = new Uint8Array(Math.ceil(durationMs / STEP_MS) * LANES);
  for (const piece of pieces) {
    const peaks = fromBase64(piece.peaks);
    const from = Math.round(piece.startMs / STEP_MS) * LANES;
    for (let i = 0; i < peaks.length && from + i < joined.length; i++) {
      joined[from + i] = Math.max(joined[from + i] ?? 0, peaks[i] ?? 0);
    }
  }
  return toBase64(joined);
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    // Levels are a drawing; a part with broken ones still has its sound.
    return new Uint8Array();
  }
}

/** In steps, because a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

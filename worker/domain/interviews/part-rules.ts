/** How much sound fits into the time that there was. Pure. */
import { LIMITS } from '../../limits.ts';

export interface PartSize {
  startMs: number;
  durationMs: number;
  bytes: number;
}

/**
 * Whether a part can be what it says: no more bytes than its length can hold, no later than the session's clock, and
 * with those before it no more than the time since the beginning.
 * @param before of all parts that are there, in bytes and milliseconds
 * @param clockMs the session's clock now, in milliseconds from its beginning
 */
export function fitsItsTime(part: PartSize, before: { bytes: number; durationMs: number }, clockMs: number): boolean {
  const { bytesPerSecond, headBytes, aheadMs } = LIMITS.recording;
  const holds = (ms: number) => headBytes + (ms / 1000) * bytesPerSecond;
  const untilMs = clockMs + aheadMs;
  return (
    part.bytes <= holds(part.durationMs) &&
    part.startMs + part.durationMs <= untilMs &&
    before.durationMs + part.durationMs <= untilMs &&
    before.bytes + part.bytes <= holds(untilMs)
  );
}

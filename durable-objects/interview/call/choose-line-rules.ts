/**
 * Which way the candidate's sound comes: over the room's own socket, or over the call, whose WebRTC bears loss that
 * stops a socket. It goes to the call soon and comes back late, so that a line at the edge does not swing. Pure.
 */

export type Line = 'socket' | 'call';

/** How the line was since the last report, as the candidate's page sees it. */
export interface LineReport {
  /** There and back; null when nothing measured it. */
  roundTripMs: number | null;
  /** For how long the socket was down, or kept something that was not acknowledged. */
  stalledMs: number;
  /** Packets lost on their way here, of a hundred; null without a call that counts them. */
  lossPercent: number | null;
}

export interface LineState {
  line: Line;
  /** Reports one after the other that spoke for the other line. */
  against: number;
}

export const FIRST_LINE: LineState = { line: 'socket', against: 0 };

/** A socket under 2 % loss loses a third of a second at each lost packet, and answers lie half a second late. */
const POOR = { roundTripMs: 450, stalledMs: 800, lossPercent: 2 };
/** Well inside what is good, so that what is just not poor does not count as good. */
const GOOD = { roundTripMs: 250, stalledMs: 400, lossPercent: 0.5 };
/** So long without anything that words would be missed: this alone is enough. */
const BROKEN_MS = 3_000;
const TO_CALL = 2;
const TO_SOCKET = 6;

export function chooseLine(state: LineState, report: LineReport): LineState {
  if (state.line === 'socket') {
    if (report.stalledMs >= BROKEN_MS) return { line: 'call', against: 0 };
    const against = isPoor(report) ? state.against + 1 : 0;
    return against >= TO_CALL ? { line: 'call', against: 0 } : { line: 'socket', against };
  }
  const against = isGood(report) ? state.against + 1 : 0;
  return against >= TO_SOCKET ? { line: 'socket', against: 0 } : { line: 'call', against };
}

function isPoor({ roundTripMs, stalledMs, lossPercent }: LineReport): boolean {
  return (
    stalledMs >= POOR.stalledMs ||
    (roundTripMs !== null && roundTripMs >= POOR.roundTripMs) ||
    (lossPercent !== null && lossPercent >= POOR.lossPercent)
  );
}

function isGood({ roundTripMs, stalledMs, lossPercent }: LineReport): boolean {
  return (
    stalledMs <= GOOD.stalledMs &&
    (roundTripMs === null || roundTripMs <= GOOD.roundTripMs) &&
    (lossPercent === null || lossPercent <= GOOD.lossPercent)
  );
}

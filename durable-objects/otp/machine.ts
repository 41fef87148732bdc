/**
 * One-time codes as a pure machine. A code can be tried five times and used once; a new one waits out a countdown;
 * both sending and guessing are capped by the hour, across codes. Digests only: the code itself is never kept.
 */
import { LIMITS } from '../../worker/limits.ts';

const HOUR_MS = 3_600_000;
const { livesMs, resendMs, tries, perHour, guessesPerHour } = LIMITS.codes;

export interface OtpState {
  digest: string | null;
  expiresAtMs: number;
  triesLeft: number;
  /** When codes were sent and guesses made in the last hour. */
  sentAtMs: number[];
  guessedAtMs: number[];
}

export const emptyOtp: OtpState = { digest: null, expiresAtMs: 0, triesLeft: 0, sentAtMs: [], guessedAtMs: [] };

export type IssueOutcome = { kind: 'issued'; resendInMs: number } | { kind: 'wait'; retryInMs: number };
export type VerifyOutcome =
  | { kind: 'right' }
  | { kind: 'wrong'; triesLeft: number }
  | { kind: 'spent' }
  | { kind: 'wait'; retryInMs: number };

function recent(times: number[], nowMs: number): number[] {
  return times.filter((time) => nowMs - time < HOUR_MS);
}

/** Replaces the code with a new one, unless one was sent a moment ago or too many were sent this hour. */
export function issue(state: OtpState, digest: string, nowMs: number): { state: OtpState; outcome: IssueOutcome } {
  const sentAtMs = recent(state.sentAtMs, nowMs);
  const last = sentAtMs.at(-1);
  if (last !== undefined && nowMs - last < resendMs) {
    return { state, outcome: { kind: 'wait', retryInMs: resendMs - (nowMs - last) } };
  }
  const first = sentAtMs[0];
  if (first !== undefined && sentAtMs.length >= perHour) {
    return { state, outcome: { kind: 'wait', retryInMs: HOUR_MS - (nowMs - first) } };
  }
  return {
    state: { ...state, digest, expiresAtMs: nowMs + livesMs, triesLeft: tries, sentAtMs: [...sentAtMs, nowMs] },
    outcome: { kind: 'issued', resendInMs: resendMs },
  };
}

/** Compares a guess. The right code works once; the fifth wrong guess spends it. */
export function verify(state: OtpState, digest: string, nowMs: number): { state: OtpState; outcome: VerifyOutcome } {
  const guessedAtMs = recent(state.guessedAtMs, nowMs);
  const first = guessedAtMs[0];
  if (first !== undefined && guessedAtMs.length >= guessesPerHour) {
    return { state, outcome: { kind: 'wait', retryInMs: HOUR_MS - (nowMs - first) } };
  }
  const tried = { ...state, guessedAtMs: [...guessedAtMs, nowMs] };
  if (state.digest === null || nowMs >= state.expiresAtMs || state.triesLeft <= 0) {
    return { state: { ...tried, digest: null, triesLeft: 0 }, outcome: { kind: 'spent' } };
  }
  if (sameText(state.digest, digest)) {
    return { state: { ...tried, digest: null, triesLeft: 0 }, outcome: { kind: 'right' } };
  }
  const triesLeft = state.triesLeft - 1;
  return { state: { ...tried, triesLeft }, outcome: triesLeft > 0 ? { kind: 'wrong', triesLeft } : { kind: 'spent' } };
}

/** Looks at every character whatever the first difference. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % Math.max(1, b.length));
  return difference === 0;
}

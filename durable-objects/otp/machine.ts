/**
 * One-time codes of one identity as a pure machine. A code belongs to the browser that asked for it: it can be tried
 * five times there and used once, and nothing that happens in another browser changes that. What is capped is the
 * sending: by network and hour, and by address and hour for devices that nobody has signed in on before, so that a
 * stranger's requests leave the owner's own devices alone. Digests only: the code itself is never kept.
 */
import { LIMITS } from '../../worker/limits.ts';

const HOUR_MS = 3_600_000;
const { livesMs, resendMs, tries, perHour, perAddressHour } = LIMITS.codes;

interface Challenge {
  browser: string;
  digest: string;
  expiresAtMs: number;
  triesLeft: number;
}

export interface OtpState {
  challenges: Challenge[];
  /** When codes were sent in the last hour, and to whom. */
  sent: { atMs: number; network: string; known: boolean }[];
}

export const emptyOtp: OtpState = { challenges: [], sent: [] };

/** All digests. `known`: somebody signed in as this identity on this device before. */
export interface Asking {
  browser: string;
  network: string;
  known: boolean;
  digest: string;
}

export type IssueOutcome = { kind: 'issued'; resendInMs: number } | { kind: 'wait'; retryInMs: number };
export type VerifyOutcome = { kind: 'right' } | { kind: 'wrong'; triesLeft: number } | { kind: 'spent' };

/** Gives this browser a new code in place of its last, unless one was sent a moment ago or too many this hour. */
export function issue(state: OtpState, asking: Asking, nowMs: number): { state: OtpState; outcome: IssueOutcome } {
  const sent = state.sent.filter(({ atMs }) => nowMs - atMs < HOUR_MS);
  const own = sent.filter(({ network, known }) => (asking.known ? known : !known && network === asking.network));
  const last = own.at(-1);
  if (last !== undefined && nowMs - last.atMs < resendMs) return wait(state, resendMs - (nowMs - last.atMs));
  const strangers = sent.filter(({ known }) => !known);
  const full = own.length >= perHour ? own : !asking.known && strangers.length >= perAddressHour ? strangers : [];
  if (full[0] !== undefined) return wait(state, HOUR_MS - (nowMs - full[0].atMs));
  const { browser, network, known, digest } = asking;
  const granted = grant({ ...state, sent: [...sent, { atMs: nowMs, network, known }] }, { browser, digest }, nowMs);
  return { state: granted, outcome: { kind: 'issued', resendInMs: resendMs } };
}

/** Puts a secret in place of this browser's last one, without a count of sending. */
export function grant(
  state: OtpState,
  { browser, digest }: { browser: string; digest: string },
  nowMs: number,
): OtpState {
  const others = state.challenges.filter((one) => one.browser !== browser && one.expiresAtMs > nowMs);
  return {
    ...state,
    challenges: [...others, { browser, digest, expiresAtMs: nowMs + livesMs, triesLeft: tries }],
  };
}

/** Compares a guess with the code of its own browser. The right code works once; the fifth wrong guess spends it. */
export function verify(
  state: OtpState,
  guess: { browser: string; digest: string },
  nowMs: number,
): { state: OtpState; outcome: VerifyOutcome } {
  const found = state.challenges.find(({ browser }) => browser === guess.browser);
  if (found === undefined || nowMs >= found.expiresAtMs || found.triesLeft <= 0) {
    return { state, outcome: { kind: 'spent' } };
  }
  const left = sameText(found.digest, guess.digest) ? 0 : found.triesLeft - 1;
  const challenges = state.challenges.map((one) => (one === found ? { ...one, triesLeft: left } : one));
  const right = sameText(found.digest, guess.digest);
  const outcome: VerifyOutcome = right
    ? { kind: 'right' }
    : left > 0
      ? { kind: 'wrong', triesLeft: left }
      : { kind: 'spent' };
  return { state: { ...state, challenges }, outcome };
}

/** Whether anything here can still matter. */
export function isOver(state: OtpState, nowMs: number): boolean {
  return (
    state.challenges.every(({ expiresAtMs }) => expiresAtMs <= nowMs) &&
    state.sent.every(({ atMs }) => nowMs - atMs >= HOUR_MS)
  );
}

function wait(state: OtpState, retryInMs: number): { state: OtpState; outcome: IssueOutcome } {
  return { state, outcome: { kind: 'wait', retryInMs } };
}

/** Looks at every character whatever the first difference. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % Math.max(1, b.length));
  return difference === 0;
}

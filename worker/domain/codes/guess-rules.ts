/**
 * How many guesses at members' codes one installation takes in a day, and what that comes to. Pure.
 *
 * A code of six digits is guessed with 10^-6, one of eight with 10^-8. An installation must stay below 10^-3 takeovers
 * a day, whatever anybody does from however many networks:
 *
 *     250 wrong guesses at six digits before anything slows down     250 × 10^-6   = 2.5 × 10^-4
 *     codes of six digits that were out then: 10 minutes,
 *       one guess every 2 s                                          300 × 10^-6   = 3.0 × 10^-4
 *     the rest of the day at eight digits, one guess every 2 s    43,200 × 10^-8   = 4.3 × 10^-4
 *                                                                          together  9.8 × 10^-4
 *
 * A known device waits for nobody: whoever holds its mark has signed in as this person before. A candidate's code is
 * not counted: it is asked for with the secret of a link, which cannot be guessed.
 */
import { LIMITS } from '../../limits.ts';

const DAY_MS = 24 * 60 * 60_000;
const { digits, livesMs } = LIMITS.codes;
const { freePerDay, everyMs, mostWaitMs, longDigits } = LIMITS.guesses;

export const GUESS_BUDGET = { limit: freePerDay, windowMs: DAY_MS, count: 'exact' } as const;
export const GUESS_PACE = { everyMs, mostMs: mostWaitMs } as const;

/** Takeovers in a day of nothing but guessing, at most. */
export function takeoversADay(): number {
  const free = freePerDay / 10 ** digits;
  const stillShort = livesMs / everyMs / 10 ** digits;
  const long = DAY_MS / everyMs / 10 ** longDigits;
  return free + stillShort + long;
}

/** How long a new code is, with so many wrong guesses of today's budget left. */
export function codeDigits(left: number): number {
  return left > 0 ? digits : longDigits;
}

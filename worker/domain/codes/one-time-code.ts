/** Codes by mail, for members who sign in and candidates who open a link. Each belongs to the browser that asked. */
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { Asker } from './asker.ts';
import { codeFrom } from './code-rules.ts';
import { codeDigits, GUESS_BUDGET, GUESS_PACE } from './guess-rules.ts';

/** Who the code is for: purposes never share a code, a counter or a try. */
export interface CodeKey {
  purpose: 'member' | 'candidate' | 'member-choice';
  /** An address or an id; only its digest leaves this call. */
  identity: string;
}

/** The most random bytes that a code may need; one in 23 of the longest is thrown away for fairness. */
const RANDOM_BYTES = 64;
const HOUR_MS = 3_600_000;
/** Of wrong guesses in the whole installation. */
const BUDGET = 'guesses';
/** The machine that serves: everybody there is one network, and nobody else is in it. */
const OWN_MACHINE = new Set(['127.0.0.1', 'unknown', '0:0:0:0::/64']);

/**
 * Makes a code and hands it to `deliver`, which mails it or, for an address that nobody here has, does nothing: the
 * answer is the same either way. Returns when the next one may be asked for.
 * @throws Problem too_many_requests inside the countdown, or over the cap of the hour
 */
export async function sendCode(
  region: Region,
  key: CodeKey,
  asker: Asker & { browser: string },
  deliver: (code: string) => Promise<unknown>,
): Promise<{ resendInMs: number; digits: number }> {
  const known = await isKnown(region, key, asker);
  if (!known) await withinNetwork(region, asker);
  const digits = counts(key) ? codeDigits(await region.installation.left(BUDGET, GUESS_BUDGET)) : LIMITS.codes.digits;
  const code = codeFrom(region.random(RANDOM_BYTES), digits);
  const { stub, identity } = await challenge(region, key);
  const outcome = await stub.issue(identity, {
    browser: await region.digests.digest('browser', asker.browser),
    network: await region.digests.digest('limit', asker.network),
    known,
    digest: await digestOf(region, key, code),
  });
  if (outcome.kind === 'wait') throw tooMany(outcome.retryInMs);
  await deliver(code);
  return { resendInMs: outcome.resendInMs, digits };
}

/**
 * Takes one guess.
 * @throws Problem code_elsewhere without the cookie of the browser that asked; code_wrong, code_spent;
 *   too_many_requests only while the whole installation is being guessed at
 */
export async function checkCode(region: Region, key: CodeKey, asker: Asker, guess: string): Promise<void> {
  if (asker.browser === null) throw new Problem('code_elsewhere');
  const counted = counts(key) && !(await isKnown(region, key, asker));
  if (counted) await inTurn(region);
  const { stub, identity } = await challenge(region, key);
  const outcome = await stub.verify(identity, {
    browser: await region.digests.digest('browser', asker.browser),
    digest: await digestOf(region, key, guess),
  });
  switch (outcome.kind) {
    case 'right':
      return;
    case 'wrong':
      if (counted) await countWrong(region);
      throw new Problem('code_wrong', { detail: `${outcome.triesLeft}` });
    case 'spent':
      if (counted) await countWrong(region);
      throw new Problem('code_spent');
  }
}

/** Lets this browser give `secret` back once, within the life of a code. */
export async function grantOnce(region: Region, key: CodeKey, browser: string, secret: string): Promise<void> {
  const { stub, identity } = await challenge(region, key);
  await stub.grant(identity, {
    browser: await region.digests.digest('browser', browser),
    digest: await digestOf(region, key, secret),
  });
}

/** What a browser keeps to be known again as this person's. */
export async function deviceMark(region: Region, key: CodeKey): Promise<string> {
  return await region.digests.digest('device', `${key.purpose}:${key.identity}`);
}

/** Whether somebody signed in as this identity on this device before. */
export async function isKnown(region: Region, key: CodeKey, asker: Asker): Promise<boolean> {
  if (asker.marks.length === 0) return false;
  const own = await region.digests.every('device', `${key.purpose}:${key.identity}`);
  return own.some((mark) => asker.marks.includes(mark));
}

/** A candidate's code goes with the secret of a link, and a choice with a secret of its own: neither can be guessed. */
function counts({ purpose }: CodeKey): boolean {
  return purpose === 'member';
}

async function withinNetwork(region: Region, { network }: Asker): Promise<void> {
  if (OWN_MACHINE.has(network)) return;
  const rule = { limit: LIMITS.codes.perNetworkHour, windowMs: HOUR_MS, count: 'exact' } as const;
  const outcome = await region.installation.take(`codes:${network}`, rule);
  if (!outcome.ok) throw new Problem('too_many_requests', { retryAfterS: outcome.retryAfterS });
}

/** Once the day's free guesses are used up, guesses of unknown devices come one after the other. */
async function inTurn(region: Region): Promise<void> {
  if ((await region.installation.left(BUDGET, GUESS_BUDGET)) > 0) return;
  const outcome = await region.installation.turn(BUDGET, GUESS_PACE);
  if (!outcome.ok) throw new Problem('too_many_requests', { retryAfterS: outcome.retryAfterS });
}

async function countWrong(region: Region): Promise<void> {
  await region.installation.take(BUDGET, GUESS_BUDGET);
  if ((await region.installation.left(BUDGET, GUESS_BUDGET)) === 0) region.alert('codes.guessed-at');
}

async function challenge(region: Region, key: CodeKey) {
  const identity = await region.digests.digest('code', `for:${key.purpose}:${key.identity}`);
  return { identity, stub: region.objects.otp(identity) };
}

async function digestOf(region: Region, key: CodeKey, code: string): Promise<string> {
  return await region.digests.digest('code', `${key.purpose}:${key.identity}:${code}`);
}

function tooMany(waitMs: number): Problem {
  return new Problem('too_many_requests', { retryAfterS: Math.max(1, Math.ceil(waitMs / 1000)) });
}

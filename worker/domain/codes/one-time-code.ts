/** Six-digit codes by mail, for members who sign in and candidates who open a link. */
import { pepperedDigest } from '../../digest.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import { codeFrom } from './code-rules.ts';

/** Who the code is for: purposes never share a code, a counter or a try. */
export interface CodeKey {
  purpose: 'member' | 'candidate';
  /** An address or an id; only its digest leaves this call. */
  identity: string;
}

/** The most random bytes that a code may need; one in 230 is thrown away for fairness. */
const RANDOM_BYTES = 64;

/**
 * Makes a code and hands it to `deliver`, which mails it or, for an address that nobody here has, does nothing: the
 * answer is the same either way. Returns when the next one may be asked for.
 * @throws Problem too_many_requests inside the countdown or over the hourly cap
 */
export async function sendCode(
  region: Region,
  key: CodeKey,
  deliver: (code: string) => Promise<unknown>,
): Promise<{ resendInMs: number }> {
  const code = codeFrom(region.random(RANDOM_BYTES));
  const outcome = await challenge(region, key, async (stub) => stub.issue(await digestOf(region, key, code)));
  if (outcome.kind === 'wait') throw tooMany(outcome.retryInMs);
  await deliver(code);
  return { resendInMs: outcome.resendInMs };
}

/**
 * Takes one guess.
 * @throws Problem code_wrong, code_spent or too_many_requests
 */
export async function checkCode(region: Region, key: CodeKey, guess: string): Promise<void> {
  const outcome = await challenge(region, key, async (stub) => stub.verify(await digestOf(region, key, guess)));
  switch (outcome.kind) {
    case 'right':
      return;
    case 'wrong':
      throw new Problem('code_wrong', { detail: `${outcome.triesLeft}` });
    case 'spent':
      throw new Problem('code_spent');
    case 'wait':
      throw tooMany(outcome.retryInMs);
  }
}

async function challenge<T>(
  region: Region,
  key: CodeKey,
  run: (stub: ReturnType<Region['objects']['otp']>) => Promise<T>,
): Promise<T> {
  return await run(region.objects.otp(await pepperedDigest(region.secret, `otp:${key.purpose}:${key.identity}`)));
}

async function digestOf(region: Region, key: CodeKey, code: string): Promise<string> {
  return await pepperedDigest(region.secret, `code:${key.purpose}:${key.identity}:${code}`);
}

function tooMany(waitMs: number): Problem {
  return new Problem('too_many_requests', { retryAfterS: Math.max(1, Math.ceil(waitMs / 1000)) });
}

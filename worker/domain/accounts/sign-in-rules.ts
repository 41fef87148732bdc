/** What a member reads when signing in, and how long the choice between tenants stays open. Pure. */
import { LIMITS } from '../../limits.ts';

/** How long after the right code a person with several tenants may choose one. */
export const CHOICE_LIVES_MS = 5 * 60_000;

export function codeMail(code: string): { subject: string; text: string } {
  const minutes = Math.round(LIMITS.codes.livesMs / 60_000);
  return {
    subject: 'Your code to sign in to Interloop',
    text: [
      `Your code is ${code.slice(0, 3)} ${code.slice(3)}`,
      `It works once, for ${minutes} minutes. Nobody from Interloop will ever ask you for it.`,
      'If you did not try to sign in, you can ignore this message: without the code nothing happens.',
    ].join('\n\n'),
  };
}

/** What the proof of a right code vouches for: one address, until a moment. */
export function proofText(email: string, untilMs: number): string {
  return `choose-tenant:${untilMs}:${email}`;
}

/** Reads a proof back into its two halves; null when it is not one or its time is over. */
export function readProof(proof: string, nowMs: number): { untilMs: number; digest: string } | null {
  const found = /^(\d{1,15})\.([0-9a-f]{64})$/.exec(proof);
  if (found === null) return null;
  const untilMs = Number(found[1]);
  return untilMs > nowMs ? { untilMs, digest: found[2] ?? '' } : null;
}

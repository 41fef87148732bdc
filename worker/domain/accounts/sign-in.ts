/**
 * Signing in: an address and a region, a code by mail, and a choice where one address belongs to several tenants of
 * that region. The answer to asking for a code is the same whether anybody here has the address or not.
 */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { pepperedDigest } from '../../digest.ts';
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor, VisitorActor } from '../actors.ts';
import { checkCode, sendCode } from '../codes/one-time-code.ts';
import { members, tenants } from '../tables.ts';
import { openMemberSession } from './member-sessions.ts';
import { CHOICE_LIVES_MS, codeMail, proofText, readProof } from './sign-in-rules.ts';

type Member = typeof members.$inferSelect;

/**
 * Mails a code to a member. `later` takes the sending out of the answer's time, so that it does not tell whether
 * there was somebody to send to.
 * @throws Problem too_many_requests inside the countdown or over the hourly cap
 */
export async function sendSignInCode(
  region: Region,
  _actor: VisitorActor,
  input: { email: string; later: (work: Promise<unknown>) => void },
): Promise<{ resendInMs: number }> {
  return await sendCode(region, { purpose: 'member', identity: input.email }, async (code) => {
    input.later(mailCode(region, input.email, code));
  });
}

async function mailCode(region: Region, email: string, code: string): Promise<void> {
  const [member] = await membersOf(region, email);
  if (member === undefined) return;
  const id = makeId(region.id, 'mail', region.random(16));
  await region.mail.send({
    id,
    tenantId: member.tenantId,
    to: member.email,
    ...codeMail(code),
    purpose: 'member-code',
    idempotencyKey: `member-code:${id}`,
  });
}

export type SignedIn =
  | { state: 'signed-in'; secret: string; expiresAt: Date; actor: MemberActor }
  | { state: 'choose'; proof: string; tenants: { id: string; name: string }[] };

/**
 * Takes the code. With one tenant the session opens; with several comes a proof, to be given back with the choice.
 * @throws Problem code_wrong, code_spent or too_many_requests
 */
export async function signIn(
  region: Region,
  _actor: VisitorActor,
  input: { email: string; code: string; device: string },
): Promise<SignedIn> {
  await checkCode(region, { purpose: 'member', identity: input.email }, input.code);
  const found = await membersOf(region, input.email);
  const [first, ...others] = found;
  // The code of an address that nobody has was sent to nobody; whoever guessed it learns nothing.
  if (first === undefined) throw new Problem('code_spent');
  if (others.length === 0) return await opened(region, first, input.device);
  const untilMs = region.now().getTime() + CHOICE_LIVES_MS;
  const digest = await pepperedDigest(region.secret, proofText(input.email, untilMs));
  return { state: 'choose', proof: `${untilMs}.${digest}`, tenants: await namesOf(region, found) };
}

/**
 * Opens the session at the tenant chosen after the code.
 * @throws Problem code_spent when the proof is not one, or not of this address, or over
 */
export async function chooseTenant(
  region: Region,
  _actor: VisitorActor,
  input: { email: string; proof: string; tenant: string; device: string },
): Promise<SignedIn> {
  const proof = readProof(input.proof, region.now().getTime());
  if (proof === null) throw new Problem('code_spent');
  const own = await pepperedDigest(region.secret, proofText(input.email, proof.untilMs));
  if (own !== proof.digest) throw new Problem('code_spent');
  const member = (await membersOf(region, input.email)).find((one) => one.tenantId === input.tenant);
  if (member === undefined) throw new Problem('not_found');
  return await opened(region, member, input.device);
}

async function opened(region: Region, member: Member, device: string): Promise<SignedIn> {
  return { state: 'signed-in', ...(await openMemberSession(region, member, device)) };
}

async function membersOf(region: Region, email: string): Promise<Member[]> {
  const [found] = await region.database.batch({ email }, (db) => [
    db
      .select()
      .from(members)
      .where(and(eq(members.email, email), isNull(members.disabledAt)))
      .orderBy(asc(members.createdAt)),
  ]);
  return found;
}

async function namesOf(region: Region, found: Member[]): Promise<{ id: string; name: string }[]> {
  return await Promise.all(
    found.map(async ({ tenantId }) => {
      const [rows] = await region.database.batch({ tenant: tenantId }, (db) => [
        db.select({ id: tenants.id, name: tenants.name }).from(tenants).where(eq(tenants.id, tenantId)),
      ]);
      return { id: tenantId, name: rows[0]?.name ?? '' };
    }),
  );
}

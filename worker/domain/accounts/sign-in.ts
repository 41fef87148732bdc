/**
 * Signing in: an address and a region, a code by mail, and a choice where one address belongs to several tenants of
 * that region. The answer to asking for a code is the same whether anybody here has the address or not.
 */
import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { makeId, makeSecret } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor, VisitorActor } from '../actors.ts';
import type { Asker } from '../codes/asker.ts';
import { checkCode, deviceMark, grantOnce, isKnown, sendCode } from '../codes/one-time-code.ts';
import { memberSessions, members, tenants } from '../tables.ts';
import { openMemberSession } from './member-sessions.ts';
import { codeMail, newDeviceMail } from './sign-in-rules.ts';

type Member = typeof members.$inferSelect;
/** Takes work out of the answer's time. */
type Later = (work: Promise<unknown>) => void;

interface Entering {
  email: string;
  /** As the browser names itself. */
  device: string;
  asker: Asker;
  later: Later;
}

/**
 * Mails a code to a member. `later` takes the sending out of the answer's time, so that it does not tell whether
 * there was somebody to send to.
 * @throws Problem too_many_requests inside the countdown or over a cap of the hour
 */
export async function sendSignInCode(
  region: Region,
  _actor: VisitorActor,
  input: { email: string; asker: Asker & { browser: string }; later: Later },
): Promise<{ resendInMs: number; digits: number }> {
  return await sendCode(region, { purpose: 'member', identity: input.email }, input.asker, async (code) => {
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
  | { state: 'signed-in'; secret: string; expiresAt: Date; actor: MemberActor; mark: string }
  | { state: 'choose'; proof: string; tenants: { id: string; name: string }[] };

/**
 * Takes the code. With one tenant the session opens; with several comes a proof, to be given back once with the choice
 * by the same browser.
 * @throws Problem code_elsewhere, code_wrong, code_spent or too_many_requests
 */
export async function signIn(
  region: Region,
  _actor: VisitorActor,
  input: Entering & { code: string },
): Promise<SignedIn> {
  await checkCode(region, { purpose: 'member', identity: input.email }, input.asker, input.code);
  const found = await membersOf(region, input.email);
  const [first, ...others] = found;
  // The code of an address that nobody has was sent to nobody; whoever guessed it learns nothing.
  if (first === undefined) throw new Problem('code_spent');
  if (others.length === 0) return await opened(region, first, input);
  const proof = makeSecret(region.id, region.random(32));
  await grantOnce(region, { purpose: 'member-choice', identity: input.email }, input.asker.browser ?? '', proof);
  return { state: 'choose', proof, tenants: await namesOf(region, found) };
}

/**
 * Opens the session at the tenant chosen after the code.
 * @throws Problem code_spent when the proof is not one, or of another address or browser, or over, or used before
 */
export async function chooseTenant(
  region: Region,
  _actor: VisitorActor,
  input: Entering & { proof: string; tenant: string },
): Promise<SignedIn> {
  await takeProof(region, input);
  const member = (await membersOf(region, input.email)).find((one) => one.tenantId === input.tenant);
  if (member === undefined) throw new Problem('not_found');
  return await opened(region, member, input);
}

async function takeProof(region: Region, { email, asker, proof }: Entering & { proof: string }): Promise<void> {
  try {
    await checkCode(region, { purpose: 'member-choice', identity: email }, asker, proof);
  } catch (error) {
    // Nothing is told of how a proof was wrong.
    if (error instanceof Problem && error.code === 'code_wrong') throw new Problem('code_spent');
    throw error;
  }
}

async function opened(region: Region, member: Member, input: Entering): Promise<SignedIn> {
  const key = { purpose: 'member', identity: input.email } as const;
  const session = await openMemberSession(region, member, input.device);
  if (!(await isKnown(region, key, input.asker))) {
    input.later(tellOfDevice(region, member, { ...input, session: session.actor.sessionId }));
  }
  return { state: 'signed-in', ...session, mark: await deviceMark(region, key) };
}

/** Tells a member of a device that they had not signed in on; not at their very first sign-in. */
async function tellOfDevice(
  region: Region,
  member: Member,
  { device, session }: { device: string; session: string },
): Promise<void> {
  const [[before]] = await region.database.batch({ tenant: member.tenantId }, (db) => [
    db
      .select({ id: memberSessions.id })
      .from(memberSessions)
      .where(
        and(
          eq(memberSessions.tenantId, member.tenantId),
          eq(memberSessions.memberId, member.id),
          ne(memberSessions.id, session),
        ),
      )
      .limit(1),
  ]);
  if (before === undefined) return;
  await region.mail.send({
    id: makeId(region.id, 'mail', region.random(16)),
    tenantId: member.tenantId,
    to: member.email,
    ...newDeviceMail({ device, at: region.now(), origin: region.origin }),
    purpose: 'member-device',
    idempotencyKey: `member-device:${session}`,
  });
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

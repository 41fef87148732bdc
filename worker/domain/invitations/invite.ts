/** Inviting one person: candidate, interview and link in one transaction, then the mail. The secret is told once. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { pepperedDigest } from '../../digest.ts';
import { makeId, makeSecret } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Transaction } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import { REGIONS } from '../../regions/regions.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { visibleText } from '../scoring/visible-text-rules.ts';
import { candidates, interviewEvents, interviews, invitations } from '../tables.ts';
import { type InvitingFacts, invitingFacts } from './invitation-facts.ts';
import { expiryAfter, invitationMail, invitationState, invitingAgain } from './invitation-rules.ts';

export interface Invited {
  invitation: string;
  interview: string;
  /** Shown to the recruiter once; afterwards only its digest exists. */
  link: string;
  expiresAt: Date;
}

/**
 * Invites somebody to a role. Whoever has an open invitation or an interview under way is not invited twice.
 * @throws Problem already_invited, plan_not_ready, conflict for a closed role, not_found
 */
export async function invite(
  region: Region,
  actor: MemberActor,
  asked: { roleId: string; name: string; email: string; days: number },
): Promise<Invited> {
  // A name made only of signs that nobody sees is none: then the address names the person.
  const input = { ...asked, name: visibleText(asked.name).trim() || asked.email };
  const facts = await invitingFacts(region, actor, input.roleId);
  const link = await newLink(region, input);
  const ids = await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const candidateId = await candidateFor(region, actor, tx, input);
    const interviewId = await interviewFor(region, actor, tx, { ...facts, candidateId });
    await revokeOpenLinks(region, actor, tx, interviewId);
    const invitation = await linkFor(region, actor, tx, { interviewId, candidateId, ...link });
    await audited(region, actor, tx, { action: 'invitation.sent', object: invitation, detail: { role: input.roleId } });
    return { invitation, interview: interviewId };
  });
  await mailLink(region, actor, { facts, ...input, ...link, ...ids });
  return { ...ids, link: link.url, expiresAt: link.expiresAt };
}

/** Makes a link's secret; what is stored is its digest. */
export async function newLink(region: Region, input: { days: number }) {
  const secret = makeSecret(region.id, region.random(32));
  return {
    url: `${region.origin}/i/${secret}`,
    digest: await pepperedDigest(region.secret, secret),
    expiresAt: expiryAfter(input.days, region.now()),
  };
}

/** Stores a link and writes it into the interview's history. */
export async function linkFor(
  region: Region,
  actor: MemberActor,
  tx: Transaction,
  of: { interviewId: string; candidateId: string; digest: string; expiresAt: Date },
): Promise<string> {
  const id = makeId(region.id, 'invitation', region.random(16));
  const now = region.now();
  const { interviewId, candidateId, digest, expiresAt } = of;
  await tx.insert(invitations).values({
    id,
    tenantId: actor.tenantId,
    interviewId,
    candidateId,
    digest,
    expiresAt,
    createdBy: actor.memberId,
    createdAt: now,
  });
  await tx.insert(interviewEvents).values({
    id: makeId(region.id, 'event', region.random(16)),
    tenantId: actor.tenantId,
    interviewId,
    kind: 'invited',
    detail: { by: actor.memberId },
    at: now,
  });
  return id;
}

/** Takes back every link of an interview that still works. */
export async function revokeOpenLinks(region: Region, actor: MemberActor, tx: Transaction, interviewId: string) {
  await tx
    .update(invitations)
    .set({ revokedAt: region.now() })
    .where(
      and(
        eq(invitations.tenantId, actor.tenantId),
        eq(invitations.interviewId, interviewId),
        isNull(invitations.revokedAt),
      ),
    );
}

/** Sends the mail of a link, with the link in it. */
export async function mailLink(
  region: Region,
  actor: MemberActor,
  of: { facts: InvitingFacts; invitation: string; name: string; email: string; url: string; expiresAt: Date },
): Promise<void> {
  await region.mail.send({
    id: makeId(region.id, 'mail', region.random(16)),
    tenantId: actor.tenantId,
    to: of.email,
    ...invitationMail({
      tenant: of.facts.tenant,
      role: of.facts.role.title,
      candidate: of.name,
      member: actor.name,
      decisionDays: of.facts.role.decisionDays,
      regionName: REGIONS[region.id].name,
      limits: of.facts.plan.content.limits,
      expiresAt: of.expiresAt,
      link: of.url,
    }),
    purpose: 'invitation',
    idempotencyKey: `invitation:${of.invitation}`,
  });
}

async function candidateFor(
  region: Region,
  actor: MemberActor,
  tx: Transaction,
  input: { roleId: string; name: string; email: string },
): Promise<string> {
  const [row] = await tx
    .insert(candidates)
    .values({
      id: makeId(region.id, 'candidate', region.random(16)),
      tenantId: actor.tenantId,
      roleId: input.roleId,
      name: input.name,
      email: input.email,
      createdAt: region.now(),
    })
    // Two who invite one address at once meet on this row, and the second sees what the first did.
    .onConflictDoUpdate({ target: [candidates.roleId, candidates.email], set: { name: input.name } })
    .returning({ id: candidates.id });
  if (row === undefined) throw new Problem('internal');
  return row.id;
}

async function interviewFor(
  region: Region,
  actor: MemberActor,
  tx: Transaction,
  of: InvitingFacts & { candidateId: string },
): Promise<string> {
  const [last] = await tx
    .select({ interview: interviews, invitation: invitations })
    .from(interviews)
    .leftJoin(invitations, eq(invitations.interviewId, interviews.id))
    .where(and(eq(interviews.tenantId, actor.tenantId), eq(interviews.candidateId, of.candidateId)))
    .orderBy(desc(interviews.createdAt), desc(invitations.createdAt))
    .limit(1);
  if (last !== undefined) {
    const { state, id } = last.interview;
    const link = last.invitation ?? { expiresAt: region.now(), openedAt: null, revokedAt: null };
    switch (invitingAgain(invitationState({ ...link, interview: state }, region.now()), state)) {
      case 'refuse':
        throw new Problem('already_invited');
      case 'same':
        await tx.update(interviews).set({ planId: of.plan.id, state: 'invited' }).where(eq(interviews.id, id));
        return id;
      case 'new':
        break;
    }
  }
  const id = makeId(region.id, 'interview', region.random(16));
  await tx.insert(interviews).values({
    id,
    tenantId: actor.tenantId,
    roleId: of.role.id,
    planId: of.plan.id,
    candidateId: of.candidateId,
    createdAt: region.now(),
  });
  return id;
}

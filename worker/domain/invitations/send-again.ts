/** Sending a link anew, and taking one back, as long as the interview has not begun. */
import { and, eq } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Transaction } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { addressOf } from '../candidates/candidate-address-rules.ts';
import { mayInvite, maySendAgain } from '../quotas/day-quotas.ts';
import { candidates, interviews, invitations } from '../tables.ts';
import { invitingFacts } from './invitation-facts.ts';
import { canBeSentAgain } from './invitation-rules.ts';
import { type Invited, mailLinks, newLink } from './invite.ts';
import { revokeOpenLinks, storeLinks } from './store-invitations.ts';

/**
 * Sends a new link for the same interview, on the plan that holds now; the old link stops working, and so
 * does what it opened.
 * @throws Problem not_found, wrong_phase once the interview has begun, and those of inviting
 */
export async function sendAgain(
  region: Region,
  actor: MemberActor,
  input: { invitationId: string; days: number },
): Promise<Invited> {
  const roleId = await roleOf(region, actor, input.invitationId);
  const facts = await invitingFacts(region, actor, roleId);
  const link = await newLink(region, input);
  const sent = await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const { interview, candidate } = await openInvitation(actor, tx, input.invitationId);
    await maySendAgain(region, actor, tx);
    await mayInvite(region, actor, tx, [candidate.email]);
    await revokeOpenLinks(region, actor, tx, [interview.id]);
    await tx.update(interviews).set({ planId: facts.plan.id, state: 'invited' }).where(eq(interviews.id, interview.id));
    const invitation = makeId(region.id, 'invitation', region.random(16));
    const stored = [{ invitation, interview: interview.id, candidateId: candidate.id, ...link }];
    await storeLinks(region, actor, tx, { facts, stored });
    await audited(region, actor, tx, {
      action: 'invitation.sent-again',
      object: invitation,
      detail: { before: input.invitationId },
    });
    return { invitation, interview: interview.id, name: candidate.name, address: addressOf(candidate) };
  });
  await region.objects.session(sent.interview).dismiss();
  await mailLinks(region, actor, { facts, links: [{ ...sent, ...link }] });
  return { invitation: sent.invitation, interview: sent.interview, link: link.url, expiresAt: link.expiresAt };
}

/**
 * Takes a link back: it says so to whoever opens it, and whoever came in by it is put out.
 * @throws Problem not_found, wrong_phase once the interview has begun
 */
export async function revokeInvitation(region: Region, actor: MemberActor, invitationId: string): Promise<void> {
  const interviewId = await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const { interview } = await openInvitation(actor, tx, invitationId);
    await revokeOpenLinks(region, actor, tx, [interview.id]);
    await audited(region, actor, tx, { action: 'invitation.revoked', object: invitationId });
    return interview.id;
  });
  await region.objects.session(interviewId).dismiss();
}

async function roleOf(region: Region, actor: MemberActor, invitationId: string): Promise<string> {
  const [found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ roleId: interviews.roleId })
      .from(invitations)
      .innerJoin(interviews, eq(interviews.id, invitations.interviewId))
      .where(and(eq(invitations.tenantId, actor.tenantId), eq(invitations.id, invitationId))),
  ]);
  if (found[0] === undefined) throw new Problem('not_found');
  return found[0].roleId;
}

/** Locks the interview, so that nobody begins it while its link is being changed. */
async function openInvitation(actor: MemberActor, tx: Transaction, invitationId: string) {
  const [found] = await tx
    .select({ interview: interviews, candidate: candidates })
    .from(invitations)
    .innerJoin(interviews, eq(interviews.id, invitations.interviewId))
    .innerJoin(candidates, eq(candidates.id, invitations.candidateId))
    .where(and(eq(invitations.tenantId, actor.tenantId), eq(invitations.id, invitationId)))
    .for('update', { of: interviews });
  if (found === undefined) throw new Problem('not_found');
  if (!canBeSentAgain(found.interview.state)) throw new Problem('wrong_phase');
  return found;
}

/**
 * Candidates, interviews and links of many people in one transaction and a fixed number of statements. Whoever has an
 * open invitation or an interview under way is left as they are: an upload can be repeated.
 */
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Address } from '../../address-rules.ts';
import { makeId } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import type { Transaction } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { auditedAll } from '../audit/audit.ts';
import { endCandidateSessions } from '../candidates/candidate-sessions.ts';
import { mayInvite } from '../quotas/day-quotas.ts';
import { candidates, interviewEvents, interviews, invitations } from '../tables.ts';
import type { InvitingFacts } from './invitation-facts.ts';
import { invitationState, invitingAgain, remindAt } from './invitation-rules.ts';

export interface ToInvite {
  name: string;
  address: Address;
}
/** A link that was made ahead: only its digest is stored. */
export interface MadeLink {
  url: string;
  digest: string;
  expiresAt: Date;
}
export interface StoredInvitation extends ToInvite, MadeLink {
  invitation: string;
  interview: string;
}

/**
 * @param people each with a link of their own; no address twice
 * @returns those that were stored; the others have an open invitation or an interview under way
 * @throws Problem conflict when the role would hold more people than it may
 */
export async function storeInvitations(
  region: Region,
  actor: MemberActor,
  tx: Transaction,
  { facts, people }: { facts: InvitingFacts; people: readonly (ToInvite & MadeLink)[] },
): Promise<StoredInvitation[]> {
  const known = await candidatesFor(region, actor, tx, facts.role.id, people);
  const last = await lastInterviews(actor, tx, [...known.values()]);
  const now = region.now();
  const stored: (StoredInvitation & { candidateId: string; again: 'same' | 'new' })[] = [];
  for (const one of people) {
    const candidateId = known.get(one.address.sent);
    if (candidateId === undefined) throw new Problem('internal');
    const before = last.get(candidateId);
    const again = before === undefined ? 'new' : invitingAgain(invitationState(before, now), before.interview);
    if (again === 'refuse') continue;
    const interview =
      again === 'same' && before !== undefined ? before.id : makeId(region.id, 'interview', region.random(16));
    const invitation = makeId(region.id, 'invitation', region.random(16));
    stored.push({ ...one, invitation, interview, candidateId, again });
  }
  if (stored.length === 0) return [];
  const fresh = stored.filter(({ again }) => again === 'new');
  const same = stored.filter(({ again }) => again === 'same').map(({ interview }) => interview);
  await withinRole(actor, tx, facts.role.id, fresh.length);
  await mayInvite(
    region,
    actor,
    tx,
    stored.map(({ address }) => address.sent),
  );
  await tx.execute(sql`
    update candidates c set name = j.name, email_shown = j.shown
    from json_to_recordset(${JSON.stringify(stored.map(namesRow))}::json) as j(id text, name text, shown text)
    where c.id = j.id and c.tenant_id = ${actor.tenantId}`);
  if (same.length > 0) {
    const own = and(eq(interviews.tenantId, actor.tenantId), inArray(interviews.id, same));
    await tx.update(interviews).set({ planId: facts.plan.id, state: 'invited' }).where(own);
    await revokeOpenLinks(region, actor, tx, same);
  }
  if (fresh.length > 0) {
    await tx.insert(interviews).values(
      fresh.map(({ interview, candidateId }) => ({
        id: interview,
        tenantId: actor.tenantId,
        roleId: facts.role.id,
        planId: facts.plan.id,
        candidateId,
        createdAt: now,
      })),
    );
  }
  await storeLinks(region, actor, tx, { facts, stored });
  await auditedAll(
    region,
    actor,
    tx,
    stored.map(({ invitation }) => ({
      action: 'invitation.sent',
      object: invitation,
      detail: { role: facts.role.id },
    })),
  );
  return stored;
}

/** Stores links and writes them into their interviews' histories. */
export async function storeLinks(
  region: Region,
  actor: MemberActor,
  tx: Transaction,
  of: {
    facts: InvitingFacts;
    stored: readonly { invitation: string; interview: string; candidateId: string; digest: string; expiresAt: Date }[];
  },
): Promise<void> {
  const now = region.now();
  await tx.insert(invitations).values(
    of.stored.map(({ invitation, interview, candidateId, digest, expiresAt }) => ({
      id: invitation,
      tenantId: actor.tenantId,
      interviewId: interview,
      candidateId,
      digest,
      expiresAt,
      remindAt: remindAt(expiresAt, of.facts.role.reminderDays, now),
      createdBy: actor.memberId,
      createdAt: now,
    })),
  );
  await tx.insert(interviewEvents).values(
    of.stored.map(({ interview }) => ({
      id: makeId(region.id, 'event', region.random(16)),
      tenantId: actor.tenantId,
      interviewId: interview,
      kind: 'invited' as const,
      detail: { by: actor.memberId },
      at: now,
    })),
  );
}

/** Takes back every link of these interviews that still works, and signs out whoever came in by one. */
export async function revokeOpenLinks(
  region: Region,
  actor: MemberActor,
  tx: Transaction,
  interviewIds: readonly string[],
): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: region.now() })
    .where(
      and(
        eq(invitations.tenantId, actor.tenantId),
        inArray(invitations.interviewId, [...interviewIds]),
        isNull(invitations.revokedAt),
      ),
    );
  await endCandidateSessions(region, tx, { tenantId: actor.tenantId, interviewIds, but: null });
}

function namesRow({ candidateId, name, address }: { candidateId: string } & ToInvite) {
  return { id: candidateId, name, shown: address.shown === address.sent ? null : address.shown };
}

/** The ids of these people by address, made where they are new; locked, so that two uploads at once see each other. */
async function candidatesFor(
  region: Region,
  actor: MemberActor,
  tx: Transaction,
  roleId: string,
  people: readonly ToInvite[],
): Promise<Map<string, string>> {
  // One order for everybody, or two uploads of the same people could wait for each other for ever.
  const sorted = [...people].sort((a, b) => (a.address.sent < b.address.sent ? -1 : 1));
  await tx
    .insert(candidates)
    .values(
      sorted.map(({ name, address }) => ({
        id: makeId(region.id, 'candidate', region.random(16)),
        tenantId: actor.tenantId,
        roleId,
        name,
        email: address.sent,
        createdAt: region.now(),
      })),
    )
    .onConflictDoNothing({ target: [candidates.roleId, candidates.email] });
  const found = await tx
    .select({ id: candidates.id, email: candidates.email })
    .from(candidates)
    .where(
      and(
        eq(candidates.tenantId, actor.tenantId),
        eq(candidates.roleId, roleId),
        inArray(
          candidates.email,
          sorted.map(({ address }) => address.sent),
        ),
      ),
    )
    .orderBy(candidates.email)
    .for('update');
  return new Map(found.map(({ id, email }) => [email, id]));
}

async function lastInterviews(actor: MemberActor, tx: Transaction, candidateIds: readonly string[]) {
  const found = await tx
    .selectDistinctOn([interviews.candidateId], {
      candidateId: interviews.candidateId,
      id: interviews.id,
      interview: interviews.state,
      expiresAt: invitations.expiresAt,
      openedAt: invitations.openedAt,
      revokedAt: invitations.revokedAt,
    })
    .from(interviews)
    .leftJoin(invitations, eq(invitations.interviewId, interviews.id))
    .where(and(eq(interviews.tenantId, actor.tenantId), inArray(interviews.candidateId, [...candidateIds])))
    .orderBy(interviews.candidateId, desc(interviews.createdAt), desc(invitations.createdAt));
  // An interview without a link is one whose link has ended.
  return new Map(found.map((one) => [one.candidateId, { ...one, expiresAt: one.expiresAt ?? new Date(0) }]));
}

async function withinRole(actor: MemberActor, tx: Transaction, roleId: string, more: number): Promise<void> {
  const [found] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(interviews)
    .where(and(eq(interviews.tenantId, actor.tenantId), eq(interviews.roleId, roleId)));
  if ((found?.count ?? 0) + more <= LIMITS.invitation.perRole) return;
  throw new Problem('conflict', { detail: `A role holds at most ${LIMITS.invitation.perRole} people.` });
}

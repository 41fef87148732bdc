/** Invitation links: what one opens. Garbage, foreign and missing links get the same answer. */
import { and, eq, isNull } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { CandidateActor, VisitorActor } from '../actors.ts';
import { grantedOf } from '../adjustments/granted.ts';
import { audited } from '../audit/audit.ts';
import { candidates, interviewEvents, interviews, invitations, members, plans, roles, tenants } from '../tables.ts';
import { linkStanding } from './link-rules.ts';

export type FoundLink = Awaited<ReturnType<typeof lookUpLink>>;

/**
 * Everything behind a link, with how it stands.
 * @throws Problem not_found
 */
export async function lookUpLink(region: Region, _actor: VisitorActor, secret: string) {
  const invitation = await invitationOf(region, secret);
  if (invitation === null) throw new Problem('not_found');
  const scope = { tenant: invitation.tenantId };
  const [rows] = await region.database.batch(scope, (db) => [
    db
      .select({
        interview: interviews,
        candidate: candidates,
        role: roles,
        plan: plans,
        tenant: tenants,
        member: members,
        granted: grantedOf,
      })
      .from(interviews)
      .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
      .innerJoin(roles, eq(roles.id, interviews.roleId))
      .innerJoin(plans, eq(plans.id, interviews.planId))
      .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
      .leftJoin(members, eq(members.id, invitation.createdBy))
      .where(and(eq(interviews.id, invitation.interviewId), eq(interviews.tenantId, invitation.tenantId))),
  ]);
  const row = rows[0];
  if (row === undefined) throw new Problem('not_found');
  return { invitation, ...row, standing: linkStanding({ ...invitation, state: row.interview.state }, region.now()) };
}

async function invitationOf(region: Region, secret: string) {
  for (const digest of await region.digests.every('link', secret)) {
    const [found] = await region.database.batch({ digest }, (db) => [
      db.select().from(invitations).where(eq(invitations.digest, digest)),
    ]);
    if (found[0] !== undefined) return found[0];
  }
  return null;
}

/**
 * Everything behind a link that still opens; `after`: also when the interview is over, for what stands on the
 * candidate's own pages then.
 * @throws Problem not_found, link_used, link_expired, link_revoked
 */
export async function findLink(
  region: Region,
  actor: VisitorActor,
  secret: string,
  { after } = { after: false },
): Promise<FoundLink> {
  const link = await lookUpLink(region, actor, secret);
  switch (link.standing) {
    case 'open':
      return link;
    case 'used':
      if (after && link.invitation.revokedAt === null) return link;
      throw new Problem('link_used');
    case 'expired':
      throw new Problem('link_expired');
    case 'revoked':
      throw new Problem('link_revoked');
  }
}

/** Notes the first opening of a link; later ones change nothing. */
export async function noteOpened(region: Region, link: FoundLink): Promise<void> {
  if (link.invitation.openedAt !== null && link.interview.state !== 'invited') return;
  const { tenantId, interviewId, candidateId } = link.invitation;
  const actor: CandidateActor = {
    kind: 'candidate',
    tenantId,
    interviewId,
    candidateId,
    sessionId: link.invitation.id,
  };
  await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .update(invitations)
      .set({ openedAt: region.now() })
      .where(and(eq(invitations.id, link.invitation.id), isNull(invitations.openedAt))),
    db
      .update(interviews)
      .set({ state: 'opened' })
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, tenantId), eq(interviews.state, 'invited'))),
    db
      .insert(interviewEvents)
      .values({ id: `${interviewId}:opened`, tenantId, interviewId, kind: 'link-opened', at: region.now() })
      .onConflictDoNothing(),
    audited(region, actor, db, { action: 'link.opened', object: interviewId }),
  ]);
}

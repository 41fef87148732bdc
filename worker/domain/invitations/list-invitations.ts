/** The invitations of one role, newest first: the latest of each interview. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { hiddenFrom, shownName } from '../blind/blind.ts';
import { candidates, interviews, invitations, roles } from '../tables.ts';
import { canBeSentAgain, invitationState } from './invitation-rules.ts';

/** @throws Problem not_found */
export async function listInvitations(region: Region, actor: MemberActor, roleId: string) {
  const [role, found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ id: roles.id })
      .from(roles)
      .where(and(eq(roles.tenantId, actor.tenantId), eq(roles.id, roleId))),
    db
      .select({
        id: invitations.id,
        interviewId: interviews.id,
        interview: interviews.state,
        name: shownName(actor),
        email: sql<string>`case when ${hiddenFrom(actor)} then '' else coalesce(${candidates.emailShown}, ${candidates.email}) end`,
        sentAt: invitations.createdAt,
        expiresAt: invitations.expiresAt,
        openedAt: invitations.openedAt,
        revokedAt: invitations.revokedAt,
      })
      .from(invitations)
      .innerJoin(interviews, eq(interviews.id, invitations.interviewId))
      .innerJoin(candidates, eq(candidates.id, invitations.candidateId))
      .where(
        and(
          eq(invitations.tenantId, actor.tenantId),
          eq(interviews.roleId, roleId),
          sql`not exists (select 1 from invitations later where later.interview_id = ${interviews.id}
              and (later.created_at, later.id) > (${invitations.createdAt}, ${invitations.id}))`,
        ),
      )
      .orderBy(desc(invitations.createdAt), desc(invitations.id))
      .limit(LIMITS.http.pageSize),
    audited(region, actor, db, { action: 'invitations.read', object: roleId }),
  ]);
  if (role.length === 0) throw new Problem('not_found');
  const now = region.now();
  return found.map(({ interview, ...one }) => ({
    id: one.id,
    interviewId: one.interviewId,
    name: one.name,
    email: one.email,
    state: invitationState({ ...one, interview }, now),
    open: canBeSentAgain(interview),
    sentAt: one.sentAt.toISOString(),
    expiresAt: one.expiresAt.toISOString(),
    openedAt: one.openedAt?.toISOString() ?? null,
  }));
}

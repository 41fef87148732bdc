/** Opens the session of an interview for its candidate, with the plan and the consents that hold. */
import { and, desc, eq } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { CandidateActor } from '../actors.ts';
import { adjustedPlan } from '../adjustments/adjusted-plan-rules.ts';
import { grantedOf } from '../adjustments/granted.ts';
import { audited } from '../audit/audit.ts';
import { begunToday, mayBegin } from '../quotas/day-quotas.ts';
import { monthSpend } from '../spend/month-spend.ts';
import { leftOf } from '../spend/spend-rules.ts';
import { interviews, invitations, plans, tenants } from '../tables.ts';
import { readConsents } from './consents.ts';

const BEFORE: readonly string[] = ['invited', 'opened'];
/** States in which the candidate can still be in the room. */
const OPEN: readonly string[] = ['invited', 'opened', 'in-interview', 'sealing', 'scoring'];

/**
 * Makes the session ready and returns a ticket for its socket. Opened again, it is the same session.
 * @throws Problem not_found, consent_missing, link_revoked, wrong_phase, too_many_requests
 */
export async function openInterview(
  region: Region,
  actor: CandidateActor,
): Promise<{ ticket: string; ticketLivesMs: number }> {
  const [found, consents] = await Promise.all([interviewOf(region, actor), readConsents(region, actor)]);
  if (!consents.interview) throw new Problem('consent_missing');
  const session = region.objects.session(actor.interviewId);
  if (OPEN.includes(found.state)) {
    const { tenantId, interviewId, candidateId } = actor;
    const { processing, spendLeftMicros, granted } = found;
    const plan = adjustedPlan(found.plan, granted?.adjustments ?? null);
    const expiresAtMs = found.expiresAt.getTime();
    const opening = { interviewId, tenantId, candidateId, plan, expiresAtMs, processing, spendLeftMicros, granted };
    await session.open(opening, { interview: consents.interview, recording: consents.recording });
  }
  const outcome = await session.ticket();
  if (!outcome.ok) throw new Problem('wrong_phase');
  return { ticket: outcome.ticket, ticketLivesMs: outcome.livesMs };
}

async function interviewOf(region: Region, actor: CandidateActor) {
  const [rows, [month], begun] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({
        state: interviews.state,
        startedAt: interviews.startedAt,
        plan: plans.content,
        expiresAt: invitations.expiresAt,
        revokedAt: invitations.revokedAt,
        processing: tenants.processing,
        spendCapMicros: tenants.spendCapMicros,
        granted: grantedOf,
      })
      .from(interviews)
      .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
      .innerJoin(plans, eq(plans.id, interviews.planId))
      .innerJoin(invitations, eq(invitations.interviewId, interviews.id))
      .where(and(eq(interviews.id, actor.interviewId), eq(interviews.tenantId, actor.tenantId)))
      .orderBy(desc(invitations.createdAt))
      .limit(1),
    monthSpend(db, actor.tenantId, region.now()),
    begunToday(region, actor.tenantId, db),
    audited(region, actor, db, { action: 'interview.opened', object: actor.interviewId }),
  ]);
  const [row] = rows;
  if (row === undefined) throw new Problem('not_found');
  if (row.revokedAt !== null) throw new Problem('link_revoked');
  // One that has begun is never kept from going on.
  if (row.startedAt === null && BEFORE.includes(row.state)) mayBegin(begun);
  return { ...row, spendLeftMicros: leftOf(row.spendCapMicros, month?.micros ?? 0) };
}

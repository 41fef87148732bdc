/** What is arranged for one interview, for the members who arrange it; the reading is recorded. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { interviews, invitations, plans } from '../tables.ts';
import { adjustedPlan, canArrange } from './adjusted-plan-rules.ts';
import { grantedOf } from './granted.ts';

const MINUTE_MS = 60_000;

/** @throws Problem not_found */
export async function readAdjustments(region: Region, actor: MemberActor, interviewId: string) {
  const [[found]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({
        state: interviews.state,
        plan: plans.content,
        granted: grantedOf,
        expiresAt: invitations.expiresAt,
      })
      .from(interviews)
      .innerJoin(plans, eq(plans.id, interviews.planId))
      .leftJoin(invitations, and(eq(invitations.interviewId, interviews.id), isNull(invitations.revokedAt)))
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, actor.tenantId)))
      .orderBy(desc(invitations.createdAt))
      .limit(1),
    audited(region, actor, db, { action: 'adjustments.read', object: interviewId }),
  ]);
  if (found === undefined) throw new Problem('not_found');
  const { state, plan, granted, expiresAt } = found;
  const adjusted = adjustedPlan(plan, granted?.adjustments ?? null);
  return {
    number: granted?.number ?? 0,
    adjustments: granted?.adjustments ?? null,
    plan: {
      minutes: Math.round(plan.limits.totalMs / MINUTE_MS),
      adjustedMinutes: Math.round(adjusted.limits.totalMs / MINUTE_MS),
      language: plan.language,
    },
    expiresAt: expiresAt?.toISOString() ?? null,
    open: canArrange(state),
  };
}

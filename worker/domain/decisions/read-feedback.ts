/** The feedback that a candidate may read: once a person decided, where the tenant gives it and nobody held it back. */
import { and, desc, eq } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { CandidateActor, MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { readCard } from '../reports/card.ts';
import { decisions, interviews, plans, scorecards, tenants } from '../tables.ts';
import { type FeedbackPart, feedbackOf } from './feedback-rules.ts';
import { stands, told } from './standing.ts';

export async function readFeedback(region: Region, actor: CandidateActor): Promise<FeedbackPart[] | null> {
  const [[tenant], [decided], [found]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.select({ gives: tenants.feedback }).from(tenants).where(eq(tenants.id, actor.tenantId)),
    db
      .select({ kind: decisions.kind, feedback: decisions.feedback })
      .from(decisions)
      .where(and(eq(decisions.interviewId, actor.interviewId), eq(decisions.tenantId, actor.tenantId), stands, told))
      .orderBy(desc(decisions.number))
      .limit(1),
    db
      .select({ plan: plans.content, card: scorecards.content })
      .from(interviews)
      .innerJoin(plans, eq(plans.id, interviews.planId))
      .innerJoin(scorecards, and(eq(scorecards.interviewId, interviews.id), eq(scorecards.maker, 'machine')))
      .where(and(eq(interviews.id, actor.interviewId), eq(interviews.tenantId, actor.tenantId)))
      .orderBy(desc(scorecards.run))
      .limit(1),
  ]);
  if (tenant?.gives !== true || decided === undefined || found === undefined) return null;
  if (decided.kind === 'hold' || !decided.feedback) return null;
  return feedbackOf(found.plan, readCard(found.card));
}

export async function setFeedback(region: Region, actor: MemberActor, { on }: { on: boolean }): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.update(tenants).set({ feedback: on }).where(eq(tenants.id, actor.tenantId)),
    audited(region, actor, db, { action: 'tenant.feedback', object: actor.tenantId, detail: { on } }),
  ]);
}

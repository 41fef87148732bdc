/** A member puts their own level in place of the scorer's, with a reason; both stay on record. */
import { and, eq, sql } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { interviewEvents, interviews, overrides, plans } from '../tables.ts';
import { canDecide } from './decision-rules.ts';

export interface OverrideInput {
  interviewId: string;
  criterionId: string;
  /** Null takes the level away: "not enough evidence", by a person. */
  level: number | null;
  reason: string;
}

/**
 * After a review nobody who had a part before it puts the old level back.
 * @throws Problem not_found, wrong_phase, not_independent, invalid_input for a criterion that the rubric does not have
 */
export async function overrideLevel(region: Region, actor: MemberActor, input: OverrideInput): Promise<void> {
  await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const [found] = await tx
      .select({ state: interviews.state, plan: plans.content, reviewedOver: reviewedOver(actor) })
      .from(interviews)
      .innerJoin(plans, eq(plans.id, interviews.planId))
      .where(and(eq(interviews.id, input.interviewId), eq(interviews.tenantId, actor.tenantId)))
      .for('update', { of: interviews });
    if (found === undefined) throw new Problem('not_found');
    if (!canDecide(found.state)) throw new Problem('wrong_phase');
    if (found.reviewedOver) throw new Problem('not_independent');
    if (!found.plan.rubric.criteria.some(({ id }) => id === input.criterionId)) {
      throw new Problem('invalid_input', {
        fields: [{ pointer: '/criterionId', detail: 'not a criterion of this rubric' }],
      });
    }
    const now = region.now();
    await tx.insert(overrides).values({
      id: makeId(region.id, 'override', region.random(16)),
      tenantId: actor.tenantId,
      ...input,
      memberId: actor.memberId,
      createdAt: now,
    });
    await tx.insert(interviewEvents).values({
      id: makeId(region.id, 'event', region.random(16)),
      tenantId: actor.tenantId,
      interviewId: input.interviewId,
      kind: 'level-overridden',
      detail: {
        criterion: input.criterionId,
        by: actor.memberId,
        ...(input.level === null ? {} : { level: input.level }),
      },
      at: now,
    });
    await audited(region, actor, tx, {
      action: 'level.overridden',
      object: input.interviewId,
      detail: { criterion: input.criterionId, level: input.level },
    });
  });
}

/** Whether somebody reviewed what this member had decided or changed. */
function reviewedOver(actor: MemberActor) {
  return sql<boolean>`exists (select from candidate_requests q where q.interview_id = ${interviews.id}
    and q.scorecard_id is not null and (
      exists (select from decisions d where d.interview_id = q.interview_id and d.member_id = ${actor.memberId}
        and d.created_at < q.answered_at)
      or exists (select from overrides o where o.interview_id = q.interview_id and o.member_id = ${actor.memberId}
        and o.created_at < q.answered_at)))`;
}

/** A member puts their own level in place of the scorer's, with a reason; both stay on record. */
import { and, eq } from 'drizzle-orm';
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

/** @throws Problem not_found, wrong_phase, invalid_input for a criterion that the rubric does not have */
export async function overrideLevel(region: Region, actor: MemberActor, input: OverrideInput): Promise<void> {
  await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const [found] = await tx
      .select({ state: interviews.state, plan: plans.content })
      .from(interviews)
      .innerJoin(plans, eq(plans.id, interviews.planId))
      .where(and(eq(interviews.id, input.interviewId), eq(interviews.tenantId, actor.tenantId)));
    if (found === undefined) throw new Problem('not_found');
    if (!canDecide(found.state)) throw new Problem('wrong_phase');
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

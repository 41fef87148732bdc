/** A member's own card beside the machine's: complete or not at all, and a change is a new version of it. */
import { and, desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { type PersonCard, personCardSchema } from '../scoring/person-card-shape.ts';
import { interviewEvents, interviews, plans, scorecards } from '../tables.ts';
import { canDecide } from './decision-rules.ts';

export interface OwnCardInput extends PersonCard {
  interviewId: string;
  /** The newest version of this member's card that was on the screen; 0 for none. */
  seen: number;
}

/**
 * The same card sent twice is one.
 * @throws Problem not_found, wrong_phase, conflict; invalid_input unless every criterion is there once
 */
export async function saveOwnCard(
  region: Region,
  actor: MemberActor,
  input: OwnCardInput,
): Promise<{ version: number }> {
  const { interviewId, seen, criteria } = input;
  return await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const [found] = await tx
      .select({ state: interviews.state, planId: plans.id, plan: plans.content })
      .from(interviews)
      .innerJoin(plans, eq(plans.id, interviews.planId))
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, actor.tenantId)))
      .for('update', { of: interviews });
    if (found === undefined) throw new Problem('not_found');
    if (!canDecide(found.state)) throw new Problem('wrong_phase');
    const rubric = found.plan.rubric.criteria.map(({ id }) => id);
    const given = new Set(criteria.map(({ criterionId }) => criterionId));
    if (criteria.length !== rubric.length || rubric.some((id) => !given.has(id))) {
      const detail = 'every criterion of the rubric, each once';
      throw new Problem('invalid_input', { fields: [{ pointer: '/criteria', detail }] });
    }
    const content: PersonCard = {
      criteria: rubric.flatMap((id) => criteria.filter(({ criterionId }) => criterionId === id)),
    };
    const [before] = await tx
      .select({ run: scorecards.run, content: scorecards.content })
      .from(scorecards)
      .where(
        and(
          eq(scorecards.interviewId, interviewId),
          eq(scorecards.tenantId, actor.tenantId),
          eq(scorecards.maker, 'person'),
          eq(scorecards.memberId, actor.memberId),
        ),
      )
      .orderBy(desc(scorecards.run))
      .limit(1);
    if (before?.run === seen + 1 && same(before.content, content)) return { version: before.run };
    if ((before?.run ?? 0) !== seen) throw new Problem('conflict');
    const version = seen + 1;
    const at = region.now();
    await tx.insert(scorecards).values({
      id: makeId(region.id, 'scorecard', region.random(16)),
      tenantId: actor.tenantId,
      interviewId,
      planId: found.planId,
      maker: 'person',
      scorer: actor.memberId,
      run: version,
      content,
      memberId: actor.memberId,
      createdAt: at,
    });
    await tx.insert(interviewEvents).values({
      id: makeId(region.id, 'event', region.random(16)),
      tenantId: actor.tenantId,
      interviewId,
      kind: 'scored-by-person',
      detail: { by: actor.memberId, version },
      at,
    });
    await audited(region, actor, tx, { action: 'card.saved', object: interviewId, detail: { version } });
    return { version };
  });
}

/** The database orders the fields of what it keeps as it likes. */
function same(kept: unknown, given: PersonCard): boolean {
  const line = (card: PersonCard) =>
    JSON.stringify(card.criteria.map((one) => [one.criterionId, one.level, one.reason]));
  return line(v.parse(personCardSchema, kept)) === line(given);
}

/** A member asks for a new judgement of a finished interview: a new card beside the earlier ones, which all stay. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import { ProviderFault } from '../../provider-faults.ts';
import { eligible } from '../../regions/eligible-rules.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { canDecide } from '../decisions/decision-rules.ts';
import type { ToScore } from '../scoring/score-by-model.ts';
import type { Card } from '../scoring/scorecard-shape.ts';
import { monthSpend } from '../spend/month-spend.ts';
import { leftOf } from '../spend/spend-rules.ts';
import { candidates, interviewEvents, interviews, plans, scorecards, tenants, turns } from '../tables.ts';
import { judge, judgedTurns } from './judge.ts';

/**
 * By the models that the tenant may use and pay for, else by rules. Levels of people stay where they are.
 * @throws Problem not_found, wrong_phase, too_many_requests, provider_unavailable
 */
export async function scoreAgain(
  region: Region,
  actor: MemberActor,
  { interviewId }: { interviewId: string },
): Promise<{ run: number }> {
  const { models, toScore } = await gathered(region, actor, interviewId);
  const { limit, windowMs } = LIMITS.scoring.again;
  const allowed = await region.limits.take(`score-again:${interviewId}`, { limit, windowMs, count: 'exact' });
  if (!allowed.ok) throw new Problem('too_many_requests', { retryAfterS: allowed.retryAfterS });
  const system = { kind: 'system', tenantId: actor.tenantId, interviewId } as const;
  const part = `scoring:${makeId(region.id, 'scorecard', region.random(16))}` as const;
  const signal = AbortSignal.timeout(LIMITS.scoring.answerMs);
  try {
    const { content, scorer } = await judge(region, system, models, toScore, { part, signal });
    return await kept(region, actor, { interviewId, planId: toScore.planId, content, scorer });
  } catch (error) {
    if (error instanceof ProviderFault || signal.aborted) throw new Problem('provider_unavailable');
    throw error;
  }
}

async function gathered(region: Region, actor: MemberActor, interviewId: string) {
  const [found, said, [month]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({
        state: interviews.state,
        planId: interviews.planId,
        plan: plans.content,
        candidate: candidates.name,
        processing: tenants.processing,
        capMicros: tenants.spendCapMicros,
      })
      .from(interviews)
      .innerJoin(plans, eq(plans.id, interviews.planId))
      .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
      .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, actor.tenantId))),
    db
      .select()
      .from(turns)
      .where(and(eq(turns.interviewId, interviewId), eq(turns.tenantId, actor.tenantId)))
      .orderBy(asc(turns.position)),
    monthSpend(db, actor.tenantId, region.now()),
  ]);
  const [row] = found;
  if (row === undefined) throw new Problem('not_found');
  if (!canDecide(row.state)) throw new Problem('wrong_phase');
  const broke = leftOf(row.capMicros, month?.micros ?? 0) === 0;
  const toScore: ToScore = {
    plan: row.plan,
    planId: row.planId,
    turns: judgedTurns(said),
    names: [row.candidate],
  };
  return { models: broke ? [] : eligible(region.makers.models, row.processing), toScore };
}

/** Two who ask at once get two cards, one after the other. */
async function kept(
  region: Region,
  actor: MemberActor,
  made: { interviewId: string; planId: string; content: Card; scorer: string },
): Promise<{ run: number }> {
  const { interviewId, planId, content, scorer } = made;
  const { tenantId } = actor;
  return await region.database.transaction({ tenant: tenantId }, async (tx) => {
    const own = and(eq(interviews.id, interviewId), eq(interviews.tenantId, tenantId));
    const [held] = await tx.select({ state: interviews.state }).from(interviews).where(own).for('update');
    if (held === undefined) throw new Problem('not_found');
    if (!canDecide(held.state)) throw new Problem('wrong_phase');
    const [last] = await tx
      .select({ run: sql<number>`coalesce(max(${scorecards.run}), 0)::int` })
      .from(scorecards)
      .where(and(eq(scorecards.interviewId, interviewId), eq(scorecards.maker, 'machine')));
    const run = (last?.run ?? 0) + 1;
    const at = region.now();
    const id = makeId(region.id, 'scorecard', region.random(16));
    await tx
      .insert(scorecards)
      .values({ id, tenantId, interviewId, planId, maker: 'machine', scorer, run, content, createdAt: at });
    await tx
      .update(interviews)
      .set({ headline: content.digest[0]?.text ?? '' })
      .where(own);
    const judged = content.criteria.filter(({ level }) => level !== null).length;
    await tx.insert(interviewEvents).values({
      id: makeId(region.id, 'event', region.random(16)),
      tenantId,
      interviewId,
      kind: 'scored',
      detail: { judged, criteria: content.criteria.length, run, by: actor.memberId },
      at,
    });
    await audited(region, actor, tx, { action: 'interview.scored-again', object: interviewId, detail: { run } });
    return { run };
  });
}

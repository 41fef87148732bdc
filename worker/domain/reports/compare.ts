/** People of one role side by side, on one version of the rubric only. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { blindDetail, knownOf, shownName } from '../blind/blind.ts';
import { blinded } from '../blind/blind-rules.ts';
import { reviewOf } from '../requests/review-facts.ts';
import type { Quote } from '../scoring/scorecard-shape.ts';
import { candidates, interviews, members, overrides, plans, recordings, roles, scorecards, turns } from '../tables.ts';
import { criteriaShown, readCard, readReview } from './card.ts';
import { audibleQuote } from './quote-version-rules.ts';

/**
 * The version is that of the first person named who has a report; whoever was judged by another is named as
 * left out, and why. Ids of another role or tenant are not there.
 * @throws Problem not_found when the role is not this tenant's
 */
export async function compareReports(region: Region, actor: MemberActor, roleId: string, ids: readonly string[]) {
  const asked = ids.length === 0 ? ['none'] : [...ids];
  const [role, people, changed, said, recorded] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ id: roles.id, title: roles.title })
      .from(roles)
      .where(and(eq(roles.id, roleId), eq(roles.tenantId, actor.tenantId))),
    db
      .select({
        id: interviews.id,
        state: interviews.state,
        name: shownName(actor),
        known: knownOf(actor),
        review: reviewOf,
        dueAt: interviews.decisionDueAt,
        planId: plans.id,
        planVersion: plans.version,
        plan: plans.content,
        card: sql<unknown>`(select s.content from ${scorecards} s where s.interview_id = ${interviews.id}
          and s.maker = 'machine' and ${interviews.state} <> 'withdrawn' order by s.run desc limit 1)`,
      })
      .from(interviews)
      .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
      .innerJoin(plans, eq(plans.id, interviews.planId))
      .where(
        and(eq(interviews.roleId, roleId), eq(interviews.tenantId, actor.tenantId), inArray(interviews.id, asked)),
      ),
    db
      .select({
        interviewId: overrides.interviewId,
        criterion: overrides.criterionId,
        level: overrides.level,
        reason: overrides.reason,
        by: members.name,
        at: overrides.createdAt,
      })
      .from(overrides)
      .innerJoin(members, eq(members.id, overrides.memberId))
      .where(and(eq(overrides.tenantId, actor.tenantId), inArray(overrides.interviewId, asked)))
      .orderBy(asc(overrides.createdAt)),
    db
      .select({
        id: turns.id,
        interviewId: turns.interviewId,
        text: turns.text,
        correctedText: turns.correctedText,
        via: turns.via,
        startMs: turns.startMs,
        endMs: turns.endMs,
        segments: turns.segments,
      })
      .from(turns)
      .where(
        and(eq(turns.tenantId, actor.tenantId), inArray(turns.interviewId, asked), eq(turns.speaker, 'candidate')),
      ),
    db
      .select({ interviewId: recordings.interviewId, durationMs: recordings.durationMs })
      .from(recordings)
      .where(and(eq(recordings.tenantId, actor.tenantId), inArray(recordings.interviewId, asked))),
    audited(region, actor, db, { action: 'compare.read', object: roleId, detail: { people: ids.length } }),
    ...ids.map((id) =>
      audited(region, actor, db, { action: 'report.compared', object: id, detail: blindDetail(actor, id) }),
    ),
  ]);
  const own = role[0];
  if (own === undefined) throw new Problem('not_found');
  const audible = (interviewId: string, quote: Quote) => {
    const turn = said.find((two) => two.interviewId === interviewId && two.id === quote.turnId);
    const length = recorded.find((two) => two.interviewId === interviewId)?.durationMs ?? null;
    return audibleQuote(quote, turn, length);
  };
  const inOrder = ids.flatMap((id) => people.filter((one) => one.id === id));
  const first = inOrder.find(({ card }) => card !== null);
  const same = inOrder.filter(({ card, planId }) => card !== null && planId === first?.planId);
  return {
    role: own,
    planVersion: first?.planVersion ?? null,
    criteria: (first?.plan.rubric.criteria ?? []).map(({ id, name, weight }) => ({ id, name, weight })),
    people: same.map((one) => {
      const review = readReview(one.review);
      const made = changed
        .filter(({ interviewId }) => interviewId === one.id)
        .map((two) => ({ ...two, at: two.at.toISOString() }));
      const person = {
        id: one.id,
        name: one.name,
        state: one.state,
        dueAt: one.dueAt?.toISOString() ?? null,
        reviewedBy: review?.by ?? null,
        criteria: criteriaShown(one.plan, readCard(one.card), made, review).map((criterion) => ({
          ...criterion,
          quotes: criterion.quotes.map((quote) => ({ ...quote, audible: audible(one.id, quote) })),
        })),
      };
      return blinded(person, one.known);
    }),
    leftOut: inOrder
      .filter((one) => !same.includes(one))
      .map(({ id, name, planVersion, card }) => ({
        id,
        name,
        why: card === null ? ('no-report' as const) : ('other-version' as const),
        planVersion,
      })),
  };
}

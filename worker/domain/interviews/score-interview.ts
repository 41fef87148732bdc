/** Judges a finished interview by its rubric. One card for each interview, plan version, scorer and run (invariant I7). */
import { and, eq, sql } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { eligible } from '../../regions/eligible-rules.ts';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { readCard } from '../reports/card.ts';
import { emptyMeter } from '../spend/spend-rules.ts';
import { candidates, interviewEvents, interviews, plans, roles, scorecards, tenants, turns } from '../tables.ts';
import { interviewSpend } from '../tables-beside.ts';
import { workingDaysAfter } from './due-rules.ts';
import { judge, judgedTurns } from './judge.ts';
import { stepRow } from './note-step.ts';

/** After this many failures of the models the rules judge, so that a report is never waited for in vain. */
const PATIENT_ATTEMPTS = 4;

/**
 * Judges by the models that the tenant may use, else by rules.
 * @param attempts how often this was tried before
 * @throws ProviderFault while the models may come back
 */
export async function scoreInterview(
  region: Region,
  actor: SystemActor,
  { attempts }: { attempts: number },
): Promise<void> {
  const [found, said, before, spentBefore] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({
        interview: interviews,
        plan: plans.content,
        decisionDays: roles.decisionDays,
        candidate: candidates.name,
        processing: tenants.processing,
      })
      .from(interviews)
      .innerJoin(plans, eq(plans.id, interviews.planId))
      .innerJoin(roles, eq(roles.id, interviews.roleId))
      .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
      .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
      .where(and(eq(interviews.id, actor.interviewId), eq(interviews.tenantId, actor.tenantId))),
    db.select().from(turns).where(eq(turns.interviewId, actor.interviewId)).orderBy(turns.position),
    db
      .select({ content: scorecards.content })
      .from(scorecards)
      .where(
        and(eq(scorecards.interviewId, actor.interviewId), eq(scorecards.maker, 'machine'), eq(scorecards.run, 1)),
      ),
    db
      .select({ detail: interviewSpend.detail })
      .from(interviewSpend)
      .where(and(eq(interviewSpend.interviewId, actor.interviewId), eq(interviewSpend.part, 'scoring'))),
    audited(region, actor, db, { action: 'interview.scored', object: actor.interviewId }),
  ]);
  const [row] = found;
  if (row === undefined) throw new Error('There is no interview to score');
  const { interview, plan, decisionDays } = row;
  const models = attempts < PATIENT_ATTEMPTS ? eligible(region.makers.models, row.processing) : [];
  const toScore = { plan, planId: interview.planId, turns: judgedTurns(said), names: [row.candidate] };
  // Tried again after its card was kept: it is that card, whatever a model would say today.
  const kept = before[0] === undefined ? null : readCard(before[0].content);
  const spent = spentBefore[0]?.detail ?? emptyMeter();
  const { content, scorer } =
    kept === null
      ? await judge(region, actor, models, toScore, { before: spent, part: 'scoring' })
      : { content: kept, scorer: '' };
  const judged = content.criteria.filter((criterion) => criterion.level !== null).length;
  const at = region.now();
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .update(interviews)
      .set({
        state: 'to-decide',
        headline: content.digest[0]?.text ?? '',
        decisionDueAt: workingDaysAfter(interview.endedAt ?? at, decisionDays),
      })
      .where(sql`${interviews.id} = ${actor.interviewId} and ${interviews.state} in ('sealing', 'scoring')`),
    db
      .insert(interviewEvents)
      .values(
        stepRow(actor, { key: 'scored', kind: 'scored', detail: { judged, criteria: content.criteria.length }, at }),
      )
      .onConflictDoNothing(),
    ...(kept !== null
      ? []
      : [
          db
            .insert(scorecards)
            .values({
              id: makeId(region.id, 'scorecard', region.random(16)),
              tenantId: actor.tenantId,
              interviewId: actor.interviewId,
              planId: interview.planId,
              maker: 'machine',
              scorer,
              content,
              createdAt: at,
            })
            .onConflictDoNothing(),
        ]),
  ]);
}

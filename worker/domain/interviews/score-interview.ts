/** Judges a finished interview by its rubric. One card for each interview, plan version, scorer and run (invariant I7). */
import { and, eq, sql } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { scoreRehearsed } from '../scoring/rehearsed-rules.ts';
import { interviewEvents, interviews, plans, roles, scorecards, turns } from '../tables.ts';
import { workingDaysAfter } from './due-rules.ts';
import { stepRow } from './note-step.ts';

export async function scoreInterview(region: Region, actor: SystemActor): Promise<void> {
  const [found, said] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ interview: interviews, plan: plans.content, decisionDays: roles.decisionDays })
      .from(interviews)
      .innerJoin(plans, eq(plans.id, interviews.planId))
      .innerJoin(roles, eq(roles.id, interviews.roleId))
      .where(and(eq(interviews.id, actor.interviewId), eq(interviews.tenantId, actor.tenantId))),
    db.select().from(turns).where(eq(turns.interviewId, actor.interviewId)).orderBy(turns.position),
    audited(region, actor, db, { action: 'interview.scored', object: actor.interviewId }),
  ]);
  const [row] = found;
  if (row === undefined) throw new Error('There is no interview to score');
  const { interview, plan, decisionDays } = row;
  // A candidate's correction is what counts; what was heard stays in the transcript beside it.
  const content = scoreRehearsed({
    plan,
    turns: said.map((turn) => ({ ...turn, text: turn.correctedText ?? turn.text })),
  });
  const judged = content.criteria.filter((criterion) => criterion.level !== null).length;
  const at = region.now();
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .insert(scorecards)
      .values({
        id: makeId(region.id, 'scorecard', region.random(16)),
        tenantId: actor.tenantId,
        interviewId: actor.interviewId,
        planId: interview.planId,
        maker: 'machine',
        scorer: 'rehearsed',
        content,
        createdAt: at,
      })
      .onConflictDoNothing(),
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
  ]);
}

/** How far an interview that has ended has come on its way to a report; states and numbers, nothing of the person. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { parkedOf } from '../interviews/park-task.ts';
import { linesOf } from '../pipeline/live-line.ts';
import { type InterviewEventKind, interviewEvents, interviews } from '../tables.ts';

const STEPS = [
  'started',
  'ended',
  'sealed',
  'seal-failed',
  'scored',
  'recruiter-told',
] as const satisfies readonly InterviewEventKind[];

/** @throws Problem not_found */
export async function readProgress(region: Region, actor: MemberActor, interviewId: string) {
  const [found, steps, parked] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({
        id: interviews.id,
        state: interviews.state,
        endReason: interviews.endReason,
        questionNumber: interviews.questionNumber,
        questionCount: interviews.questionCount,
      })
      .from(interviews)
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, actor.tenantId))),
    db
      .select({ kind: interviewEvents.kind, detail: interviewEvents.detail, at: interviewEvents.at })
      .from(interviewEvents)
      .where(
        and(
          eq(interviewEvents.interviewId, interviewId),
          eq(interviewEvents.tenantId, actor.tenantId),
          inArray(interviewEvents.kind, [...STEPS]),
        ),
      )
      .orderBy(asc(interviewEvents.at)),
    parkedOf(db, actor, interviewId),
  ]);
  const interview = found[0];
  if (interview === undefined) throw new Problem('not_found');
  const lines = await linesOf(region, [{ interview }]);
  return {
    ...interview,
    steps: steps.map(({ kind, detail, at }) => ({ kind, detail, at: at.toISOString() })),
    parked: parked.map((one) => ({ ...one, at: one.at.toISOString() })),
    live: lines.get(interviewId) ?? null,
  };
}

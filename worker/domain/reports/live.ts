/** Who is in an interview now, over all roles of the tenant: once with names, then again and again without. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import { LIMITS } from '../../limits.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { shownName } from '../blind/blind.ts';
import { listenable } from '../calls/listenable.ts';
import { linesOf } from '../pipeline/live-line.ts';
import { statesOf } from '../pipeline/pipeline-rules.ts';
import { candidates, type InterviewState, interviews, roles } from '../tables.ts';

export async function readLive(region: Region, actor: MemberActor) {
  const [found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({
        interview: { id: interviews.id, state: interviews.state },
        name: shownName(actor),
        role: { id: roles.id, title: roles.title },
        questionNumber: interviews.questionNumber,
        questionCount: interviews.questionCount,
        startedAt: interviews.startedAt,
        endedAt: interviews.endedAt,
      })
      .from(interviews)
      .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
      .innerJoin(roles, eq(roles.id, interviews.roleId))
      .where(and(eq(interviews.tenantId, actor.tenantId), inArray(interviews.state, statesOf('in-progress'))))
      .orderBy(asc(interviews.startedAt))
      .limit(LIMITS.http.pageSize),
    audited(region, actor, db, { action: 'live.read', object: actor.tenantId }),
  ]);
  const [lines, open] = await Promise.all([linesOf(region, found), openOf(region, actor, found)]);
  return {
    people: found.map(({ interview, startedAt, endedAt, ...one }) => ({
      ...one,
      ...interview,
      startedAt: startedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
      live: lines.get(interview.id) ?? null,
      listen: open.has(interview.id),
    })),
  };
}

/** States and lines only, no names: asked every few seconds, so it is not a read of anybody. */
export async function readLiveLines(region: Region, actor: MemberActor) {
  const [found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ interview: { id: interviews.id, state: interviews.state } })
      .from(interviews)
      .where(and(eq(interviews.tenantId, actor.tenantId), inArray(interviews.state, statesOf('in-progress'))))
      .orderBy(asc(interviews.startedAt))
      .limit(LIMITS.http.pageSize),
  ]);
  const [lines, open] = await Promise.all([linesOf(region, found), openOf(region, actor, found)]);
  return {
    moving: found.map(({ interview }) => ({
      ...interview,
      live: lines.get(interview.id) ?? null,
      listen: open.has(interview.id),
    })),
  };
}

async function openOf(
  region: Region,
  actor: MemberActor,
  rows: readonly { interview: { id: string; state: InterviewState } }[],
): Promise<ReadonlySet<string>> {
  const talking = rows.filter(({ interview }) => interview.state === 'in-interview');
  return await listenable(
    region,
    actor,
    talking.map(({ interview }) => interview.id),
  );
}

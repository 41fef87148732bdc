/** What needs this tenant now, and how the last seven days went. */
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { LIMITS } from '../../limits.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { knownOf, shownName } from '../blind/blind.ts';
import { blinded } from '../blind/blind-rules.ts';
import { stands } from '../decisions/standing.ts';
import { linesOf } from '../pipeline/live-line.ts';
import { oneLineOf } from '../pipeline/one-line-rules.ts';
import { statesOf } from '../pipeline/pipeline-rules.ts';
import { requestDue } from '../requests/request-rules.ts';
import {
  candidateRequests,
  candidates,
  decisions,
  interviewEvents,
  interviews,
  members,
  roles,
  tenants,
} from '../tables.ts';
import { calendarFields } from '../tenants/calendar.ts';
import { calendarOf } from '../tenants/calendar-rules.ts';

/** Rows of each list; the page links to the whole. */
const SHOWN = 5;
const WEEK_MS = 7 * 86_400_000;

export async function readHome(region: Region, actor: MemberActor) {
  const since = new Date(region.now().getTime() - WEEK_MS);
  const mine = eq(interviews.tenantId, actor.tenantId);
  const [decide, asked, live, week, kept, rated, made, team, [tenant]] = await region.database.batch(
    { tenant: actor.tenantId },
    (db) => [
      db
        .select({
          id: interviews.id,
          state: interviews.state,
          headline: interviews.headline,
          dueAt: interviews.decisionDueAt,
          name: shownName(actor),
          known: knownOf(actor),
          role: { id: roles.id, title: roles.title },
          total: sql<number>`count(*) over ()::int`,
        })
        .from(interviews)
        .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
        .innerJoin(roles, eq(roles.id, interviews.roleId))
        .where(
          and(
            mine,
            or(
              inArray(interviews.state, statesOf('to-decide')),
              // A date that was moved by a hold is a promise like the first.
              and(eq(interviews.state, 'on-hold'), lt(interviews.decisionDueAt, region.now())),
            ),
          ),
        )
        .orderBy(sql`${interviews.decisionDueAt} asc nulls last`, asc(interviews.id))
        .limit(SHOWN),
      db
        .select({
          id: candidateRequests.id,
          interviewId: candidateRequests.interviewId,
          kind: candidateRequests.kind,
          text: candidateRequests.text,
          createdAt: candidateRequests.createdAt,
          name: shownName(actor),
          known: knownOf(actor),
          total: sql<number>`count(*) over ()::int`,
        })
        .from(candidateRequests)
        .innerJoin(candidates, eq(candidates.id, candidateRequests.candidateId))
        .innerJoin(interviews, eq(interviews.id, candidateRequests.interviewId))
        .where(and(eq(candidateRequests.tenantId, actor.tenantId), isNull(candidateRequests.answeredAt)))
        .orderBy(asc(candidateRequests.createdAt))
        // Those due soonest are not those that came first: which they are is known when all are dated.
        .limit(LIMITS.http.pageSize),
      db
        .select({
          interview: { id: interviews.id, state: interviews.state },
          questionNumber: interviews.questionNumber,
          questionCount: interviews.questionCount,
          name: shownName(actor),
        })
        .from(interviews)
        .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
        .where(and(mine, eq(interviews.state, 'in-interview')))
        .orderBy(asc(interviews.startedAt))
        .limit(SHOWN),
      db
        .select({
          invited: sql<number>`count(*)::int`,
          started: sql<number>`count(${interviews.startedAt})::int`,
          finished: sql<number>`count(*) filter (where ${interviews.endReason} in ('completed', 'time-up'))::int`,
          decided: sql<number>`count(*) filter (where ${interviews.state} in ('on-hold', 'next-round', 'declined'))::int`,
        })
        .from(interviews)
        .where(and(mine, gte(interviews.createdAt, since))),
      db
        .select({
          // A hold moves the date, and a missed promise stays missed.
          kept: sql<boolean>`${decisions.createdAt} <= ${interviews.decisionDueAt} and not exists (
            select from ${interviewEvents} missed where missed.interview_id = ${interviews.id}
              and missed.tenant_id = ${interviews.tenantId} and missed.kind = 'deadline-missed')`,
        })
        .from(decisions)
        .innerJoin(interviews, eq(interviews.id, decisions.interviewId))
        .where(and(mine, eq(decisions.number, 1), stands, isNotNull(interviews.decisionDueAt)))
        .orderBy(desc(decisions.createdAt))
        .limit(20),
      db
        .select({
          answers: sql<number>`count(${interviews.rating})::int`,
          average: sql<number | null>`avg(${interviews.rating})::float`,
        })
        .from(interviews)
        .where(mine),
      db.select({ count: sql<number>`count(*)::int` }).from(interviews).where(mine),
      db
        .select({ count: sql<number>`count(*)::int` })
        .from(members)
        .where(and(eq(members.tenantId, actor.tenantId), isNull(members.disabledAt))),
      db.select(calendarFields).from(tenants).where(eq(tenants.id, actor.tenantId)),
      audited(region, actor, db, { action: 'home.read', object: actor.tenantId }),
    ],
  );
  const calendar = calendarOf(tenant ?? { country: null, zone: null }, region.id);
  const lines = await linesOf(region, live);
  return {
    decisions: {
      total: decide[0]?.total ?? 0,
      rows: decide.map(({ total: _, known, ...row }) =>
        blinded({ ...row, headline: oneLineOf(row.headline), dueAt: row.dueAt?.toISOString() ?? null }, known),
      ),
    },
    requests: {
      total: asked[0]?.total ?? 0,
      rows: asked
        .map(({ total: _, known, ...row }) => {
          const dueAt = requestDue(row.kind, row.createdAt, calendar).toISOString();
          return blinded({ ...row, createdAt: row.createdAt.toISOString(), dueAt }, known);
        })
        .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
        .slice(0, SHOWN),
    },
    live: live.map(({ interview, ...row }) => ({ ...row, id: interview.id, live: lines.get(interview.id) ?? null })),
    week: week[0] ?? { invited: 0, started: 0, finished: 0, decided: 0 },
    promises: { of: kept.length, kept: kept.filter((one) => one.kept).length },
    ratings: { answers: rated[0]?.answers ?? 0, average: rated[0]?.average ?? null },
    interviews: made[0]?.count ?? 0,
    members: team[0]?.count ?? 0,
  };
}

/** What candidates asked of this tenant: the open ones by due date, and the answered ones, newest first. */
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { LIMITS } from '../../limits.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { knownOf, shownName } from '../blind/blind.ts';
import { blinded, type Known } from '../blind/blind-rules.ts';
import { candidateRequests, candidates, interviews, members, roles, tenants } from '../tables.ts';
import { calendarFields } from '../tenants/calendar.ts';
import { type Calendar, calendarOf } from '../tenants/calendar-rules.ts';
import { type RequestKind, requestDue } from './request-rules.ts';
import { cardSince, hadPart, hurdleOf } from './review-facts.ts';

function fieldsFor(actor: MemberActor) {
  return {
    ...fields,
    candidate: shownName(actor),
    known: knownOf(actor),
    hadPart: hadPart(actor),
    card: cardSince(actor),
  };
}

const fields = {
  id: candidateRequests.id,
  interviewId: candidateRequests.interviewId,
  kind: candidateRequests.kind,
  text: candidateRequests.text,
  createdAt: candidateRequests.createdAt,
  answer: candidateRequests.answer,
  answeredAt: candidateRequests.answeredAt,
  answeredBy: members.name,
  role: roles.title,
  roleId: roles.id,
  state: interviews.state,
};

export async function listRequests(region: Region, actor: MemberActor) {
  const [open, closed, [tenant]] = await region.database.batch({ tenant: actor.tenantId }, (db) => {
    const all = (answered: boolean) =>
      db
        .select(fieldsFor(actor))
        .from(candidateRequests)
        .innerJoin(candidates, eq(candidates.id, candidateRequests.candidateId))
        .innerJoin(interviews, eq(interviews.id, candidateRequests.interviewId))
        .innerJoin(roles, eq(roles.id, interviews.roleId))
        .leftJoin(members, eq(members.id, candidateRequests.answeredBy))
        .where(
          and(
            eq(candidateRequests.tenantId, actor.tenantId),
            answered ? isNotNull(candidateRequests.answeredAt) : isNull(candidateRequests.answeredAt),
          ),
        )
        .orderBy(answered ? desc(candidateRequests.answeredAt) : asc(candidateRequests.createdAt))
        .limit(LIMITS.http.pageSize);
    return [
      all(false),
      all(true),
      db.select(calendarFields).from(tenants).where(eq(tenants.id, actor.tenantId)),
      audited(region, actor, db, { action: 'requests.read', object: actor.tenantId }),
    ] as const;
  });
  const calendar = calendarOf(tenant ?? { country: null, zone: null }, region.id);
  return {
    open: open.map((one) => told(one, calendar)).sort((a, b) => a.dueAt.localeCompare(b.dueAt)),
    closed: closed.map((one) => told(one, calendar)),
  };
}

interface Dated {
  kind: RequestKind;
  createdAt: Date;
  answeredAt: Date | null;
  known: Known | null;
  hadPart: boolean;
  card: string | null;
}

function told<T extends Dated>({ known, hadPart: part, card, ...found }: T, calendar: Calendar) {
  return blinded(
    {
      ...found,
      createdAt: found.createdAt.toISOString(),
      dueAt: requestDue(found.kind, found.createdAt, calendar).toISOString(),
      answeredAt: found.answeredAt?.toISOString() ?? null,
      hurdle: found.answeredAt === null ? hurdleOf({ kind: found.kind, hadPart: part, card }) : null,
    },
    known,
  );
}

/** What the rail counts: numbers only, no person. */
export async function countWaiting(region: Region, actor: MemberActor) {
  const [requests, live] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ count: sql<number>`count(*)::int` })
      .from(candidateRequests)
      .where(and(eq(candidateRequests.tenantId, actor.tenantId), isNull(candidateRequests.answeredAt))),
    db
      .select({ count: sql<number>`count(*)::int` })
      .from(interviews)
      .where(and(eq(interviews.tenantId, actor.tenantId), eq(interviews.state, 'in-interview'))),
  ]);
  return { requests: requests[0]?.count ?? 0, live: live[0]?.count ?? 0 };
}

/** What was promised to a candidate by a day: whether it is still owed, who owes it, and what is noted when it is missed. */
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { workingDaysBefore } from '../interviews/due-rules.ts';
import { stepRow } from '../interviews/note-step.ts';
import { seesRole } from '../roles/sees-role.ts';
import { type InterviewState, interviewEvents, interviews, members, roles, tenants } from '../tables.ts';
import { calendarFields } from '../tenants/calendar.ts';
import { calendarOf } from '../tenants/calendar-rules.ts';
import { DECIDERS, owesDecision } from './decision-rules.ts';
import { type DueLetterKind, dueLetter } from './due-letter-rules.ts';

export interface OwedDecision {
  open: boolean;
  dueAtMs: number | null;
  /** One working day of the tenant's before. */
  remindAtMs: number | null;
}

export async function owedDecision(region: Region, actor: SystemActor): Promise<OwedDecision> {
  const [[found]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ state: interviews.state, dueAt: interviews.decisionDueAt, calendar: calendarFields })
      .from(interviews)
      .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
      .where(and(eq(interviews.id, actor.interviewId), eq(interviews.tenantId, actor.tenantId))),
  ]);
  if (found === undefined || found.dueAt === null) return { open: false, dueAtMs: null, remindAtMs: null };
  const remindAt = workingDaysBefore(found.dueAt, 1, calendarOf(found.calendar, region.id));
  return { open: owesDecision(found.state), dueAtMs: found.dueAt.getTime(), remindAtMs: remindAt.getTime() };
}

/** A letter to everybody who may decide and answers for it: the owners, and whoever made the role. */
export async function remindDeciders(region: Region, actor: SystemActor): Promise<void> {
  await tellDeciders(region, actor, 'soon');
}

/** The promise is noted as missed, as long as it really is, and those who owe it are told; once for each date. */
export async function noteMissed(region: Region, actor: SystemActor): Promise<void> {
  const scope = { tenant: actor.tenantId };
  const missed = await region.database.transaction(scope, async (tx) => {
    const [found] = await tx
      .select({ state: interviews.state, dueAt: interviews.decisionDueAt })
      .from(interviews)
      .where(and(eq(interviews.id, actor.interviewId), eq(interviews.tenantId, actor.tenantId)))
      .for('update');
    if (found === undefined || found.dueAt === null || !owesDecision(found.state)) return false;
    if (found.dueAt > region.now()) return false;
    const due = found.dueAt.toISOString();
    const step = stepRow(actor, {
      key: `deadline-missed:${due}`,
      kind: 'deadline-missed',
      detail: { due },
      at: region.now(),
    });
    const fresh = await tx
      .insert(interviewEvents)
      .values(step)
      .onConflictDoNothing()
      .returning({ id: interviewEvents.id });
    if (fresh.length > 0) {
      await audited(region, actor, tx, { action: 'decision.missed', object: actor.interviewId, detail: { due } });
    }
    return true;
  });
  if (missed) await tellDeciders(region, actor, 'missed');
}

async function tellDeciders(region: Region, actor: SystemActor, kind: DueLetterKind): Promise<void> {
  const rows = await decidersOf(region, actor);
  for (const { memberId, name, email, role, tenant, dueAt, calendar } of rows) {
    if (dueAt === null) continue;
    const told = dueLetter(kind, {
      name,
      role,
      tenant,
      dueAt,
      zone: calendarOf(calendar, region.id).zone,
      link: `${region.origin}/app/interviews/${actor.interviewId}`,
    });
    await region.mail.send({
      id: makeId(region.id, 'mail', region.random(16)),
      tenantId: actor.tenantId,
      to: email,
      subject: told.subject,
      text: told.body,
      purpose: 'decision-due',
      idempotencyKey: `decision-${kind}:${actor.interviewId}:${memberId}:${dueAt.toISOString()}`,
    });
  }
}

/** Who owes the decision: every owner, and the maker of the role; a role of somebody who left is its owners'. */
export async function decidersOf(region: Region, { tenantId, interviewId }: { tenantId: string; interviewId: string }) {
  const [rows] = await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .select({
        memberId: members.id,
        name: members.name,
        email: members.email,
        role: roles.title,
        tenant: tenants.name,
        dueAt: interviews.decisionDueAt,
        calendar: calendarFields,
      })
      .from(interviews)
      .innerJoin(roles, eq(roles.id, interviews.roleId))
      .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
      .innerJoin(members, eq(members.tenantId, interviews.tenantId))
      .where(
        and(
          eq(interviews.id, interviewId),
          eq(interviews.tenantId, tenantId),
          isNull(members.disabledAt),
          inArray(members.role, [...DECIDERS]),
          or(eq(members.role, 'owner'), eq(members.id, roles.createdBy)),
          seesRole(),
        ),
      )
      // Whoever made the role knows the candidate best and is named first.
      .orderBy(sql`${members.id} <> ${roles.createdBy}`, members.createdAt, members.id),
  ]);
  return rows;
}

/** Whom a candidate writes to when the promised date has passed; null while nothing is late. */
export async function whoIsLate(
  region: Region,
  interview: { id: string; tenantId: string; state: InterviewState; decisionDueAt: Date | null },
): Promise<{ name: string; email: string } | null> {
  const { id, tenantId, state, decisionDueAt } = interview;
  if (!owesDecision(state) || decisionDueAt === null || decisionDueAt > region.now()) return null;
  const [first] = await decidersOf(region, { tenantId, interviewId: id });
  return first === undefined ? null : { name: first.name, email: first.email };
}

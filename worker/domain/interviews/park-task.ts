/** Work that failed the same way again and again: told to people, and tried again when one of them asks for it. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Queries } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor, OperatorActor, SystemActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { interviewEvents, interviews, roles, tenants } from '../tables.ts';
import { parkedTasks } from '../tables-beside.ts';
import { calendarFields } from '../tenants/calendar.ts';
import { calendarOf } from '../tenants/calendar-rules.ts';
import { workingDaysAfter } from './due-rules.ts';
import { stepRow } from './note-step.ts';
import type { ParkedTask } from './parked-shape.ts';

export interface Parking {
  /** The task's own id: parked twice, it is one row. */
  id: string;
  task: ParkedTask;
  cause: string;
  at: Date;
}

/** The interview goes on without it; one that could not be judged waits for a person's decision all the same. */
export async function parkTask(region: Region, actor: SystemActor, { id, task, cause, at }: Parking): Promise<void> {
  const { tenantId, interviewId } = actor;
  const [[dates]] = await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .select({ endedAt: interviews.endedAt, decisionDays: roles.decisionDays, calendar: calendarFields })
      .from(interviews)
      .innerJoin(roles, eq(roles.id, interviews.roleId))
      .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, tenantId))),
  ]);
  const calendar = calendarOf(dates?.calendar ?? { country: null, zone: null }, region.id);
  const decisionDueAt = workingDaysAfter(dates?.endedAt ?? at, dates?.decisionDays ?? 0, calendar);
  await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .insert(parkedTasks)
      .values({ id: `${interviewId}#${id}`, tenantId, interviewId, task, cause, parkedAt: at })
      .onConflictDoUpdate({ target: parkedTasks.id, set: { cause, parkedAt: at } }),
    db
      .insert(interviewEvents)
      .values(stepRow(actor, { key: `parked:${id}:${at.getTime()}`, kind: 'task-parked', detail: { task, cause }, at }))
      .onConflictDoNothing(),
    db
      .update(interviews)
      .set({ state: 'to-decide', decisionDueAt })
      .where(
        sql`${interviews.id} = ${interviewId} and ${interviews.state} in ('sealing', 'scoring') and ${task} = 'score'`,
      ),
    audited(region, actor, db, { action: 'task.parked', object: interviewId, detail: { task, cause } }),
  ]);
}

/** Nothing of it is set aside any more. */
export async function unparkTasks(region: Region, actor: SystemActor): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.delete(parkedTasks).where(eq(parkedTasks.interviewId, actor.interviewId)),
  ]);
}

/** What of one interview is set aside, for a batch of its report; oldest first. */
export function parkedOf(db: Queries, actor: MemberActor, interviewId: string) {
  return db
    .select({ task: parkedTasks.task, cause: parkedTasks.cause, at: parkedTasks.parkedAt })
    .from(parkedTasks)
    .where(and(eq(parkedTasks.interviewId, interviewId), eq(parkedTasks.tenantId, actor.tenantId)))
    .orderBy(asc(parkedTasks.parkedAt), asc(parkedTasks.id));
}

/** Whether this region can be reached at all: else it is not the task that fails. */
export async function reachable(region: Region, actor: SystemActor): Promise<boolean> {
  try {
    await Promise.all([
      region.database.batch({ tenant: actor.tenantId }, (db) => [
        db.select({ id: interviews.id }).from(interviews).where(eq(interviews.id, actor.interviewId)),
      ]),
      region.files.list(`${actor.tenantId}/${actor.interviewId}/reachable`),
    ]);
    return true;
  } catch {
    return false;
  }
}

/** What is set aside in this region, oldest first, with ids and codes only. */
export async function listParked(region: Region, _actor: OperatorActor) {
  const [found] = await region.database.batch({ operator: true }, (db) => [
    db.select().from(parkedTasks).orderBy(asc(parkedTasks.parkedAt)).limit(LISTED),
  ]);
  return found.map(({ tenantId, interviewId, task, cause, parkedAt }) => ({
    tenant: tenantId,
    interview: interviewId,
    task,
    cause,
    at: parkedAt.toISOString(),
  }));
}
const LISTED = 500;

/**
 * A member has everything of an interview that is set aside tried again.
 * @throws Problem not_found
 */
export async function retryParked(region: Region, actor: MemberActor, interviewId: string): Promise<void> {
  const [found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ id: interviews.id })
      .from(interviews)
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, actor.tenantId))),
    audited(region, actor, db, { action: 'task.retried', object: interviewId }),
  ]);
  if (found.length === 0) throw new Problem('not_found');
  await retry(region, { kind: 'system', tenantId: actor.tenantId, interviewId }, actor.memberId);
}

/**
 * The same by the operator, for an interview of any tenant of the region.
 * @throws Problem not_found
 */
export async function retryParkedOf(region: Region, actor: OperatorActor, interviewId: string): Promise<void> {
  const [found] = await region.database.batch({ operator: true }, (db) => [
    db.select({ tenantId: parkedTasks.tenantId }).from(parkedTasks).where(eq(parkedTasks.interviewId, interviewId)),
  ]);
  const tenantId = found[0]?.tenantId;
  if (tenantId === undefined) throw new Problem('not_found');
  await retry(region, { kind: 'system', tenantId, interviewId }, `operator ${actor.name}`);
}

/** First the object, then the rows: cut off between the two, they are shown once more and can be tried once more. */
async function retry(region: Region, system: SystemActor, by: string): Promise<void> {
  const { waited } = await region.objects.session(system.interviewId).retryParked();
  await unparkTasks(region, system);
  if (waited === 0) return;
  const at = region.now();
  await region.database.batch({ tenant: system.tenantId }, (db) => [
    db
      .insert(interviewEvents)
      .values(
        stepRow(system, { key: `retried:${at.getTime()}`, kind: 'task-retried', detail: { by, tasks: waited }, at }),
      )
      .onConflictDoNothing(),
  ]);
}

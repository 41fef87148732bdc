/** Where an interview stands, for the pipeline and its history. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { TenantActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import {
  type EndReason,
  type InterviewEventKind,
  type InterviewState,
  interviewEvents,
  interviews,
} from '../tables.ts';

/** Notes that something happened. `once` names it: noted twice it stands there once. */
export async function noteEvent(
  region: Region,
  actor: TenantActor,
  interviewId: string,
  once: string,
  kind: InterviewEventKind,
  detail: Record<string, string | number | boolean>,
): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .insert(interviewEvents)
      .values({ id: `${interviewId}:${once}`, tenantId: actor.tenantId, interviewId, kind, detail, at: region.now() })
      .onConflictDoNothing(),
    audited(region, actor, db, { action: `interview.${kind}`, object: interviewId }),
  ]);
}

/** The talk has begun. */
export async function markStarted(
  region: Region,
  actor: TenantActor,
  interviewId: string,
  questionCount: number,
): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .update(interviews)
      .set({ state: 'in-interview', startedAt: region.now(), questionCount })
      .where(
        and(
          eq(interviews.id, interviewId),
          eq(interviews.tenantId, actor.tenantId),
          inArray(interviews.state, ['invited', 'opened']),
        ),
      ),
  ]);
}

export async function markQuestion(
  region: Region,
  actor: TenantActor,
  interviewId: string,
  questionNumber: number,
): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .update(interviews)
      .set({ questionNumber })
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, actor.tenantId))),
  ]);
}

/** States in which the session still has the interview in its hands; a person's decision is never overwritten. */
const BEFORE_PEOPLE: InterviewState[] = ['invited', 'opened', 'in-interview', 'sealing', 'scoring'];

export async function markState(
  region: Region,
  actor: TenantActor,
  interviewId: string,
  state: InterviewState,
  more: { endReason?: EndReason; endedAt?: Date; headline?: string; decisionDueAt?: Date } = {},
): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .update(interviews)
      .set({ state, ...more })
      .where(
        and(
          eq(interviews.id, interviewId),
          eq(interviews.tenantId, actor.tenantId),
          inArray(interviews.state, BEFORE_PEOPLE),
        ),
      ),
  ]);
}

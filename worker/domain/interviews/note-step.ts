/** What the session object tells the region about an interview under way: steps for its history, and its state. */
import { and, eq, sql } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import {
  type EndReason,
  type InterviewEventKind,
  type InterviewState,
  interviewEvents,
  interviews,
} from '../tables.ts';

export interface Step {
  /** Unique within the interview: the same step told twice is one row. */
  key: string;
  kind: InterviewEventKind;
  detail: Record<string, string | number | boolean>;
  at: Date;
}

export function stepRow(actor: { tenantId: string; interviewId: string }, step: Step) {
  return {
    id: `${actor.interviewId}#${step.key}`,
    tenantId: actor.tenantId,
    interviewId: actor.interviewId,
    kind: step.kind,
    detail: step.detail,
    at: step.at,
  };
}

/** Records one step; `started` and `ended` also set their time and, for `started`, the state. */
export async function noteStep(region: Region, actor: SystemActor, step: Step): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.insert(interviewEvents).values(stepRow(actor, step)).onConflictDoNothing(),
    db
      .update(interviews)
      .set(step.kind === 'started' ? { state: 'in-interview', startedAt: step.at } : { endedAt: step.at })
      .where(
        step.kind === 'started'
          ? and(eq(interviews.id, actor.interviewId), sql`${interviews.startedAt} is null`)
          : and(eq(interviews.id, actor.interviewId), sql`${step.kind} = 'ended' and ${interviews.endedAt} is null`),
      ),
  ]);
}

export async function noteQuestion(
  region: Region,
  actor: SystemActor,
  input: { questionNumber: number; questionCount: number },
): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.update(interviews).set(input).where(eq(interviews.id, actor.interviewId)),
  ]);
}

const STATE_AFTER: Record<EndReason, InterviewState> = {
  completed: 'sealing',
  'time-up': 'sealing',
  left: 'sealing',
  'human-requested': 'human-requested',
  withdrew: 'withdrawn',
  expired: 'expired',
};

/** The talk is over for this reason; from here the object works on alone. Told again, it changes nothing. */
export async function endInterview(
  region: Region,
  actor: SystemActor,
  input: { reason: EndReason; at: Date },
): Promise<void> {
  const { reason, at } = input;
  // Consent can be taken back at any time, also after the judgement.
  const open =
    reason === 'withdrew'
      ? sql`${interviews.state} <> 'withdrawn'`
      : sql`${interviews.state} in ('invited', 'opened', 'in-interview', 'sealing', 'scoring')`;
  await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const ended = await tx
      .update(interviews)
      .set({
        state: STATE_AFTER[reason],
        endReason: reason,
        endedAt: sql`coalesce(${interviews.endedAt}, ${at.toISOString()}::timestamptz)`,
        ...(reason === 'withdrew' ? { headline: '', decisionDueAt: null } : {}),
      })
      .where(and(eq(interviews.id, actor.interviewId), sql`${interviews.endReason} is distinct from ${reason}`, open))
      .returning({ id: interviews.id });
    if (ended.length === 0) return;
    // An interview that had ended before, and is withdrawn now, ended once.
    await tx
      .insert(interviewEvents)
      .values(stepRow(actor, { key: 'event:ended', kind: 'ended', detail: { reason }, at }))
      .onConflictDoNothing();
    await audited(region, actor, tx, { action: 'interview.ended', object: actor.interviewId, detail: { reason } });
  });
}

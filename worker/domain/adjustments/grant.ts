/**
 * A member arranges something for one candidate's interview: kept as a new whole, carried out in a session that runs,
 * told to the candidate. What is asked for in a request answers that request.
 */
import { and, desc, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { makeId } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import type { Transaction } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor, SystemActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { endInterview } from '../interviews/note-step.ts';
import type { Plan } from '../plans/plan-shape.ts';
import {
  candidateRequests,
  candidates,
  interviewEvents,
  interviews,
  invitations,
  plans,
  roles,
  tenants,
} from '../tables.ts';
import { adjustments as kept } from '../tables-beside.ts';
import { adjustedPlan, adjustsIn, canArrange, kindsOf } from './adjusted-plan-rules.ts';
import { adjustmentLetter } from './adjustment-letter-rules.ts';
import { type Adjustments, adjustmentsSchema } from './adjustments-shape.ts';

export interface GrantInput {
  interviewId: string;
  adjustments: Adjustments;
  /** Which arrangement was on the screen; 0 for none. */
  seen: number;
  /** Told to the candidate beside what was arranged; may be empty. */
  message: string;
  /** The request that asked for it. */
  requestId: string | null;
}

/**
 * The same arrangement sent twice is one, and brings to its end what the first did not.
 * @throws Problem not_found, wrong_phase, conflict, invalid_input for a date that is past or too far
 */
export async function grantAdjustments(
  region: Region,
  actor: MemberActor,
  input: GrantInput,
): Promise<{ number: number }> {
  const { interviewId, adjustments, message } = input;
  await talkToCome(region, input);
  const made = await recorded(region, actor, input);
  const { number } = made;
  const plan = adjustedPlan(made.plan, adjustments);
  const outcome = await region.objects
    .session(interviewId)
    .adjust({ granted: { number, adjustments }, plan, expiresAtMs: made.expiresAt.getTime() });
  if (adjustments.person && !outcome.ok) {
    // Nobody opened the session yet: there is nothing in it to end.
    const system: SystemActor = { kind: 'system', tenantId: actor.tenantId, interviewId };
    await endInterview(region, system, { reason: 'human-requested', at: region.now() });
  }
  await region.mail.send({
    id: makeId(region.id, 'mail', region.random(16)),
    tenantId: actor.tenantId,
    to: made.email,
    ...adjustmentLetter({ ...made, adjustments, plan, message, member: actor.name, memberEmail: actor.email }),
    purpose: 'request',
    idempotencyKey: `adjusted:${interviewId}:${number}`,
  });
  return { number };
}

/** The session knows a little earlier than the database that the last answer was given. */
async function talkToCome(region: Region, { interviewId, adjustments }: GrantInput): Promise<void> {
  const now = await region.objects.session(interviewId).peek();
  if (now !== null && !adjustsIn(now.phase, adjustments)) throw new Problem('wrong_phase');
}

async function recorded(region: Region, actor: MemberActor, input: GrantInput) {
  const { interviewId, seen } = input;
  const { tenantId } = actor;
  return await region.database.transaction({ tenant: tenantId }, async (tx) => {
    const found = await locked(tx, actor, interviewId);
    const [newest] = await tx
      .select()
      .from(kept)
      .where(and(eq(kept.interviewId, interviewId), eq(kept.tenantId, tenantId)))
      .orderBy(desc(kept.number))
      .limit(1);
    if (newest !== undefined && isSame(newest, actor, input)) return { ...found, number: newest.number };
    if ((newest?.number ?? 0) !== seen) throw new Problem('conflict');
    if (!canArrange(found.state)) throw new Problem('wrong_phase');
    const number = seen + 1;
    const at = region.now();
    const expiresAt = await moved(tx, found, input, at);
    await tx.insert(kept).values({
      id: makeId(region.id, 'adjustment', region.random(16)),
      tenantId,
      interviewId,
      number,
      content: input.adjustments,
      message: input.message,
      memberId: actor.memberId,
      createdAt: at,
    });
    if (input.requestId !== null) await answered(tx, actor, { ...input, requestId: input.requestId }, at);
    const kinds = kindsOf(input.adjustments).join(',');
    await tx.insert(interviewEvents).values({
      id: makeId(region.id, 'event', region.random(16)),
      tenantId,
      interviewId,
      kind: 'adjusted',
      detail: { by: actor.memberId, number, kinds },
      at,
    });
    await audited(region, actor, tx, { action: 'adjustments.granted', object: interviewId, detail: { number, kinds } });
    return { ...found, number, expiresAt };
  });
}

async function locked(tx: Transaction, actor: MemberActor, interviewId: string) {
  const own = and(eq(interviews.id, interviewId), eq(interviews.tenantId, actor.tenantId));
  const [held] = await tx.select({ id: interviews.id }).from(interviews).where(own).for('update');
  if (held === undefined) throw new Problem('not_found');
  const [found] = await tx
    .select({
      state: interviews.state,
      plan: plans.content,
      name: candidates.name,
      email: candidates.email,
      role: roles.title,
      tenant: tenants.name,
      invitationId: invitations.id,
      expiresAt: invitations.expiresAt,
    })
    .from(interviews)
    .innerJoin(plans, eq(plans.id, interviews.planId))
    .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
    .innerJoin(roles, eq(roles.id, interviews.roleId))
    .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
    .innerJoin(invitations, and(eq(invitations.interviewId, interviews.id), isNull(invitations.revokedAt)))
    .where(own)
    .orderBy(desc(invitations.createdAt))
    .limit(1);
  if (found === undefined) throw new Problem('wrong_phase');
  return found satisfies { plan: Plan };
}

/** The link's new end, if one was given. */
async function moved(
  tx: Transaction,
  found: { invitationId: string; expiresAt: Date },
  { adjustments }: GrantInput,
  now: Date,
): Promise<Date> {
  if (adjustments.until === null) return found.expiresAt;
  const until = new Date(adjustments.until);
  if (until <= now || until.getTime() > now.getTime() + LIMITS.invitation.livesMaxMs) {
    const detail = 'a time to come, at most 60 days away';
    throw new Problem('invalid_input', { fields: [{ pointer: '/adjustments/until', detail }] });
  }
  await tx.update(invitations).set({ expiresAt: until }).where(eq(invitations.id, found.invitationId));
  return until;
}

async function answered(
  tx: Transaction,
  actor: MemberActor,
  input: GrantInput & { requestId: string },
  at: Date,
): Promise<void> {
  const own = and(
    eq(candidateRequests.id, input.requestId),
    eq(candidateRequests.interviewId, input.interviewId),
    eq(candidateRequests.tenantId, actor.tenantId),
  );
  const [request] = await tx.select().from(candidateRequests).where(own).for('update');
  if (request === undefined || request.kind === 'review') throw new Problem('not_found');
  if (request.answeredAt !== null) throw new Problem('conflict');
  await tx
    .update(candidateRequests)
    .set({ answer: input.message, answeredBy: actor.memberId, answeredAt: at })
    .where(own);
}

/** The database orders the fields of what it keeps as it likes. */
function isSame(made: typeof kept.$inferSelect, actor: MemberActor, input: GrantInput): boolean {
  const line = (content: unknown) => JSON.stringify(v.parse(adjustmentsSchema, content));
  return (
    made.number === input.seen + 1 &&
    made.memberId === actor.memberId &&
    made.message === input.message &&
    line(made.content) === line(input.adjustments)
  );
}

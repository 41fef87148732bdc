/** A named member decides about one interview, with a reason; the database refuses every other way. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import type { Transaction } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { adjustedPlan } from '../adjustments/adjusted-plan-rules.ts';
import { grantedOf } from '../adjustments/granted.ts';
import { audited } from '../audit/audit.ts';
import { countOutcome } from '../fairness/own-row.ts';
import { dueAfterHold } from '../interviews/due-rules.ts';
import { readingOf } from '../reports/reading.ts';
import {
  candidates,
  type DecisionKind,
  decisions,
  interviewEvents,
  interviews,
  plans,
  roles,
  tenants,
} from '../tables.ts';
import { decisionLetters } from '../tables-beside.ts';
import { calendarFields } from '../tenants/calendar.ts';
import { calendarOf } from '../tenants/calendar-rules.ts';
import { canDecide, stateAfter } from './decision-rules.ts';
import { dateInWords, letter, withReason } from './letter-rules.ts';
import { sendDueLetters } from './send-letters.ts';

export interface DecideInput {
  interviewId: string;
  kind: DecisionKind;
  reason: string;
  /** How many decisions the member saw; another one made meanwhile is a conflict, not overwritten. */
  seen: number;
  /** False holds feedback back from this candidate, where the tenant gives it at all. */
  feedback: boolean;
}

/**
 * Records the decision, moves the interview, and tells the candidate. The same decision sent twice is one.
 * @throws Problem not_found, wrong_phase, conflict
 */
export async function decide(
  region: Region,
  actor: MemberActor,
  input: DecideInput,
): Promise<{ number: number; undoUntil: string | null }> {
  const of = { tenantId: actor.tenantId, interviewId: input.interviewId };
  const restsMs = input.kind === 'reject' ? LIMITS.decision.undoMs : 0;
  const session = region.objects.session(input.interviewId);
  // The object looks after the letter from before the decision is made: no crash in between leaves it behind.
  await session.promised(of, restsMs + LOOK_AFTER_MS);
  const { number, dueAt } = await recorded(region, actor, input, restsMs);
  await sendDueLetters(region, of);
  await countOutcome(region, of);
  if (input.kind === 'hold') await session.promised(of);
  return { number, undoUntil: dueAt > region.now() ? dueAt.toISOString() : null };
}

/** After the letter is due, so that the look finds it due. */
const LOOK_AFTER_MS = 500;

async function recorded(region: Region, actor: MemberActor, input: DecideInput, restsMs: number) {
  const scope = { tenant: actor.tenantId };
  return await region.database.transaction(scope, async (tx) => {
    const found = await locked(tx, actor, input.interviewId);
    const [newest] = await tx
      .select()
      .from(decisions)
      .where(and(eq(decisions.interviewId, input.interviewId), eq(decisions.tenantId, actor.tenantId)))
      .orderBy(desc(decisions.number))
      .limit(1);
    const now = region.now();
    const calendar = calendarOf(found.calendar, region.id);
    const until = dueAfterHold(now, found.decisionDays, calendar);
    const facts = {
      tenant: found.tenant,
      role: found.role,
      candidate: found.candidate,
      member: actor.name,
      memberEmail: actor.email,
      until: dateInWords(until, calendar.zone, found.language),
    };
    const feedback = found.feedback && input.feedback;
    if (newest !== undefined && isSame(newest, actor, input)) return await already(tx, newest);
    if ((newest?.number ?? 0) !== input.seen) throw new Problem('conflict');
    if (!canDecide(found.state)) throw new Problem('wrong_phase');
    const number = input.seen + 1;
    const [reading] = await readingOf(tx, actor, input.interviewId);
    const [openedForMs, quotesPlayed] = [reading?.openMs ?? 0, reading?.quotes ?? 0];
    await tx.insert(decisions).values({
      id: makeId(region.id, 'decision', region.random(16)),
      tenantId: actor.tenantId,
      interviewId: input.interviewId,
      number,
      kind: input.kind,
      reason: input.reason,
      memberId: actor.memberId,
      openedForMs,
      quotesPlayed,
      feedback: input.feedback,
      createdAt: now,
    });
    await tx
      .update(interviews)
      .set({ state: stateAfter(input.kind), ...(input.kind === 'hold' ? { decisionDueAt: until } : {}) })
      .where(and(eq(interviews.id, input.interviewId), eq(interviews.tenantId, actor.tenantId)));
    await tx.insert(interviewEvents).values({
      id: makeId(region.id, 'event', region.random(16)),
      tenantId: actor.tenantId,
      interviewId: input.interviewId,
      kind: 'decided',
      detail: { kind: input.kind, by: actor.memberId, number },
      at: now,
    });
    await audited(region, actor, tx, {
      action: 'decision.made',
      object: input.interviewId,
      detail: { kind: input.kind, number, openedForMs, quotesPlayed },
    });
    const dueAt = new Date(now.getTime() + restsMs);
    const told = letter(input.kind, { ...facts, feedback }, found.language);
    await supersede(tx, actor, input, now);
    await tx.insert(decisionLetters).values({
      interviewId: input.interviewId,
      number,
      tenantId: actor.tenantId,
      recipient: found.email,
      subject: told.subject,
      body: withReason(told.body, input.reason),
      beforeState: found.state,
      beforeDueAt: found.dueAt,
      dueAt,
    });
    return { number, dueAt };
  });
}

/** The same decision again: its letter is where it was. */
async function already(tx: Transaction, made: typeof decisions.$inferSelect): Promise<{ number: number; dueAt: Date }> {
  const { interviewId, number } = made;
  const [kept] = await tx
    .select({ dueAt: decisionLetters.dueAt, undoneAt: decisionLetters.undoneAt })
    .from(decisionLetters)
    .where(and(eq(decisionLetters.interviewId, interviewId), eq(decisionLetters.number, number)));
  // Taken back meanwhile, it is not made again by a request that comes late.
  if (kept !== undefined && kept.undoneAt !== null) throw new Problem('conflict');
  return { number, dueAt: kept?.dueAt ?? made.createdAt };
}

/** A letter that still rests does not leave once somebody decided anew. */
async function supersede(tx: Transaction, actor: MemberActor, { interviewId }: DecideInput, now: Date): Promise<void> {
  await tx
    .update(decisionLetters)
    .set({ undoneAt: now, undoneBy: actor.memberId })
    .where(
      and(
        eq(decisionLetters.interviewId, interviewId),
        eq(decisionLetters.tenantId, actor.tenantId),
        isNull(decisionLetters.leavingAt),
        isNull(decisionLetters.undoneAt),
      ),
    );
}

/** The interview, held until the transaction ends: two members who decide at once go one after the other. */
async function locked(tx: Transaction, actor: MemberActor, interviewId: string) {
  const [held] = await tx
    .select({
      state: interviews.state,
      candidateId: interviews.candidateId,
      roleId: interviews.roleId,
      dueAt: interviews.decisionDueAt,
      planId: interviews.planId,
      granted: grantedOf,
    })
    .from(interviews)
    .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, actor.tenantId)))
    .for('update');
  if (held === undefined) throw new Problem('not_found');
  const [facts] = await tx
    .select({
      candidate: candidates.name,
      email: candidates.email,
      role: roles.title,
      decisionDays: roles.decisionDays,
      calendar: calendarFields,
      plan: plans.content,
      feedback: tenants.feedback,
      tenant: tenants.name,
    })
    .from(candidates)
    .innerJoin(roles, eq(roles.id, held.roleId))
    .innerJoin(tenants, eq(tenants.id, candidates.tenantId))
    .innerJoin(plans, eq(plans.id, held.planId))
    .where(and(eq(candidates.id, held.candidateId), eq(candidates.tenantId, actor.tenantId)));
  if (facts === undefined) throw new Problem('not_found');
  const { language } = adjustedPlan(facts.plan, held.granted?.adjustments ?? null);
  return { ...facts, state: held.state, dueAt: held.dueAt, language };
}

/** A request that came a second time, because the first answer was lost on the way. */
function isSame(made: typeof decisions.$inferSelect, actor: MemberActor, input: DecideInput): boolean {
  return (
    made.number === input.seen + 1 &&
    made.memberId === actor.memberId &&
    made.kind === input.kind &&
    made.reason === input.reason
  );
}

/**
 * A member answers a candidate's request; the answer is mailed and stays on record. A review is answered by somebody
 * who had no part in what was decided before, with levels of their own that hold from then on.
 */
import { and, eq } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Transaction } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { candidateRequests, candidates, interviewEvents, interviews, tenants } from '../tables.ts';
import { answerLetter } from './request-rules.ts';
import { cardSince, hadPart, hurdleOf } from './review-facts.ts';

/**
 * Answers once. The same answer sent again by the same member is one; another one is a conflict.
 * @throws Problem not_found, conflict; of a review: not_independent, card_missing
 */
export async function answerRequest(
  region: Region,
  actor: MemberActor,
  input: { requestId: string; answer: string },
): Promise<void> {
  const told = await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const own = and(eq(candidateRequests.id, input.requestId), eq(candidateRequests.tenantId, actor.tenantId));
    const [request] = await tx.select().from(candidateRequests).where(own).for('update');
    if (request === undefined) throw new Problem('not_found');
    const [to] = await tx
      .select({ name: candidates.name, email: candidates.email, tenant: tenants.name })
      .from(candidates)
      .innerJoin(tenants, eq(tenants.id, candidates.tenantId))
      .where(and(eq(candidates.id, request.candidateId), eq(candidates.tenantId, actor.tenantId)));
    if (to === undefined) throw new Problem('not_found');
    const letter = { ...to, kind: request.kind };
    if (request.answeredAt !== null) {
      if (request.answeredBy === actor.memberId && request.answer === input.answer) return letter;
      throw new Problem('conflict');
    }
    const scorecardId = await standsOn(actor, tx, request);
    const now = region.now();
    await tx
      .update(candidateRequests)
      .set({ answer: input.answer, answeredBy: actor.memberId, answeredAt: now, scorecardId })
      .where(own);
    await tx.insert(interviewEvents).values({
      id: makeId(region.id, 'event', region.random(16)),
      tenantId: actor.tenantId,
      interviewId: request.interviewId,
      kind: 'request-answered',
      detail: { kind: request.kind, by: actor.memberId },
      at: now,
    });
    await audited(region, actor, tx, {
      action: 'request.answered',
      object: request.id,
      detail: { kind: request.kind, card: scorecardId },
    });
    return letter;
  });
  await region.mail.send({
    id: makeId(region.id, 'mail', region.random(16)),
    tenantId: actor.tenantId,
    to: told.email,
    ...answerLetter({ ...told, answer: input.answer, member: actor.name, memberEmail: actor.email }),
    purpose: 'request',
    idempotencyKey: `request:${input.requestId}`,
  });
}

/** The card behind a review. The interview is held, so that nobody decides on it while they review it. */
async function standsOn(
  actor: MemberActor,
  tx: Transaction,
  request: typeof candidateRequests.$inferSelect,
): Promise<string | null> {
  if (request.kind !== 'review') return null;
  const ofRequest = and(eq(interviews.id, request.interviewId), eq(interviews.tenantId, actor.tenantId));
  await tx.select({ id: interviews.id }).from(interviews).where(ofRequest).for('update');
  const [found] = await tx
    .select({ kind: candidateRequests.kind, hadPart: hadPart(actor), card: cardSince(actor) })
    .from(candidateRequests)
    .innerJoin(interviews, eq(interviews.id, candidateRequests.interviewId))
    .where(eq(candidateRequests.id, request.id));
  if (found === undefined) throw new Problem('not_found');
  switch (hurdleOf(found)) {
    case 'other-person':
      throw new Problem('not_independent');
    case 'card':
      throw new Problem('card_missing');
    case null:
      return found.card;
  }
}

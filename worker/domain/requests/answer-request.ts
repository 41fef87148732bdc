/** A member answers a candidate's request; the answer is mailed and stays on record. */
import { and, eq } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { candidateRequests, candidates, interviewEvents, tenants } from '../tables.ts';

/**
 * Answers once. The same answer sent again by the same member is one; another one is a conflict.
 * @throws Problem not_found, conflict
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
    if (request.answeredAt !== null) {
      if (request.answeredBy === actor.memberId && request.answer === input.answer) return to;
      throw new Problem('conflict');
    }
    const now = region.now();
    await tx
      .update(candidateRequests)
      .set({ answer: input.answer, answeredBy: actor.memberId, answeredAt: now })
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
      detail: { kind: request.kind },
    });
    return to;
  });
  await region.mail.send({
    id: makeId(region.id, 'mail', region.random(16)),
    tenantId: actor.tenantId,
    to: told.email,
    subject: `An answer from ${told.tenant}`,
    text: [
      `Hello ${told.name},`,
      'You asked us something about your interview. This is our answer:',
      input.answer,
      `If anything is still open, write to me: ${actor.email}.`,
      `${actor.name}\n${told.tenant}`,
    ].join('\n\n'),
    purpose: 'request',
    idempotencyKey: `request:${input.requestId}`,
  });
}

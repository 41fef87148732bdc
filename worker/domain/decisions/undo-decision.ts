/** A decision is taken back before its letter has left: the interview stands as before, and both stay on record. */
import { and, desc, eq } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { countOutcome } from '../fairness/own-row.ts';
import type { InterviewState } from '../interviews/state-shape.ts';
import { decisions, interviewEvents, interviews } from '../tables.ts';
import { decisionLetters } from '../tables-beside.ts';

/**
 * Taken back twice it is taken back once.
 * @throws Problem not_found, conflict once a later decision was made, wrong_phase once the letter has left
 */
export async function undoDecision(
  region: Region,
  actor: MemberActor,
  { interviewId, number }: { interviewId: string; number: number },
): Promise<void> {
  const { tenantId } = actor;
  await region.database.transaction({ tenant: tenantId }, async (tx) => {
    const own = and(eq(interviews.id, interviewId), eq(interviews.tenantId, tenantId));
    const [held] = await tx.select({ id: interviews.id }).from(interviews).where(own).for('update');
    if (held === undefined) throw new Problem('not_found');
    const ofLetter = and(
      eq(decisionLetters.interviewId, interviewId),
      eq(decisionLetters.tenantId, tenantId),
      eq(decisionLetters.number, number),
    );
    const [letter] = await tx.select().from(decisionLetters).where(ofLetter).for('update');
    if (letter === undefined) throw new Problem('not_found');
    if (letter.undoneAt !== null) return;
    const [newest] = await tx
      .select({ number: decisions.number })
      .from(decisions)
      .where(and(eq(decisions.interviewId, interviewId), eq(decisions.tenantId, tenantId)))
      .orderBy(desc(decisions.number))
      .limit(1);
    if (newest?.number !== number) throw new Problem('conflict');
    const at = region.now();
    if (letter.leavingAt !== null || letter.dueAt <= at) throw new Problem('wrong_phase');
    await tx.update(decisionLetters).set({ undoneAt: at, undoneBy: actor.memberId }).where(ofLetter);
    // Only the state of an interview that was decidable is ever kept here.
    const state = letter.beforeState satisfies InterviewState;
    await tx.update(interviews).set({ state, decisionDueAt: letter.beforeDueAt }).where(own);
    await tx.insert(interviewEvents).values({
      id: makeId(region.id, 'event', region.random(16)),
      tenantId,
      interviewId,
      kind: 'decision-undone',
      detail: { by: actor.memberId, number },
      at,
    });
    await audited(region, actor, tx, { action: 'decision.undone', object: interviewId, detail: { number } });
  });
  await countOutcome(region, { tenantId, interviewId });
}

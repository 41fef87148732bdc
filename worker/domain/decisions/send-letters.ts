/**
 * Letters about decisions leave when their moment has come. A letter is first marked as leaving, from where nothing
 * takes it back, then sent under a key of its own, then marked as sent: cut off anywhere, it is done again and comes once.
 */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import type { Region } from '../../regions/region.ts';
import { decisionLetters } from '../tables-beside.ts';

interface Of {
  tenantId: string;
  interviewId: string;
}

/** Sends what is due; returns when the next letter of this interview is, in ms since 1970, or null when none waits. */
export async function sendDueLetters(region: Region, { tenantId, interviewId }: Of): Promise<number | null> {
  const { leaving, nextMs } = await region.database.transaction({ tenant: tenantId }, async (tx) => {
    const now = region.now();
    const waiting = await tx
      .select()
      .from(decisionLetters)
      .where(
        and(
          eq(decisionLetters.interviewId, interviewId),
          eq(decisionLetters.tenantId, tenantId),
          isNull(decisionLetters.sentAt),
          isNull(decisionLetters.undoneAt),
        ),
      )
      .orderBy(asc(decisionLetters.number))
      .for('update');
    const due = waiting.filter(({ dueAt, leavingAt }) => leavingAt !== null || dueAt <= now);
    for (const { number, leavingAt } of due) {
      if (leavingAt === null) await tx.update(decisionLetters).set({ leavingAt: now }).where(one(interviewId, number));
    }
    const later = waiting.filter((letter) => !due.includes(letter)).map(({ dueAt }) => dueAt.getTime());
    return { leaving: due, nextMs: later.length === 0 ? null : Math.min(...later) };
  });
  for (const { number, recipient, subject, body } of leaving) {
    await region.mail.send({
      id: makeId(region.id, 'mail', region.random(16)),
      tenantId,
      to: recipient,
      subject,
      text: body,
      purpose: 'decision',
      idempotencyKey: `decision:${interviewId}:${number}`,
    });
    await region.database.batch({ tenant: tenantId }, (db) => [
      db.update(decisionLetters).set({ sentAt: region.now() }).where(one(interviewId, number)),
    ]);
  }
  return nextMs;
}

function one(interviewId: string, number: number) {
  return and(eq(decisionLetters.interviewId, interviewId), eq(decisionLetters.number, number));
}

/** Turns: each is written once under its position; sent again it changes nothing. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import type { Region } from '../../regions/region.ts';
import type { TenantActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { drafts, interviewEvents, type SpokenSegment, type TurnKind, turns } from '../tables.ts';

export interface TurnInput {
  /** Names the turn; the same id never becomes two. */
  id: string;
  interviewId: string;
  position: number;
  speaker: 'candidate' | 'interviewer';
  kind: TurnKind;
  questionId: string | null;
  text: string;
  via: 'voice' | 'typed' | 'mixed' | null;
  startMs: number;
  endMs: number;
  segments: SpokenSegment[] | null;
}

/** Keeps a turn; the candidate's draft that became it goes in the same transaction. */
export async function saveTurn(region: Region, actor: TenantActor, turn: TurnInput): Promise<void> {
  const row = { ...turn, tenantId: actor.tenantId, createdAt: region.now() };
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    turn.speaker === 'candidate'
      ? db.insert(turns).values(row).onConflictDoNothing()
      : // Only the end of the interviewer's words is learnt later, when they were spoken or cut off.
        db
          .insert(turns)
          .values(row)
          .onConflictDoUpdate({ target: [turns.interviewId, turns.position], set: { endMs: turn.endMs } }),
    ...(turn.speaker === 'candidate'
      ? [db.delete(drafts).where(and(eq(drafts.interviewId, turn.interviewId), eq(drafts.tenantId, actor.tenantId)))]
      : []),
  ]);
}

/** All turns in order. */
export async function readTurns(region: Region, actor: TenantActor, interviewId: string) {
  const [rows] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select()
      .from(turns)
      .where(and(eq(turns.interviewId, interviewId), eq(turns.tenantId, actor.tenantId)))
      .orderBy(asc(turns.position)),
  ]);
  return rows;
}

/** What the candidate said so far to one question, oldest first. */
export async function answersTo(
  region: Region,
  actor: TenantActor,
  interviewId: string,
  questionId: string,
): Promise<string[]> {
  const rows = await readTurns(region, actor, interviewId);
  return rows.filter((turn) => turn.kind === 'answer' && turn.questionId === questionId).map((turn) => turn.text);
}

/** The candidate marks misheard words before scoring; what was heard first stays beside it. */
export async function correctTurns(
  region: Region,
  actor: TenantActor,
  interviewId: string,
  corrections: { turn: string; text: string }[],
): Promise<void> {
  if (corrections.length === 0) return;
  await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const own = await tx
      .select({ id: turns.id, text: turns.text })
      .from(turns)
      .where(
        and(
          eq(turns.interviewId, interviewId),
          eq(turns.tenantId, actor.tenantId),
          eq(turns.speaker, 'candidate'),
          inArray(
            turns.id,
            corrections.map((one) => one.turn),
          ),
        ),
      );
    for (const { id, text } of own) {
      const corrected = corrections.find((one) => one.turn === id)?.text ?? text;
      if (corrected === text) continue;
      await tx
        .update(turns)
        .set({ correctedText: corrected })
        .where(and(eq(turns.id, id), eq(turns.tenantId, actor.tenantId)));
    }
    await tx.insert(interviewEvents).values({
      id: makeId(region.id, 'audit', region.random(16)),
      tenantId: actor.tenantId,
      interviewId,
      kind: 'transcript-corrected',
      detail: { turns: own.length },
      at: region.now(),
    });
    await audited(region, actor, tx, { action: 'transcript.corrected', object: interviewId });
  });
}

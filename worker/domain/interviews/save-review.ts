/** What the candidate said about the transcript and the interview before it was sent. */
import { and, eq } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { confirm } from '../candidates/confirm.ts';
import { visibleText } from '../scoring/visible-text-rules.ts';
import { candidateRequests, interviewEvents, interviews, turns } from '../tables.ts';
import { stepRow } from './note-step.ts';

export interface Review {
  /** The whole turn as the candidate says it was; what was heard stays beside it. */
  corrections: { turn: string; text: string }[];
  rating: number | null;
  question: string | null;
  candidateId: string;
  at: Date;
}

/** Saves a review once: its request for an answer is recognised by its id when it is told again. */
export async function saveReview(region: Region, actor: SystemActor, review: Review): Promise<void> {
  await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    for (const { turn, text } of review.corrections) {
      await tx
        .update(turns)
        .set({ correctedText: visibleText(text) })
        .where(and(eq(turns.id, turn), eq(turns.interviewId, actor.interviewId), eq(turns.speaker, 'candidate')));
    }
    if (review.rating !== null) {
      await tx.update(interviews).set({ rating: review.rating }).where(eq(interviews.id, actor.interviewId));
    }
    if (review.corrections.length > 0) {
      const detail = { turns: review.corrections.length };
      const step = stepRow(actor, { key: 'corrected', kind: 'transcript-corrected', detail, at: review.at });
      await tx.insert(interviewEvents).values(step).onConflictDoNothing();
      await audited(region, actor, tx, { action: 'transcript.corrected', object: actor.interviewId, detail });
    }
    if (review.question !== null && review.question.trim() !== '') {
      await ask(region, actor, tx, { kind: 'question', text: review.question, ...review });
    }
  });
  const question = review.question?.trim() ?? '';
  // Told again it is the same letter.
  if (question !== '') {
    await confirm(region, actor, {
      what: 'question',
      text: question,
      key: `question:${actor.interviewId}`,
      at: review.at,
    });
  }
}

/** A candidate who asks for a person, from inside the room. */
export async function requestHuman(
  region: Region,
  actor: SystemActor,
  input: { text: string; candidateId: string; at: Date },
): Promise<void> {
  await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    await ask(region, actor, tx, { kind: 'human', ...input });
  });
  await confirm(region, actor, { what: 'human', text: input.text, key: `human:${actor.interviewId}`, at: input.at });
}

async function ask(
  region: Region,
  actor: SystemActor,
  tx: Parameters<Parameters<Region['database']['transaction']>[1]>[0],
  request: { kind: 'human' | 'question'; text: string; candidateId: string; at: Date },
): Promise<void> {
  const { kind, text, candidateId, at } = request;
  const step = stepRow(actor, { key: `asked:${kind}`, kind: 'request-made', detail: { kind }, at });
  const [fresh] = await tx
    .insert(interviewEvents)
    .values(step)
    .onConflictDoNothing()
    .returning({ id: interviewEvents.id });
  if (fresh === undefined) return;
  await tx.insert(candidateRequests).values({
    id: makeId(region.id, 'request', region.random(16)),
    tenantId: actor.tenantId,
    interviewId: actor.interviewId,
    candidateId,
    kind,
    text,
    createdAt: at,
  });
  await audited(region, actor, tx, { action: 'request.made', object: actor.interviewId, detail: { kind } });
}

/** What a candidate asks of people: a human instead, an adjustment, another look, an answer. */
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { CandidateActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { candidateRequests, interviewEvents } from '../tables.ts';
import { confirm } from './confirm.ts';

export type AskKind = 'human' | 'adjustment' | 'review' | 'question';

const HOUR_MS = 3_600_000;
/** More than this in an hour is no longer a person asking. */
const ASKS_PER_HOUR = 5;

/** @throws Problem too_many_requests */
export async function ask(
  region: Region,
  actor: CandidateActor,
  input: { kind: AskKind; text: string },
): Promise<{ id: string }> {
  const rule = { limit: ASKS_PER_HOUR, windowMs: HOUR_MS, count: 'exact' } as const;
  const allowed = await region.limits.take(`ask:${actor.interviewId}`, rule);
  if (!allowed.ok) throw new Problem('too_many_requests', { retryAfterS: allowed.retryAfterS });
  const id = makeId(region.id, 'request', region.random(16));
  const of = { tenantId: actor.tenantId, interviewId: actor.interviewId };
  const at = region.now();
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.insert(candidateRequests).values({ id, ...of, candidateId: actor.candidateId, ...input, createdAt: at }),
    db
      .insert(interviewEvents)
      .values({ id: `${id}:made`, ...of, kind: 'request-made', detail: { kind: input.kind }, at }),
    audited(region, actor, db, { action: 'request.made', object: id }),
  ]);
  await confirm(region, of, { what: input.kind, text: input.text, key: id, at });
  return { id };
}

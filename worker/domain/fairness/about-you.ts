/** A candidate says, changes or takes back what they said about themselves. */
import { and, eq } from 'drizzle-orm';
import { base32 } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { CandidateActor } from '../actors.ts';
import { interviews, tenants } from '../tables.ts';
import { demographics } from '../tables-beside.ts';
import { mayBeAsked } from './ask-rules.ts';
import { outcomeOf, rowDigests } from './own-row.ts';
import type { Answers } from './questions-rules.ts';

export async function readAboutYou(region: Region, actor: CandidateActor): Promise<Answers | null> {
  return (await ownRow(region, actor))?.answers ?? null;
}

/** @throws Problem wrong_phase before the interview was sent in, or where the tenant does not ask */
export async function saveAboutYou(region: Region, actor: CandidateActor, answers: Answers): Promise<void> {
  const [[found]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ state: interviews.state, roleId: interviews.roleId, asks: tenants.asksAboutPeople })
      .from(interviews)
      .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
      .where(and(eq(interviews.id, actor.interviewId), eq(interviews.tenantId, actor.tenantId))),
  ]);
  if (found === undefined) throw new Problem('not_found');
  if (!found.asks || !mayBeAsked(found.state)) throw new Problem('wrong_phase');
  const before = await ownRow(region, actor);
  const digest = before?.digest ?? (await region.digests.digest('demographics', actor.interviewId));
  const outcome = await outcomeOf(region, actor);
  await region.database.batch({ digest }, (db) => [
    db
      .insert(demographics)
      .values({
        id: base32(region.random(16)),
        tenantId: actor.tenantId,
        roleId: found.roleId,
        digest,
        answers,
        month: region.now().toISOString().slice(0, 7),
        ...outcome,
      })
      .onConflictDoUpdate({ target: demographics.digest, set: { answers } }),
  ]);
}

/** Gone at once; whatever was counted with it is counted without it from now on. */
export async function eraseAboutYou(region: Region, actor: CandidateActor): Promise<void> {
  for (const digest of await rowDigests(region, actor)) {
    await region.database.batch({ digest }, (db) => [db.delete(demographics).where(eq(demographics.digest, digest))]);
  }
}

async function ownRow(region: Region, actor: CandidateActor): Promise<{ digest: string; answers: Answers } | null> {
  for (const digest of await rowDigests(region, actor)) {
    const [[row]] = await region.database.batch({ digest }, (db) => [
      db.select({ answers: demographics.answers }).from(demographics).where(eq(demographics.digest, digest)),
    ]);
    if (row !== undefined) return { digest, answers: row.answers };
  }
  return null;
}

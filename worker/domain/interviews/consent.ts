/** Consent per purpose: given and taken back as entries that stay, with the text's version, language and device. */
import { and, asc, eq } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import type { Region } from '../../regions/region.ts';
import type { CandidateActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { consents, interviewEvents } from '../tables.ts';
import { type ConsentState, consentState, type Purpose } from './consent-rules.ts';

export interface ConsentInput {
  purposes: { purpose: Purpose; given: boolean }[];
  textVersion: string;
  language: string;
  device: string;
}

/** Records answers to consent questions and returns what holds now. */
export async function recordConsent(region: Region, actor: CandidateActor, input: ConsentInput): Promise<ConsentState> {
  const now = region.now();
  const entries = input.purposes.map(({ purpose, given }) => ({
    id: makeId(region.id, 'consent', region.random(16)),
    tenantId: actor.tenantId,
    interviewId: actor.interviewId,
    candidateId: actor.candidateId,
    purpose,
    given,
    textVersion: input.textVersion,
    language: input.language,
    device: input.device.slice(0, LIMITS.text.userAgent),
    at: now,
  }));
  const taken = entries.some((entry) => !entry.given);
  return await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    if (entries.length > 0) await tx.insert(consents).values(entries);
    await tx.insert(interviewEvents).values({
      id: makeId(region.id, 'audit', region.random(16)),
      tenantId: actor.tenantId,
      interviewId: actor.interviewId,
      kind: taken && !entries.some((entry) => entry.given) ? 'consent-withdrawn' : 'consent-given',
      detail: Object.fromEntries(entries.map((entry) => [entry.purpose, entry.given])),
      at: now,
    });
    await audited(region, actor, tx, { action: 'consent.recorded', object: actor.interviewId });
    return await current(tx, actor);
  });
}

/** What the candidate has agreed to as of now. */
export async function currentConsent(region: Region, actor: CandidateActor): Promise<ConsentState> {
  return await region.database.transaction({ tenant: actor.tenantId }, (tx) => current(tx, actor));
}

async function current(
  tx: Parameters<Parameters<Region['database']['transaction']>[1]>[0],
  actor: CandidateActor,
): Promise<ConsentState> {
  const rows = await tx
    .select()
    .from(consents)
    .where(and(eq(consents.interviewId, actor.interviewId), eq(consents.tenantId, actor.tenantId)))
    .orderBy(asc(consents.at));
  return consentState(rows);
}

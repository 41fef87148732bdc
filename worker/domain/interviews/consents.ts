/** Consent per purpose: given and taken back as easily, each time as a new row with the text that was agreed to. */
import { and, desc, eq } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import type { Queries, Transaction } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { CandidateActor, SystemActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { dropCallRecording } from '../calls/drop-call-recording.ts';
import { endCandidateSessions } from '../candidates/candidate-sessions.ts';
import { confirm } from '../candidates/confirm.ts';
import { type ConsentPurpose, consents, interviewEvents, interviews } from '../tables.ts';
import { endInterview } from './note-step.ts';
import { dropParts, dropUnsealed } from './withdraw.ts';

export type Consents = Record<ConsentPurpose, boolean>;

export interface ConsentInput {
  purposes: Consents;
  textVersion: string;
  language: string;
  device: string;
}

/** Which purposes hold now: the newest row of each. */
export async function readConsents(region: Region, actor: CandidateActor | SystemActor): Promise<Consents> {
  const [rows] = await region.database.batch({ tenant: actor.tenantId }, (db) => [consentRows(db, actor)]);
  return newest(rows);
}

function newest(rows: readonly { purpose: ConsentPurpose; given: boolean }[]): Consents {
  const holds = (purpose: ConsentPurpose) => rows.find((row) => row.purpose === purpose)?.given ?? false;
  return { interview: holds('interview'), recording: holds('recording'), analytics: holds('analytics') };
}

/**
 * Records what the candidate agreed to, purpose by purpose; a purpose that did not change leaves no row.
 * @throws Problem consent_missing: without the interview's own consent there is nothing to record
 */
export async function recordConsent(region: Region, actor: CandidateActor, input: ConsentInput): Promise<Consents> {
  if (!input.purposes.interview) throw new Problem('consent_missing');
  await write(region, actor, input, 'consent-given');
  return input.purposes;
}

/** Takes purposes back, at once and without a reason. */
export async function withdrawConsent(region: Region, actor: CandidateActor, input: ConsentInput): Promise<Consents> {
  const { recording, interview } = input.purposes;
  const at = region.now();
  await write(region, actor, input, 'consent-withdrawn');
  if (!interview) await endWithdrawn(region, actor);
  else await region.objects.session(actor.interviewId).recordingConsent(recording);
  if (!recording) {
    await dropParts(region, systemFor(actor));
    await dropCallRecording(region, systemFor(actor));
  }
  const letter = { what: 'withdrawal', text: '', key: `withdrawal:${actor.interviewId}`, at } as const;
  if (!interview) await confirm(region, actor, letter);
  return input.purposes;
}

/** The session ends it; one that was never opened, or is over, has nothing left to do but to be marked. */
async function endWithdrawn(region: Region, actor: CandidateActor): Promise<void> {
  const { tenantId, interviewId, sessionId } = actor;
  // The device that withdrew still shows what has ended; every other one is signed out.
  await region.database.transaction({ tenant: tenantId }, async (tx) => {
    await endCandidateSessions(region, tx, { tenantId, interviewIds: [interviewId], but: sessionId });
  });
  const outcome = await region.objects.session(actor.interviewId).withdraw();
  if (outcome.ok) return;
  const system = systemFor(actor);
  await endInterview(region, system, { reason: 'withdrew', at: region.now() });
  await dropUnsealed(region, system);
}

function systemFor({ tenantId, interviewId }: CandidateActor): SystemActor {
  return { kind: 'system', tenantId, interviewId };
}

async function write(
  region: Region,
  actor: CandidateActor,
  input: ConsentInput,
  kind: 'consent-given' | 'consent-withdrawn',
): Promise<void> {
  const at = region.now();
  const { tenantId, interviewId } = actor;
  const of = { tenantId, interviewId };
  const purposes: ConsentPurpose[] = ['interview', 'recording', 'analytics'];
  await region.database.transaction({ tenant: tenantId }, async (tx) => {
    // Whoever says the same at the same moment comes after, and finds that nothing changes any more.
    const own = and(eq(interviews.id, interviewId), eq(interviews.tenantId, tenantId));
    await tx.select({ id: interviews.id }).from(interviews).where(own).for('update');
    const before = newest(await consentRows(tx, actor));
    const changed = purposes.filter((purpose) => before[purpose] !== input.purposes[purpose]);
    if (changed.length === 0) return;
    const detail = Object.fromEntries(changed.map((purpose) => [purpose, input.purposes[purpose]]));
    await tx.insert(consents).values(
      changed.map((purpose) => ({
        id: makeId(region.id, 'consent', region.random(16)),
        ...of,
        candidateId: actor.candidateId,
        purpose,
        given: input.purposes[purpose],
        textVersion: input.textVersion,
        language: input.language,
        device: input.device.slice(0, LIMITS.text.userAgent),
        at,
      })),
    );
    const event = { id: makeId(region.id, 'event', region.random(16)), ...of, kind, detail, at };
    await tx.insert(interviewEvents).values(event);
    await audited(region, actor, tx, {
      action: `consent.${kind === 'consent-given' ? 'given' : 'withdrawn'}`,
      object: interviewId,
      detail,
    });
  });
}

function consentRows(db: Queries | Transaction, actor: CandidateActor | SystemActor) {
  return (db as Queries)
    .select({ purpose: consents.purpose, given: consents.given })
    .from(consents)
    .where(and(eq(consents.interviewId, actor.interviewId), eq(consents.tenantId, actor.tenantId)))
    .orderBy(desc(consents.at), desc(consents.id));
}

/** The call's own recording, made on the maker's side into the region's bucket, where the candidate agreed to it. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { readConsents } from '../interviews/consents.ts';
import { stepRow } from '../interviews/note-step.ts';
import { interviewEvents } from '../tables.ts';
import { calls } from '../tables-beside.ts';
import { recordingKey } from './call-rules.ts';
import { callsMaker } from './calls-maker.ts';
import { removeCallFiles } from './drop-call-recording.ts';

const callOf = (actor: SystemActor) =>
  and(eq(calls.interviewId, actor.interviewId), eq(calls.tenantId, actor.tenantId));

/** Starts one where none runs; of two that start at once, one does. */
export async function beginRecording(region: Region, actor: SystemActor, { track }: { track: string }): Promise<void> {
  const { recording } = await readConsents(region, actor);
  const maker = recording ? await callsMaker(region, actor) : null;
  if (maker === null) return;
  const [mine] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .update(calls)
      .set({ recordingEgress: '' })
      .where(and(callOf(actor), isNull(calls.recordingEgress), isNull(calls.closedAt)))
      .returning({ interviewId: calls.interviewId }),
  ]);
  if (mine.length === 0) return;
  const { tenantId, interviewId } = actor;
  const begun = await maker.record(interviewId, recordingKey(tenantId, interviewId, track)).catch(() => null);
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .update(calls)
      .set({ recordingEgress: begun?.egress ?? null })
      .where(and(callOf(actor), eq(calls.recordingEgress, ''))),
  ]);
}

/** Noted; and removed again when the consent did not last until its end. */
export async function recordingEnded(
  region: Region,
  actor: SystemActor,
  { egress, ok }: { egress: string; ok: boolean },
): Promise<void> {
  const step = stepRow(actor, { key: `call:${egress}`, kind: 'call-recorded', detail: { ok }, at: region.now() });
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.insert(interviewEvents).values(step).onConflictDoNothing(),
    db
      .update(calls)
      .set({ recordingEgress: null })
      .where(and(callOf(actor), eq(calls.recordingEgress, egress))),
  ]);
  const { recording } = await readConsents(region, actor);
  if (!recording) await removeCallFiles(region, actor);
}

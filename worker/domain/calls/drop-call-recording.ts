/** Consent to be heard was taken back: nobody listens on, what is recorded ends, and what is there goes. */
import { and, eq } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { calls } from '../tables-beside.ts';
import { recordingPrefix } from './call-rules.ts';
import { callsMaker } from './calls-maker.ts';

export async function dropCallRecording(region: Region, actor: SystemActor): Promise<void> {
  const [[call]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ egress: calls.recordingEgress })
      .from(calls)
      .where(and(eq(calls.interviewId, actor.interviewId), eq(calls.tenantId, actor.tenantId))),
  ]);
  if (call === undefined) return;
  const maker = await callsMaker(region, actor);
  // One that cannot be stopped now ends with the room, and is removed when that is told.
  if (call.egress !== null && call.egress !== '') await maker?.stop(call.egress).catch(() => {});
  // Everybody is put out; the candidate's page comes back by itself, a listener is given no other pass.
  await maker?.closeRoom(actor.interviewId).catch(() => {});
  await removeCallFiles(region, actor);
}

/** Removes what the maker wrote; it writes into the region's own bucket. */
export async function removeCallFiles(region: Region, actor: SystemActor): Promise<void> {
  const files = await region.files.list(recordingPrefix(actor.tenantId, actor.interviewId));
  if (files.length === 0) return;
  await region.files.delete(files);
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    audited(region, actor, db, {
      action: 'call-recording.dropped',
      object: actor.interviewId,
      detail: { files: files.length },
    }),
  ]);
}

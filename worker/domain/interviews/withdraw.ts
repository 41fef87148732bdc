/** After a withdrawal: what waited to be processed is deleted instead of processed. */
import { eq } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { drafts, recordingParts } from '../tables.ts';

/** Parts of a recording that is not sealed. */
export async function dropParts(region: Region, actor: SystemActor): Promise<void> {
  const [parts] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ fileKey: recordingParts.fileKey })
      .from(recordingParts)
      .where(eq(recordingParts.interviewId, actor.interviewId)),
  ]);
  if (parts.length === 0) return;
  await region.files.delete(parts.map((part) => part.fileKey));
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.delete(recordingParts).where(eq(recordingParts.interviewId, actor.interviewId)),
    audited(region, actor, db, {
      action: 'recording.dropped',
      object: actor.interviewId,
      detail: { parts: parts.length },
    }),
  ]);
}

/** Everything that was not yet brought to its end. */
export async function dropUnsealed(region: Region, actor: SystemActor): Promise<void> {
  await dropParts(region, actor);
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.delete(drafts).where(eq(drafts.interviewId, actor.interviewId)),
  ]);
}

/** The candidate's own recording, once it is sealed: their voice, for them to hear. */
import { and, eq } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { CandidateActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { recordings } from '../tables.ts';

/** `opened`: the first bytes are asked for; the ranges that follow belong to the same listening. @throws Problem not_found */
export async function ownRecording(region: Region, actor: CandidateActor, opened: boolean) {
  const [found] = await region.database.batch({ tenant: actor.tenantId }, (db) => {
    const read = db
      .select()
      .from(recordings)
      .where(and(eq(recordings.interviewId, actor.interviewId), eq(recordings.tenantId, actor.tenantId)));
    return opened
      ? ([read, audited(region, actor, db, { action: 'own-recording.opened', object: actor.interviewId })] as const)
      : ([read] as const);
  });
  const [recording] = found;
  if (recording === undefined) throw new Problem('not_found');
  return recording;
}

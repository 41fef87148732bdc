/** The candidate's way into the media room of their interview, where the region has a maker that the tenant may use. */
import { and, eq } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import { ProviderFault } from '../../provider-faults.ts';
import type { RoomPass } from '../../providers/calls/calls.ts';
import { eligible } from '../../regions/eligible-rules.ts';
import type { Region } from '../../regions/region.ts';
import type { CandidateActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { readConsents } from '../interviews/consents.ts';
import { interviews, tenants } from '../tables.ts';
import { calls } from '../tables-beside.ts';
import { CANDIDATE } from './call-rules.ts';

/** States in which there is something to say. */
const TALKING: readonly string[] = ['invited', 'opened', 'in-interview'];

/**
 * Opens the room, or the one that is open, and lets the candidate in.
 * @throws Problem not_found without a maker, consent_missing, wrong_phase, provider_unavailable
 */
export async function openCall(region: Region, actor: CandidateActor): Promise<RoomPass> {
  const { tenantId, interviewId } = actor;
  const [[rows], consents] = await Promise.all([
    region.database.batch({ tenant: tenantId }, (db) => [
      db
        .select({ state: interviews.state, processing: tenants.processing })
        .from(interviews)
        .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
        .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, tenantId))),
    ]),
    readConsents(region, actor),
  ]);
  const [interview] = rows;
  const [maker] = interview === undefined ? [] : eligible(region.makers.calls, interview.processing);
  if (interview === undefined || maker === undefined) throw new Problem('not_found');
  if (!consents.interview) throw new Problem('consent_missing');
  if (!TALKING.includes(interview.state)) throw new Problem('wrong_phase');
  // By this a webhook's room finds its row before any tenant is known.
  const digest = await region.digests.digest('room', interviewId);
  await region.database.batch({ tenant: tenantId }, (db) => [
    db.insert(calls).values({ interviewId, tenantId, digest, openedAt: region.now() }).onConflictDoNothing(),
    audited(region, actor, db, { action: 'call.opened', object: interviewId }),
  ]);
  return await orUnavailable(async () => {
    await maker.openRoom(interviewId);
    return await maker.candidatePass(interviewId, CANDIDATE);
  });
}

export async function orUnavailable<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ProviderFault) throw new Problem('provider_unavailable');
    throw error;
  }
}

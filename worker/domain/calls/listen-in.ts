/** A member listens in on an interview under way: only by the consent that also lets them hear it later, and never unseen. */
import { and, desc, eq } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { RoomPass } from '../../providers/calls/calls.ts';
import { eligible } from '../../regions/eligible-rules.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { consents, interviewEvents, interviews, tenants } from '../tables.ts';
import { calls } from '../tables-beside.ts';
import { identityOf } from './listeners.ts';
import { orUnavailable } from './open-call.ts';

/**
 * Noted in the interview's history before anything can be heard; the candidate's page shows who is in the room.
 * @throws Problem not_found, wrong_phase without a call, consent_missing, provider_unavailable
 */
export async function listenIn(region: Region, actor: MemberActor, interviewId: string): Promise<RoomPass> {
  const { tenantId, memberId } = actor;
  const [[found], [consent]] = await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .select({
        state: interviews.state,
        processing: tenants.processing,
        openedAt: calls.openedAt,
        closedAt: calls.closedAt,
      })
      .from(interviews)
      .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
      .leftJoin(calls, eq(calls.interviewId, interviews.id))
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, tenantId))),
    db
      .select({ given: consents.given })
      .from(consents)
      .where(
        and(eq(consents.interviewId, interviewId), eq(consents.tenantId, tenantId), eq(consents.purpose, 'recording')),
      )
      .orderBy(desc(consents.at), desc(consents.id))
      .limit(1),
  ]);
  if (found === undefined) throw new Problem('not_found');
  const [maker] = eligible(region.makers.calls, found.processing);
  const open = found.openedAt !== null && found.closedAt === null;
  if (maker === undefined || !open || found.state !== 'in-interview') throw new Problem('wrong_phase');
  if (consent?.given !== true) throw new Problem('consent_missing');
  const step = { tenantId, interviewId, kind: 'listened-in', detail: { by: memberId }, at: region.now() } as const;
  await region.database.batch({ tenant: tenantId }, (db) => [
    db.insert(interviewEvents).values({ id: makeId(region.id, 'event', region.random(16)), ...step }),
    audited(region, actor, db, { action: 'interview.listened', object: interviewId }),
  ]);
  const identity = await identityOf(region, { interviewId, memberId });
  return await orUnavailable(async () => await maker.listenerPass(interviewId, identity));
}

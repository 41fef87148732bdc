/** Who listens in under which identity, and putting them out when they may listen no more. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { MemberActor, SystemActor } from '../actors.ts';
import { DECIDERS } from '../decisions/decision-rules.ts';
import { interviewEvents, members } from '../tables.ts';
import { calls } from '../tables-beside.ts';
import { listenerIdentity } from './call-rules.ts';
import { callsMaker } from './calls-maker.ts';

interface Listening {
  interviewId: string;
  memberId: string;
}

/** The identity for a new pass. A member has one in a room: coming again replaces the line that was there. */
export async function identityOf(region: Region, of: Listening): Promise<string> {
  return listenerIdentity(await region.digests.digest('listener', named(of)));
}

/** Whether somebody who may still listen in has this identity in the room. */
export async function isOneOfUs(region: Region, actor: SystemActor, identity: string): Promise<boolean> {
  const { tenantId, interviewId } = actor;
  const [listened] = await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .selectDistinct({ memberId: members.id })
      .from(interviewEvents)
      .innerJoin(members, and(eq(members.tenantId, tenantId), sql`${members.id} = ${interviewEvents.detail}->>'by'`))
      .where(
        and(
          eq(interviewEvents.tenantId, tenantId),
          eq(interviewEvents.interviewId, interviewId),
          eq(interviewEvents.kind, 'listened-in'),
          isNull(members.disabledAt),
          inArray(members.role, [...DECIDERS]),
        ),
      ),
  ]);
  const known = await Promise.all(listened.map(({ memberId }) => everyIdentity(region, { interviewId, memberId })));
  return known.flat().includes(identity);
}

/**
 * Puts a member out of every room that they listen in. A maker that does not answer holds nothing up; the pass itself
 * opens nothing afterwards (see isOneOfUs).
 */
export async function putOutListener(region: Region, actor: MemberActor, memberId: string): Promise<void> {
  const { tenantId } = actor;
  const [open] = await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .selectDistinct({ interviewId: calls.interviewId })
      .from(calls)
      .innerJoin(interviewEvents, eq(interviewEvents.interviewId, calls.interviewId))
      .where(
        and(
          eq(calls.tenantId, tenantId),
          isNull(calls.closedAt),
          eq(interviewEvents.kind, 'listened-in'),
          sql`${interviewEvents.detail}->>'by' = ${memberId}`,
        ),
      ),
  ]);
  await Promise.all(
    open.map(async ({ interviewId }) => {
      const maker = await callsMaker(region, { kind: 'system', tenantId, interviewId });
      const identities = await everyIdentity(region, { interviewId, memberId });
      await Promise.all(identities.map((identity) => maker?.putOut(interviewId, identity).catch(() => {})));
    }),
  );
}

/** Also those of passes that were made before the newest secret. */
async function everyIdentity(region: Region, of: Listening): Promise<string[]> {
  return (await region.digests.every('listener', named(of))).map(listenerIdentity);
}

function named({ interviewId, memberId }: Listening): string {
  return `${interviewId} heard by ${memberId}`;
}

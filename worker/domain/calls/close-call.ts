/** The talk is over: nobody stays in the room. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { calls } from '../tables-beside.ts';
import { callsMaker } from './calls-maker.ts';

/** A maker that does not answer holds nothing up: a room that everybody left goes by itself. */
export async function closeCall(region: Region, actor: SystemActor): Promise<void> {
  const { tenantId, interviewId } = actor;
  const [closed] = await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .update(calls)
      .set({ closedAt: region.now() })
      .where(and(eq(calls.interviewId, interviewId), eq(calls.tenantId, tenantId), isNull(calls.closedAt)))
      .returning({ interviewId: calls.interviewId }),
  ]);
  if (closed.length === 0) return;
  const maker = await callsMaker(region, actor);
  await maker?.closeRoom(interviewId).catch(() => {});
}

/** On which interviews under way this member can listen in: their candidates agreed to be heard, and a room is open. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { eligible } from '../../regions/eligible-rules.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { DECIDERS } from '../decisions/decision-rules.ts';
import { consents, tenants } from '../tables.ts';
import { calls } from '../tables-beside.ts';

/** Their ids. A hint for the page: whether a pass is given is decided when it is asked for. */
export async function listenable(
  region: Region,
  actor: MemberActor,
  interviewIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (region.makers.calls.length === 0 || interviewIds.length === 0 || !mayListen(actor)) return new Set();
  const newest = sql`(select ${consents.given} from ${consents}
    where ${consents.interviewId} = ${calls.interviewId} and ${consents.purpose} = 'recording'
    order by ${consents.at} desc, ${consents.id} desc limit 1)`;
  const [open, [tenant]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ id: calls.interviewId })
      .from(calls)
      .where(
        and(
          eq(calls.tenantId, actor.tenantId),
          inArray(calls.interviewId, [...interviewIds]),
          isNull(calls.closedAt),
          sql`${newest} is true`,
        ),
      ),
    db.select({ processing: tenants.processing }).from(tenants).where(eq(tenants.id, actor.tenantId)),
  ]);
  const maker = tenant !== undefined && eligible(region.makers.calls, tenant.processing).length > 0;
  return new Set(maker ? open.map(({ id }) => id) : []);
}

function mayListen({ role }: MemberActor): boolean {
  return DECIDERS.some((one) => one === role);
}

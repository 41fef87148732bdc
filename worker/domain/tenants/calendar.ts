/** The columns of a tenant that its calendar is made of, for a query that joins `tenants`; and setting them. */
import { eq } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { tenants } from '../tables.ts';

export const calendarFields = { country: tenants.country, zone: tenants.zone };

export async function setCalendar(
  region: Region,
  actor: MemberActor,
  chosen: { country: string; zone: string },
): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.update(tenants).set(chosen).where(eq(tenants.id, actor.tenantId)),
    audited(region, actor, db, { action: 'tenant.calendar', object: actor.tenantId, detail: chosen }),
  ]);
}

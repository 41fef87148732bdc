/** The maker of calls that an interview's tenant may use. */
import { eq } from 'drizzle-orm';
import type { Calls } from '../../providers/calls/calls.ts';
import { eligible } from '../../regions/eligible-rules.ts';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { tenants } from '../tables.ts';

/** Null when there is none. */
export async function callsMaker(region: Region, actor: SystemActor): Promise<Calls | null> {
  if (region.makers.calls.length === 0) return null;
  const [[tenant]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.select({ processing: tenants.processing }).from(tenants).where(eq(tenants.id, actor.tenantId)),
  ]);
  return tenant === undefined ? null : (eligible(region.makers.calls, tenant.processing)[0] ?? null);
}

/** Who is signed in, and where their tenant rests. */
import { eq } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { tenants } from '../tables.ts';
import { USUAL } from '../tenants/calendar-rules.ts';

export async function readMe(region: Region, actor: MemberActor) {
  const [found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.select().from(tenants).where(eq(tenants.id, actor.tenantId)),
  ]);
  const tenant = found[0];
  return {
    member: { id: actor.memberId, name: actor.name, email: actor.email, role: actor.role },
    tenant: {
      id: actor.tenantId,
      name: tenant?.name ?? '',
      createdAt: tenant?.createdAt.toISOString() ?? '',
      country: tenant?.country ?? USUAL[region.id].country,
      zone: tenant?.zone ?? USUAL[region.id].zone,
    },
    session: actor.sessionId,
  };
}

/** How long a member's session may rest, as the tenant sets it. */
import { eq } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { tenants } from '../tables.ts';

/** Holds at once, for sessions that are open too. */
export async function setSessionIdle(
  region: Region,
  actor: MemberActor,
  { idleMinutes }: { idleMinutes: number },
): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.update(tenants).set({ sessionIdleMinutes: idleMinutes }).where(eq(tenants.id, actor.tenantId)),
    audited(region, actor, db, {
      action: 'tenant.session-idle',
      object: actor.tenantId,
      detail: { minutes: idleMinutes },
    }),
  ]);
}

/** What an invitation needs to know about its role: the plan that holds now, the promise, whose name stands under the mail. */
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { plans, roles, tenants } from '../tables.ts';

export interface InvitingFacts {
  tenant: string;
  role: typeof roles.$inferSelect;
  plan: typeof plans.$inferSelect;
}

/** @throws Problem not_found; conflict when the role is closed; plan_not_ready when no plan is published */
export async function invitingFacts(region: Region, actor: MemberActor, roleId: string): Promise<InvitingFacts> {
  const [tenant, role, plan] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.select().from(tenants).where(eq(tenants.id, actor.tenantId)),
    db
      .select()
      .from(roles)
      .where(and(eq(roles.tenantId, actor.tenantId), eq(roles.id, roleId))),
    db
      .select()
      .from(plans)
      .where(and(eq(plans.tenantId, actor.tenantId), eq(plans.roleId, roleId), isNotNull(plans.publishedAt)))
      .orderBy(desc(plans.version))
      .limit(1),
  ]);
  if (role[0] === undefined) throw new Problem('not_found');
  if (role[0].archivedAt !== null) throw new Problem('conflict', { detail: 'The role is closed.' });
  if (plan[0] === undefined) throw new Problem('plan_not_ready', { detail: 'No plan of this role is published.' });
  return { tenant: tenant[0]?.name ?? '', role: role[0], plan: plan[0] };
}

/** A role made from another: its plan as a draft, its words, its team; none of its people. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { plans, roles } from '../tables.ts';
import { roleMembers } from '../tables-beside.ts';

/** @throws Problem not_found */
export async function copyRole(
  region: Region,
  actor: MemberActor,
  input: { roleId: string; title: string },
): Promise<{ id: string }> {
  const id = makeId(region.id, 'role', region.random(16));
  const now = region.now();
  await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const [role] = await tx
      .select()
      .from(roles)
      .where(and(eq(roles.tenantId, actor.tenantId), eq(roles.id, input.roleId)));
    if (role === undefined) throw new Problem('not_found');
    const [plan] = await tx
      .select()
      .from(plans)
      .where(and(eq(plans.tenantId, actor.tenantId), eq(plans.roleId, role.id)))
      .orderBy(desc(plans.version))
      .limit(1);
    await tx
      .insert(roles)
      .values({ ...role, id, title: input.title, createdBy: actor.memberId, createdAt: now, archivedAt: null });
    if (plan !== undefined) {
      await tx.insert(plans).values({
        id: makeId(region.id, 'plan', region.random(16)),
        tenantId: actor.tenantId,
        roleId: id,
        version: 1,
        content: { ...plan.content, title: input.title },
        madeBy: plan.madeBy,
        createdBy: actor.memberId,
        createdAt: now,
        updatedAt: now,
      });
    }
    await tx.execute(sql`insert into ${roleMembers} (tenant_id, role_id, member_id)
      select tenant_id, ${id}, member_id from ${roleMembers}
      where role_id = ${role.id} and tenant_id = ${actor.tenantId}`);
    await audited(region, actor, tx, { action: 'role.copied', object: id, detail: { from: role.id } });
  });
  return { id };
}

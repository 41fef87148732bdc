/** Who may see a role: everybody of the tenant, or its own team with the owners and admins. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { members, roles } from '../tables.ts';
import { roleMembers } from '../tables-beside.ts';
import { seesEveryRole } from './role-team-rules.ts';

/** @throws Problem not_found */
export async function readRoleTeam(region: Region, actor: MemberActor, roleId: string) {
  const [[role], everybody, chosen] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ teamOnly: roles.teamOnly })
      .from(roles)
      .where(and(eq(roles.tenantId, actor.tenantId), eq(roles.id, roleId))),
    db
      .select({ id: members.id, name: members.name, role: members.role })
      .from(members)
      .where(and(eq(members.tenantId, actor.tenantId), isNull(members.disabledAt)))
      .orderBy(asc(members.name), asc(members.id)),
    db
      .select({ id: roleMembers.memberId })
      .from(roleMembers)
      .where(and(eq(roleMembers.tenantId, actor.tenantId), eq(roleMembers.roleId, roleId))),
  ]);
  if (role === undefined) throw new Problem('not_found');
  const own = new Set(chosen.map(({ id }) => id));
  return {
    teamOnly: role.teamOnly,
    members: everybody.map((one) => ({ ...one, always: seesEveryRole(one.role), sees: own.has(one.id) })),
  };
}

/**
 * Opens a role to everybody, or to these members beside the owners and admins. Whoever does it stays on the team.
 * @throws Problem not_found; invalid_input for somebody who is no member
 */
export async function changeRoleTeam(
  region: Region,
  actor: MemberActor,
  input: { roleId: string; teamOnly: boolean; members: readonly string[] },
): Promise<void> {
  const { roleId, teamOnly } = input;
  const chosen = [...new Set(seesEveryRole(actor.role) ? input.members : [...input.members, actor.memberId])];
  await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const changed = await tx
      .update(roles)
      .set({ teamOnly })
      .where(and(eq(roles.tenantId, actor.tenantId), eq(roles.id, roleId)))
      .returning({ id: roles.id });
    if (changed.length === 0) throw new Problem('not_found');
    const known =
      chosen.length === 0
        ? []
        : await tx
            .select({ id: members.id })
            .from(members)
            .where(and(eq(members.tenantId, actor.tenantId), inArray(members.id, chosen)));
    if (known.length !== chosen.length)
      throw new Problem('invalid_input', { fields: [{ pointer: '/members', detail: 'no member' }] });
    await tx.delete(roleMembers).where(and(eq(roleMembers.tenantId, actor.tenantId), eq(roleMembers.roleId, roleId)));
    if (chosen.length > 0) {
      await tx
        .insert(roleMembers)
        .values(chosen.map((memberId) => ({ tenantId: actor.tenantId, roleId, memberId, createdAt: region.now() })));
    }
    await audited(region, actor, tx, {
      action: 'role.team-changed',
      object: roleId,
      detail: { teamOnly, members: chosen.length },
    });
  });
}

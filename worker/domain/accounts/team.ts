/** The people of a tenant and what each may do. There is always an owner who can sign in. */
import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { putOutListener } from '../calls/listeners.ts';
import { DECIDERS } from '../decisions/decision-rules.ts';
import { memberSessions, members, tenants } from '../tables.ts';
import type { MemberRole } from '../vocabulary.ts';
import { mayGive, welcomeMail } from './team-rules.ts';

export async function listTeam(region: Region, actor: MemberActor) {
  const [found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.select().from(members).where(eq(members.tenantId, actor.tenantId)).orderBy(asc(members.createdAt)),
    audited(region, actor, db, { action: 'team.read', object: actor.tenantId }),
  ]);
  return found.map((one) => ({
    id: one.id,
    name: one.name,
    email: one.email,
    role: one.role,
    createdAt: one.createdAt.toISOString(),
    disabledAt: one.disabledAt?.toISOString() ?? null,
  }));
}

/**
 * Adds a member, who gets a mail that says where to sign in. One who left before comes back.
 * @throws Problem not_allowed for a role above one's own, conflict when the address is a member already
 */
export async function addMember(
  region: Region,
  actor: MemberActor,
  input: { name: string; email: string; role: MemberRole },
): Promise<{ id: string }> {
  if (!mayGive(actor.role, input.role)) throw new Problem('not_allowed');
  const { name, email, role } = input;
  const added = await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const [known] = await tx
      .select()
      .from(members)
      .where(and(eq(members.tenantId, actor.tenantId), eq(members.email, email)))
      .for('update');
    if (known !== undefined && known.disabledAt === null) {
      throw new Problem('conflict', { fields: [{ pointer: '/email', detail: 'already a member' }] });
    }
    if (known !== undefined && !mayGive(actor.role, known.role)) throw new Problem('not_allowed');
    const id = known?.id ?? makeId(region.id, 'member', region.random(16));
    if (known === undefined) {
      await tx.insert(members).values({ id, tenantId: actor.tenantId, email, name, role, createdAt: region.now() });
    } else {
      await tx.update(members).set({ name, role, disabledAt: null }).where(eq(members.id, id));
    }
    await audited(region, actor, tx, { action: 'member.added', object: id, detail: { role } });
    const [tenant] = await tx.select().from(tenants).where(eq(tenants.id, actor.tenantId));
    return { id, tenant: tenant?.name ?? '' };
  });
  const mailId = makeId(region.id, 'mail', region.random(16));
  await region.mail.send({
    id: mailId,
    tenantId: actor.tenantId,
    to: email,
    ...welcomeMail({ name, tenant: added.tenant, by: actor.name, email, origin: region.origin, region: region.id }),
    purpose: 'member-added',
    idempotencyKey: `member-added:${mailId}`,
  });
  return { id: added.id };
}

/**
 * Changes what a member may do, or takes them off the team: their sessions end, their name stays on what they did.
 * @throws Problem not_found; not_allowed above one's own role; conflict when no owner would be left
 */
export async function changeMember(
  region: Region,
  actor: MemberActor,
  input: { memberId: string; role?: MemberRole | undefined; active?: boolean | undefined },
): Promise<void> {
  const after = await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const [known] = await tx
      .select()
      .from(members)
      .where(and(eq(members.tenantId, actor.tenantId), eq(members.id, input.memberId)))
      .for('update');
    if (known === undefined) throw new Problem('not_found');
    const role = input.role ?? known.role;
    if (!mayGive(actor.role, known.role) || !mayGive(actor.role, role)) throw new Problem('not_allowed');
    const active = input.active ?? known.disabledAt === null;
    if (known.role === 'owner' && (role !== 'owner' || !active)) {
      const others = await tx
        .select({ id: members.id })
        .from(members)
        .where(
          and(
            eq(members.tenantId, actor.tenantId),
            eq(members.role, 'owner'),
            isNull(members.disabledAt),
            ne(members.id, known.id),
          ),
        )
        .for('update');
      if (others.length === 0) throw new Problem('conflict', { detail: 'The last owner stays.' });
    }
    const now = region.now();
    await tx
      .update(members)
      .set({ role, disabledAt: active ? null : (known.disabledAt ?? now) })
      .where(and(eq(members.tenantId, actor.tenantId), eq(members.id, known.id)));
    if (!active) {
      await tx
        .update(memberSessions)
        .set({ revokedAt: now })
        .where(
          and(
            eq(memberSessions.tenantId, actor.tenantId),
            eq(memberSessions.memberId, known.id),
            isNull(memberSessions.revokedAt),
          ),
        );
    }
    await audited(region, actor, tx, { action: 'member.changed', object: known.id, detail: { role, active } });
    return { role, active };
  });
  const decides = DECIDERS.some((one) => one === after.role);
  if (!after.active || !decides) await putOutListener(region, actor, input.memberId);
}

/** Sessions of members: an idle and an absolute end, a list to revoke from; the database holds digests only. */
import { and, desc, eq, gt, isNull, notExists, sql } from 'drizzle-orm';
import { makeId, makeSecret } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import type { Queries } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { seesEveryRole } from '../roles/role-team-rules.ts';
import { memberSessions, members, roles, tenants } from '../tables.ts';
import { roleMembers } from '../tables-beside.ts';

/** `seen_at` is written at most this often, so that reading stays reading. */
const SEEN_EVERY_MS = 60_000;

/** Opens a session for a member who proved their address; returns the secret for the cookie. */
export async function openMemberSession(
  region: Region,
  member: { id: string; tenantId: string; role: MemberActor['role']; name: string; email: string },
  device: string,
): Promise<{ secret: string; expiresAt: Date; actor: MemberActor }> {
  const secret = makeSecret(region.id, region.random(32));
  const now = region.now();
  const expiresAt = new Date(now.getTime() + LIMITS.memberSession.absoluteMs);
  const actor: MemberActor = {
    kind: 'member',
    tenantId: member.tenantId,
    memberId: member.id,
    sessionId: makeId(region.id, 'memberSession', region.random(16)),
    role: member.role,
    name: member.name,
    email: member.email,
    // Read with every later request; this one reads nobody.
    hiddenRoles: [],
  };
  const digest = await region.digests.digest('session', secret);
  await region.database.batch({ tenant: member.tenantId }, (db) => [
    db.insert(memberSessions).values({
      id: actor.sessionId,
      tenantId: member.tenantId,
      memberId: member.id,
      digest,
      device: device.slice(0, LIMITS.text.userAgent),
      createdAt: now,
      seenAt: now,
      expiresAt,
    }),
    audited(region, actor, db, { action: 'session.opened', object: actor.sessionId }),
  ]);
  return { secret, expiresAt, actor };
}

/**
 * The member behind a cookie's secret, or null when it is unknown, over, at rest for longer than the tenant lets it, or
 * revoked. `byItself`: an open page asks without anybody doing anything, which keeps no session alive.
 */
export async function memberOfSession(
  region: Region,
  secret: string,
  { byItself }: { byItself: boolean },
): Promise<MemberActor | null> {
  for (const digest of await region.digests.every('session', secret)) {
    const actor = await memberOfDigest(region, digest, byItself);
    if (actor !== null) return actor;
  }
  return null;
}

async function memberOfDigest(region: Region, digest: string, byItself: boolean): Promise<MemberActor | null> {
  const now = region.now();
  const [rows] = await region.database.batch({ digest }, (db) => [
    db
      .select()
      .from(memberSessions)
      .where(
        and(
          eq(memberSessions.digest, digest),
          isNull(memberSessions.revokedAt),
          gt(memberSessions.expiresAt, now),
          gt(memberSessions.seenAt, new Date(now.getTime() - LIMITS.memberSession.idleMaxMs)),
        ),
      ),
  ]);
  const session = rows[0];
  if (session === undefined) return null;
  const [people, hidden] = await region.database.batch({ tenant: session.tenantId }, (db) => [
    db
      .select({ member: members, idleMinutes: tenants.sessionIdleMinutes })
      .from(members)
      .innerJoin(tenants, eq(tenants.id, members.tenantId))
      .where(and(eq(members.id, session.memberId), isNull(members.disabledAt))),
    rolesOfOtherTeams(db, session),
    ...(byItself || now.getTime() - session.seenAt.getTime() < SEEN_EVERY_MS
      ? []
      : [
          db
            .update(memberSessions)
            .set({ seenAt: now })
            // One that has rested too long is not woken by being asked about.
            .where(and(eq(memberSessions.id, session.id), gt(memberSessions.seenAt, restedSince(now)))),
        ]),
  ]);
  const found = people[0];
  if (found === undefined) return null;
  const { member, idleMinutes } = found;
  if (now.getTime() - session.seenAt.getTime() >= idleMinutes * 60_000) return null;
  return {
    kind: 'member',
    tenantId: member.tenantId,
    memberId: member.id,
    sessionId: session.id,
    role: member.role,
    name: member.name,
    email: member.email,
    hiddenRoles: seesEveryRole(member.role) ? [] : hidden.map(({ id }) => id),
  };
}

function rolesOfOtherTeams(db: Queries, { tenantId, memberId }: { tenantId: string; memberId: string }) {
  const onTeam = db
    .select({ id: roleMembers.roleId })
    .from(roleMembers)
    .where(and(eq(roleMembers.roleId, roles.id), eq(roleMembers.memberId, memberId)));
  return db
    .select({ id: roles.id })
    .from(roles)
    .where(and(eq(roles.tenantId, tenantId), eq(roles.teamOnly, true), notExists(onTeam)));
}

function restedSince(now: Date) {
  const idle = sql`(select ${tenants.sessionIdleMinutes} from ${tenants} where ${tenants.id} = ${memberSessions.tenantId})`;
  return sql<Date>`${now.toISOString()}::timestamptz - ${idle} * interval '1 minute'`;
}

/** The member's own open sessions, newest first. */
export async function listMemberSessions(region: Region, actor: MemberActor) {
  const [rows] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select()
      .from(memberSessions)
      .where(
        and(
          eq(memberSessions.tenantId, actor.tenantId),
          eq(memberSessions.memberId, actor.memberId),
          isNull(memberSessions.revokedAt),
          gt(memberSessions.expiresAt, region.now()),
        ),
      )
      .orderBy(desc(memberSessions.seenAt)),
  ]);
  return rows;
}

/** Revokes one of the member's own sessions; one that is not theirs is left as it is. */
export async function revokeMemberSession(region: Region, actor: MemberActor, sessionId: string): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .update(memberSessions)
      .set({ revokedAt: region.now() })
      .where(
        and(
          eq(memberSessions.id, sessionId),
          eq(memberSessions.tenantId, actor.tenantId),
          eq(memberSessions.memberId, actor.memberId),
        ),
      ),
    audited(region, actor, db, { action: 'session.revoked', object: sessionId }),
  ]);
}

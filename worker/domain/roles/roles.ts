/** The roles that a tenant hires for. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import { TEAM_KEEPERS } from '../accounts/team-rules.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { countGroups } from '../pipeline/pipeline-rules.ts';
import { interviews, plans, roles } from '../tables.ts';

/** All roles, open ones first and newest first, with what their plans and their people stand at. */
export async function listRoles(region: Region, actor: MemberActor) {
  const [found, versions, states] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select()
      .from(roles)
      .where(eq(roles.tenantId, actor.tenantId))
      .orderBy(sql`${roles.archivedAt} nulls first`, desc(roles.createdAt), asc(roles.id)),
    db
      .select({ roleId: plans.roleId, version: plans.version, publishedAt: plans.publishedAt })
      .from(plans)
      .where(eq(plans.tenantId, actor.tenantId)),
    db
      .select({ roleId: interviews.roleId, state: interviews.state, count: sql<number>`count(*)::int` })
      .from(interviews)
      .where(eq(interviews.tenantId, actor.tenantId))
      .groupBy(interviews.roleId, interviews.state),
  ]);
  return found.map((role) => ({
    ...told(role),
    ...versionsOf(versions.filter((plan) => plan.roleId === role.id)),
    counts: countGroups(states.filter((one) => one.roleId === role.id)),
  }));
}

/** The newest published version and the draft that follows it, each null when there is none. */
function versionsOf(versions: readonly { version: number; publishedAt: Date | null }[]) {
  const of = (published: boolean) =>
    versions.filter((plan) => (plan.publishedAt !== null) === published).map((plan) => plan.version);
  const [published, drafts] = [of(true), of(false)];
  return {
    planVersion: published.length === 0 ? null : Math.max(...published),
    draftVersion: drafts.length === 0 ? null : Math.max(...drafts),
  };
}

function told(role: typeof roles.$inferSelect) {
  return {
    id: role.id,
    title: role.title,
    location: role.location,
    decisionDays: role.decisionDays,
    blind: role.blind,
    createdAt: role.createdAt.toISOString(),
    archivedAt: role.archivedAt?.toISOString() ?? null,
  };
}

export interface RoleInput {
  title: string;
  location: string;
  decisionDays: number;
}

export async function createRole(region: Region, actor: MemberActor, input: RoleInput): Promise<{ id: string }> {
  const id = makeId(region.id, 'role', region.random(16));
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.insert(roles).values({
      id,
      tenantId: actor.tenantId,
      ...input,
      createdBy: actor.memberId,
      createdAt: region.now(),
    }),
    audited(region, actor, db, { action: 'role.created', object: id }),
  ]);
  return { id };
}

/** @throws Problem not_found */
export async function readRole(region: Region, actor: MemberActor, roleId: string) {
  const [found, versions] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select()
      .from(roles)
      .where(and(eq(roles.tenantId, actor.tenantId), eq(roles.id, roleId))),
    db
      .select({ version: plans.version, publishedAt: plans.publishedAt })
      .from(plans)
      .where(and(eq(plans.tenantId, actor.tenantId), eq(plans.roleId, roleId))),
  ]);
  const role = found[0];
  if (role === undefined) throw new Problem('not_found');
  return { ...told(role), ...versionsOf(versions) };
}

/**
 * Changes what a role is called and promises, or closes and reopens it; interviews that run go on. Names that were hidden
 * are shown again only by whoever keeps the team, and that stands in the log by itself.
 * @throws Problem not_found, not_allowed
 */
export async function changeRole(
  region: Region,
  actor: MemberActor,
  input: { roleId: string; archived?: boolean | undefined; blind?: boolean | undefined } & {
    [K in keyof RoleInput]?: RoleInput[K] | undefined;
  },
): Promise<void> {
  const { title, location, decisionDays, archived, blind } = input;
  if (blind === false && !TEAM_KEEPERS.some((role) => role === actor.role)) throw new Problem('not_allowed');
  await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const changed = await tx
      .update(roles)
      .set({
        // What is undefined is left as it is; the id keeps the statement whole when all else is.
        id: input.roleId,
        title,
        location,
        decisionDays,
        blind,
        archivedAt: archived === undefined ? undefined : archived ? region.now() : null,
      })
      .where(and(eq(roles.tenantId, actor.tenantId), eq(roles.id, input.roleId)))
      .returning({ id: roles.id });
    if (changed.length === 0) throw new Problem('not_found');
    await audited(region, actor, tx, {
      action: actionOf(archived, blind),
      object: input.roleId,
      ...(blind === undefined ? {} : { detail: { blind } }),
    });
  });
}

function actionOf(archived: boolean | undefined, blind: boolean | undefined): string {
  if (archived !== undefined) return archived ? 'role.archived' : 'role.reopened';
  return blind === false ? 'role.names-shown' : 'role.changed';
}

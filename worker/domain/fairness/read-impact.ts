/** How groups of candidates fared in one role, as far as it may be shown; and by what it is measured. */
import { and, asc, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { roles, tenants } from '../tables.ts';
import { impactOf, type Measured } from './impact-rules.ts';

const countsSchema = v.array(
  v.object({
    question: v.string(),
    answer: v.string(),
    decided: v.number(),
    selected: v.number(),
    scored: v.number(),
    reached: v.number(),
  }),
);

export interface FairnessSettings {
  asks: boolean;
  percent: number;
  level: number;
}

/** @throws Problem not_found */
export async function readFairness(region: Region, actor: MemberActor) {
  const [[tenant], found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ asks: tenants.asksAboutPeople, percent: tenants.impactPercent, level: tenants.impactLevel })
      .from(tenants)
      .where(eq(tenants.id, actor.tenantId)),
    db
      .select({ id: roles.id, title: roles.title })
      .from(roles)
      .where(eq(roles.tenantId, actor.tenantId))
      .orderBy(asc(roles.title), asc(roles.id))
      .limit(LIMITS.http.pageSize),
  ]);
  if (tenant === undefined) throw new Problem('not_found');
  return { ...tenant, roles: found };
}

/**
 * One role at a time, so that no whole can be had from which one role is taken.
 * @throws Problem not_found
 */
export async function readImpact(region: Region, actor: MemberActor, roleId: string): Promise<Measured[]> {
  const mine = and(eq(roles.id, roleId), eq(roles.tenantId, actor.tenantId));
  const [[role], [tenant]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.select({ id: roles.id }).from(roles).where(mine),
    db
      .select({ percent: tenants.impactPercent, level: tenants.impactLevel })
      .from(tenants)
      .where(eq(tenants.id, actor.tenantId)),
    audited(region, actor, db, { action: 'fairness.read', object: roleId }),
  ]);
  if (role === undefined || tenant === undefined) throw new Problem('not_found');
  const counted = await region.database.transaction({ tenant: actor.tenantId }, async (tx) =>
    tx.execute(sql`select * from demographic_counts(${roleId}, ${tenant.level}::int)`),
  );
  const { least, fewBelow } = LIMITS.fairness;
  return impactOf(v.parse(countsSchema, counted.rows), { least, fewBelow, percent: tenant.percent });
}

export async function setFairness(region: Region, actor: MemberActor, input: FairnessSettings): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .update(tenants)
      .set({ asksAboutPeople: input.asks, impactPercent: input.percent, impactLevel: input.level })
      .where(eq(tenants.id, actor.tenantId)),
    audited(region, actor, db, { action: 'tenant.fairness', object: actor.tenantId, detail: { ...input } }),
  ]);
}

/** What a tenant spends in a month, and the cap that its owners set to it. */
import { eq } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { tenants } from '../tables.ts';
import { mayKeepBooks } from './interview-spend.ts';
import { monthSpend } from './month-spend.ts';

export interface TenantSpend {
  /** Since the month began. */
  monthMicros: number;
  capMicros: number | null;
}

export async function tenantSpend(region: Region, actor: MemberActor): Promise<TenantSpend> {
  const [[month], [tenant]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    monthSpend(db, actor.tenantId, region.now()),
    db.select({ cap: tenants.spendCapMicros }).from(tenants).where(eq(tenants.id, actor.tenantId)),
  ]);
  return { monthMicros: month?.micros ?? 0, capMicros: tenant?.cap ?? null };
}

/**
 * Sets or lifts the cap; interviews that are under way keep the one they began with.
 * @throws Problem not_allowed
 */
export async function setSpendCap(
  region: Region,
  actor: MemberActor,
  { capMicros }: { capMicros: number | null },
): Promise<void> {
  if (!mayKeepBooks(actor)) throw new Problem('not_allowed');
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.update(tenants).set({ spendCapMicros: capMicros }).where(eq(tenants.id, actor.tenantId)),
    audited(region, actor, db, { action: 'tenant.spend-cap', object: actor.tenantId, detail: { capMicros } }),
  ]);
}

/** What a tenant has spent since the month began, on interviews and on drafting plans, as a query for a batch. */
import { and, eq, gte, sql } from 'drizzle-orm';
import type { Queries } from '../../providers/database/database.ts';
import { interviewSpend, planSpend } from '../tables-beside.ts';
import { monthStart } from './spend-rules.ts';

export function monthSpend(db: Queries, tenantId: string, now: Date) {
  const since = monthStart(now);
  const drafting = db
    .select({ micros: sql`coalesce(sum(${planSpend.micros}), 0)` })
    .from(planSpend)
    .where(and(eq(planSpend.tenantId, tenantId), gte(planSpend.at, since)));
  return db
    .select({ micros: sql<number>`(coalesce(sum(${interviewSpend.micros}), 0) + (${drafting}))::float` })
    .from(interviewSpend)
    .where(and(eq(interviewSpend.tenantId, tenantId), gte(interviewSpend.updatedAt, since)));
}

/** What a tenant has spent since the month began, as a query for a batch. */
import { and, eq, gte, sql } from 'drizzle-orm';
import type { Queries } from '../../providers/database/database.ts';
import { interviewSpend } from '../tables-beside.ts';
import { monthStart } from './spend-rules.ts';

export function monthSpend(db: Queries, tenantId: string, now: Date) {
  return db
    .select({ micros: sql<number>`coalesce(sum(${interviewSpend.micros}), 0)::float` })
    .from(interviewSpend)
    .where(and(eq(interviewSpend.tenantId, tenantId), gte(interviewSpend.updatedAt, monthStart(now))));
}

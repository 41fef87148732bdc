/** What one interview has cost, all its parts together, for those who keep a tenant's books. */
import { and, eq, sql } from 'drizzle-orm';
import type { Queries } from '../../providers/database/database.ts';
import type { MemberActor } from '../actors.ts';
import { interviewSpend } from '../tables-beside.ts';

/** Nulls where nothing was spent. */
export function interviewSpendOf(db: Queries, actor: MemberActor, interviewId: string) {
  return db
    .select({
      micros: sql<number | null>`sum(${interviewSpend.micros})::float`,
      /** A provider did something for the talk itself. */
      worked: sql<boolean | null>`bool_or(${interviewSpend.part} = 'talk'
        and jsonb_path_exists(${interviewSpend.detail}, '$.lines[*] ? (@.maker != "platform")'))`,
    })
    .from(interviewSpend)
    .where(and(eq(interviewSpend.interviewId, interviewId), eq(interviewSpend.tenantId, actor.tenantId)));
}

export function mayKeepBooks({ role }: MemberActor): boolean {
  return role === 'owner' || role === 'admin';
}

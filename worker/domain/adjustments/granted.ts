/** What was arranged for an interview, for the queries of those who carry it out. Nothing that scores may read this. */
import { type SQL, sql } from 'drizzle-orm';
import { interviews } from '../tables.ts';
import type { Granted } from './adjustments-shape.ts';

/** For a query that joins `interviews`: the newest arrangement, null where there is none. */
export const grantedOf: SQL<Granted | null> = sql<Granted | null>`(select json_build_object('number', a.number,
    'adjustments', a.content) from adjustments a where a.interview_id = ${interviews.id}
    and a.tenant_id = ${interviews.tenantId} order by a.number desc limit 1)`;

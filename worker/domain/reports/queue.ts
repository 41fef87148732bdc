/** Where a report stands among those of its role that wait for a decision, in the pipeline's order. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Queries } from '../../providers/database/database.ts';
import type { MemberActor } from '../actors.ts';
import { statesOf } from '../pipeline/pipeline-rules.ts';
import { interviews } from '../tables.ts';

/** Nobody pages through more than this from report to report; the pipeline holds the rest. */
const QUEUE_SHOWN = 200;

export function queueRows(db: Queries, actor: MemberActor, interviewId: string) {
  return db
    .select({ id: interviews.id })
    .from(interviews)
    .where(
      and(
        eq(interviews.tenantId, actor.tenantId),
        sql`${interviews.roleId} = (select own.role_id from interviews own where own.id = ${interviewId})`,
        inArray(interviews.state, statesOf('to-decide')),
      ),
    )
    .orderBy(asc(interviews.pipelineRank), sql`coalesce(${interviews.decisionDueAt}, 'infinity')`, asc(interviews.id))
    .limit(QUEUE_SHOWN);
}

/** `place` is 0 for a report that no longer waits; its next one is then the first that does. */
export function queueOf(rows: readonly { id: string }[], interviewId: string) {
  const index = rows.findIndex(({ id }) => id === interviewId);
  return {
    place: index + 1,
    of: rows.length,
    previous: rows[index - 1]?.id ?? null,
    next: rows[index + 1]?.id ?? null,
  };
}

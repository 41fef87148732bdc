/** Sound that came and could not be sealed: its parts stay as they came, and both sides are told how much it is. */
import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { Queries } from '../../providers/database/database.ts';
import { interviews, recordingParts } from '../tables.ts';

/** Until then parts are on their way to be sealed. */
const NOT_SEALED_YET = ['opened', 'in-interview', 'sealing'] as const;

/** One row with the length of what could not be sealed, 0 where all was or nothing came. */
export function unsealedOf(db: Queries, { tenantId }: { tenantId: string }, interviewId: string) {
  return db
    .select({ unsealedMs: sql<number>`coalesce(sum(${recordingParts.durationMs}), 0)::int` })
    .from(recordingParts)
    .innerJoin(interviews, eq(interviews.id, recordingParts.interviewId))
    .where(
      and(
        eq(recordingParts.interviewId, interviewId),
        eq(recordingParts.tenantId, tenantId),
        notInArray(interviews.state, [...NOT_SEALED_YET]),
      ),
    );
}

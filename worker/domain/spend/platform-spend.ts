/** Keeps what an interview cost the installation itself, once its talk is over. */
import { and, eq, sql } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { interviews, turns } from '../tables.ts';
import { platformUse } from './platform-rules.ts';
import { saveSpend } from './save-spend.ts';
import { addPlatform, emptyMeter } from './spend-rules.ts';

export async function savePlatformSpend(
  region: Region,
  actor: SystemActor,
  recording: { parts: number; bytes: number },
): Promise<void> {
  const { tenantId, interviewId } = actor;
  const lengthOf = (speaker: 'candidate' | 'interviewer') =>
    sql<number>`coalesce(sum(${turns.endMs} - ${turns.startMs}) filter (where ${turns.speaker} = ${speaker}), 0)::int`;
  const [[interview], [talk]] = await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .select({ startedAt: interviews.startedAt, endedAt: interviews.endedAt })
      .from(interviews)
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, tenantId))),
    db
      .select({ turns: sql<number>`count(*)::int`, heardMs: lengthOf('candidate'), spokenMs: lengthOf('interviewer') })
      .from(turns)
      .where(and(eq(turns.interviewId, interviewId), eq(turns.tenantId, tenantId))),
  ]);
  if (talk === undefined) return;
  const [from, to] = [interview?.startedAt ?? null, interview?.endedAt ?? null];
  const lengthMs = from === null || to === null ? 0 : Math.max(0, to.getTime() - from.getTime());
  const meter = addPlatform(emptyMeter(), platformUse({ ...talk, ...recording, lengthMs }));
  await saveSpend(region, actor, { meter, part: 'platform' });
}

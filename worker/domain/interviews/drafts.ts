/** Words that are not yet an answer, kept so that a reload goes on where it was. */
import { and, eq } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { TenantActor } from '../actors.ts';
import { drafts, type SpokenSegment } from '../tables.ts';

export interface Draft {
  text: string;
  segments: SpokenSegment[];
}

export async function saveDraft(region: Region, actor: TenantActor, interviewId: string, draft: Draft): Promise<void> {
  const row = { interviewId, tenantId: actor.tenantId, ...draft, updatedAt: region.now() };
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .insert(drafts)
      .values(row)
      .onConflictDoUpdate({
        target: drafts.interviewId,
        set: { text: draft.text, segments: draft.segments, updatedAt: row.updatedAt },
      }),
  ]);
}

export async function readDraft(region: Region, actor: TenantActor, interviewId: string): Promise<Draft> {
  const [rows] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select()
      .from(drafts)
      .where(and(eq(drafts.interviewId, interviewId), eq(drafts.tenantId, actor.tenantId))),
  ]);
  return { text: rows[0]?.text ?? '', segments: rows[0]?.segments ?? [] };
}

/**
 * Joins the parts of a recording into the one file that the report plays. Sealing twice is sealing once: a row in
 * `recordings` says that it is done, and the parts go only after that row is there.
 */
import { and, eq, or, sql } from 'drizzle-orm';
import { sha256Hex } from '../../digest.ts';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { type PartName, sealRecording } from '../recordings/seal.ts';
import { savePlatformSpend } from '../spend/platform-spend.ts';
import { interviewEvents, interviews, recordingParts, recordings } from '../tables.ts';
import { readConsents } from './consents.ts';
import { stepRow } from './note-step.ts';
import { dropParts } from './withdraw.ts';

export interface SealInput {
  /** How many parts each recorder made, as the room told; what is not there by now is missing. */
  parts: readonly { id: string; parts: number }[];
}

type Part = typeof recordingParts.$inferSelect;

export async function sealInterview(region: Region, actor: SystemActor, input: SealInput): Promise<void> {
  const consents = await readConsents(region, actor);
  // A part that was on its way when consent was taken back is not joined to anything.
  if (!consents.interview || !consents.recording) await dropParts(region, actor);
  const [parts, sealed] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select()
      .from(recordingParts)
      .where(eq(recordingParts.interviewId, actor.interviewId))
      .orderBy(recordingParts.startMs, recordingParts.segment, recordingParts.part),
    db.select({ unsealed: recordings.unsealed }).from(recordings).where(eq(recordings.interviewId, actor.interviewId)),
  ]);
  const unsealed = sealed[0]?.unsealed ?? (await seal(region, actor, parts, input));
  // Parts that hold no sound which can be joined stay as they came.
  const stay = new Set(unsealed.map(nameOf));
  const done = parts.filter((part) => !stay.has(nameOf(part)));
  if (done.length === 0) return;
  await region.files.delete(done.map((part) => part.fileKey));
  const one = (part: Part) => and(eq(recordingParts.segment, part.segment), eq(recordingParts.part, part.part));
  const those = stay.size === 0 ? undefined : or(...done.map(one));
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.delete(recordingParts).where(and(eq(recordingParts.interviewId, actor.interviewId), those)),
  ]);
}

function nameOf({ segment, part }: PartName): string {
  return `${segment}/${part}`;
}

/** The parts that could not be sealed; the sealed file of the others and its row are there then. */
async function seal(region: Region, actor: SystemActor, parts: Part[], input: SealInput): Promise<PartName[]> {
  const missingParts = missing(parts, input);
  const made = parts.length === 0 ? null : await sealRecording(parts.map((part) => readable(region, part)));
  const fileKey = `${actor.tenantId}/${actor.interviewId}/recording.mp4`;
  if (made !== null) await region.files.put(fileKey, made.bytes, 'audio/mp4');
  const hash = made === null ? '' : await sha256Hex(made.bytes);
  const unsealed = made === null ? parts.map(({ segment, part }) => ({ segment, part })) : made.unsealed;
  const lost = { missingParts, unsealedParts: unsealed.length };
  const detail =
    made === null ? { sound: false, ...lost } : { sound: true, hash, durationMs: made.durationMs, ...lost };
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .insert(recordings)
      .select(
        // Without sound there is nothing to keep: the same batch then inserts no row.
        sql`select ${actor.interviewId}, ${actor.tenantId}, ${fileKey}, ${hash}, ${made?.bytes.byteLength ?? 0}::bigint,
          ${made?.durationMs ?? 0}::int, ${made?.initBytes ?? 0}::int, ${JSON.stringify(made?.fragments ?? [])}::jsonb,
          ${made?.peaks ?? ''}, ${missingParts}::int, ${made?.mime ?? ''}, ${JSON.stringify(unsealed)}::jsonb, ${region.now().toISOString()}::timestamptz where ${made !== null}`,
      )
      .onConflictDoNothing(),
    db
      .update(interviews)
      .set({ state: 'scoring' })
      .where(sql`${interviews.id} = ${actor.interviewId} and ${interviews.state} = 'sealing'`),
    db
      .insert(interviewEvents)
      .values(stepRow(actor, { key: 'sealed', kind: 'sealed', detail, at: region.now() }))
      .onConflictDoNothing(),
    audited(region, actor, db, { action: 'recording.sealed', object: actor.interviewId, detail }),
  ]);
  await savePlatformSpend(region, actor, { parts: parts.length, bytes: made?.bytes.byteLength ?? 0 });
  return unsealed;
}

function readable(region: Region, part: Part) {
  const { segment, startMs, durationMs, peaks } = part;
  return {
    segment,
    part: part.part,
    startMs,
    durationMs,
    peaks,
    async bytes(): Promise<Uint8Array> {
      const found = await region.files.bytes(part.fileKey);
      if (found === null) throw new Error('A part of the recording cannot be read');
      return found;
    },
  };
}

function missing(parts: Part[], input: SealInput): number {
  return input.parts.reduce((sum, { id, parts: made }) => {
    const here = parts.filter((part) => part.segment === id).length;
    return sum + Math.max(0, made - here);
  }, 0);
}

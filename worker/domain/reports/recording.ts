/**
 * The sealed recording of an interview, for members. Opening it leaves one audit entry and gives a pass, so that
 * the hundred ranges of one listening are one read and not a hundred; without a pass each range is recorded.
 */
import { and, eq, sql } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { holdsFragments } from '../recordings/mp4-rules.ts';
import { exportOgg } from '../recordings/ogg-rules.ts';
import { mimeOf, OPUS } from '../recordings/sound-format-rules.ts';
import { interviews, recordings } from '../tables.ts';

const PASS_LIVES_MS = 12 * 3_600_000;

export type Recording = typeof recordings.$inferSelect;

/** @throws Problem not_found: also while it is not sealed yet */
export async function openRecording(region: Region, actor: MemberActor, interviewId: string) {
  const recording = await audibly(region, actor, interviewId, 'recording.opened');
  return { recording, pass: await makePass(region, actor, interviewId, region.now().getTime()) };
}

/** The row alone, for a request that shows a pass; with an audit entry for one that does not. */
export async function recordingForPass(
  region: Region,
  actor: MemberActor,
  interviewId: string,
  pass: string | undefined,
): Promise<Recording> {
  if (pass === undefined || !(await isPass(region, actor, interviewId, pass))) {
    return await audibly(region, actor, interviewId, 'recording.read');
  }
  const [found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.select().from(recordings).where(own(actor, interviewId)),
  ]);
  return one(found);
}

/**
 * One ordinary file that any player opens: Ogg where it can hold the packets, else the sealed MP4 itself. A download is
 * always recorded. @throws Problem not_found, storage_unavailable; recording_damaged, where the file is not what was sealed
 */
export async function exportedRecording(
  region: Region,
  actor: MemberActor,
  interviewId: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: string; extension: 'ogg' | 'm4a' }> {
  const recording = await audibly(region, actor, interviewId, 'recording.exported');
  const bytes = await region.files.bytes(recording.fileKey);
  if (bytes === null) throw new Problem('storage_unavailable');
  const sealed = { bytes: new Uint8Array(bytes), fragments: recording.fragments };
  if (!holdsFragments(sealed)) throw new Problem('recording_damaged');
  if (recording.mime !== mimeOf(OPUS)) return { bytes: sealed.bytes, mime: 'audio/mp4', extension: 'm4a' };
  return { bytes: exportOgg(sealed), mime: 'audio/ogg', extension: 'ogg' };
}

async function audibly(region: Region, actor: MemberActor, interviewId: string, action: string): Promise<Recording> {
  const [found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.select().from(recordings).where(own(actor, interviewId)),
    audited(region, actor, db, { action, object: interviewId }),
  ]);
  return one(found);
}

function own(actor: MemberActor, interviewId: string) {
  // Whoever withdrew is heard no more.
  const held = sql`exists (select from ${interviews} where ${interviews.id} = ${recordings.interviewId}
    and ${interviews.state} <> 'withdrawn')`;
  return and(eq(recordings.interviewId, interviewId), eq(recordings.tenantId, actor.tenantId), held);
}

function one(found: Recording[]): Recording {
  const [recording] = found;
  if (recording === undefined) throw new Problem('not_found');
  return recording;
}

async function makePass(region: Region, actor: MemberActor, interviewId: string, atMs: number): Promise<string> {
  return `${atMs}.${await region.digests.digest('recording-pass', passText(actor, interviewId, atMs))}`;
}

async function isPass(region: Region, actor: MemberActor, interviewId: string, pass: string): Promise<boolean> {
  const atMs = Number(pass.split('.')[0]);
  const age = region.now().getTime() - atMs;
  if (!(age >= 0 && age < PASS_LIVES_MS)) return false;
  const every = await region.digests.every('recording-pass', passText(actor, interviewId, atMs));
  return every.some((digest) => pass === `${atMs}.${digest}`);
}

function passText(actor: MemberActor, interviewId: string, atMs: number): string {
  return `${actor.sessionId}:${interviewId}:${atMs}`;
}

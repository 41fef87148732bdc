/** Keeps one part of a recording: the same part again is the same part, another content under its name is refused. */
import { and, eq, sql } from 'drizzle-orm';
import { sha256Hex } from '../../digest.ts';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { CandidateActor } from '../actors.ts';
import { mayStore, storedToday } from '../quotas/day-quotas.ts';
import { interviews, recordingParts, recordings } from '../tables.ts';
import { readConsents } from './consents.ts';
import { fitsItsTime } from './part-rules.ts';

export interface PartInput {
  /** One recorder's run; a reload begins another. */
  segment: string;
  part: number;
  /** Place on the session's clock. */
  startMs: number;
  durationMs: number;
  /** SHA-256 of the bytes in hex, as the device computed it. */
  hash: string;
  contentType: 'audio/webm' | 'audio/mp4';
  peaks: string;
  bytes: Uint8Array;
}

/** States in which parts may come; the region may hear of the beginning later than the first part arrives. */
const OPEN: readonly string[] = ['opened', 'in-interview', 'sealing'];

/**
 * Stores the bytes first and the row after them, so that a row always has its bytes.
 * @throws Problem too_large, hash_mismatch, consent_missing, recording_closed, part_differs, too_many_requests;
 *   wrong_phase before the interview begins
 */
export async function keepPart(
  region: Region,
  actor: CandidateActor,
  input: PartInput,
): Promise<{ stored: 'new' | 'known' }> {
  if (input.bytes.byteLength > LIMITS.recording.partBytes) throw new Problem('too_large');
  if ((await sha256Hex(input.bytes)) !== input.hash) throw new Problem('hash_mismatch');
  const [known, consents] = await Promise.all([standing(region, actor, input), readConsents(region, actor)]);
  if (known.hash !== null) return sameOr(known.hash, input.hash);
  if (known.sealed) throw new Problem('recording_closed');
  if (!consents.recording || !consents.interview) throw new Problem('consent_missing');
  if (!OPEN.includes(known.state)) throw new Problem('recording_closed');
  const clockMs = await clockOf(region, actor, known.startedAt);
  if (clockMs === null) throw new Problem('wrong_phase', { detail: 'The interview has not begun.' });
  const { startMs, durationMs, bytes } = input;
  if (!fitsItsTime({ startMs, durationMs, bytes: bytes.byteLength }, known, clockMs))
    throw new Problem('too_large', { detail: 'More sound than there was time for.' });
  mayStore(known.stored, bytes.byteLength);
  if (known.parts >= LIMITS.recording.parts)
    throw new Problem('too_large', { detail: 'The recording has too many parts.' });
  const fileKey = `${actor.tenantId}/${actor.interviewId}/parts/${input.segment}/${input.part}-${input.hash.slice(0, 16)}`;
  await region.files.put(fileKey, input.bytes, input.contentType);
  const row = {
    tenantId: actor.tenantId,
    interviewId: actor.interviewId,
    segment: input.segment,
    part: input.part,
    startMs: input.startMs,
    durationMs: input.durationMs,
    hash: input.hash,
    size: input.bytes.byteLength,
    fileKey,
    peaks: input.peaks,
    createdAt: region.now(),
  };
  const [fresh, kept] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.insert(recordingParts).values(row).onConflictDoNothing().returning({ hash: recordingParts.hash }),
    db.select({ hash: recordingParts.hash }).from(recordingParts).where(samePart(actor, input)),
  ]);
  if (fresh.length > 0) return { stored: 'new' };
  // Two uploads of one part met: the row says which came first.
  const first = kept[0]?.hash ?? input.hash;
  if (first !== input.hash) await region.files.delete([fileKey]);
  return sameOr(first, input.hash);
}

function sameOr(known: string, sent: string): { stored: 'known' } {
  if (known !== sent) throw new Problem('part_differs');
  return { stored: 'known' };
}

function samePart(actor: CandidateActor, input: PartInput) {
  return and(
    eq(recordingParts.interviewId, actor.interviewId),
    eq(recordingParts.segment, input.segment),
    eq(recordingParts.part, input.part),
  );
}

async function standing(region: Region, actor: CandidateActor, input: PartInput) {
  const [interview, part, counted, sealed, stored] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ state: interviews.state, startedAt: interviews.startedAt })
      .from(interviews)
      .where(and(eq(interviews.id, actor.interviewId), eq(interviews.tenantId, actor.tenantId))),
    db.select({ hash: recordingParts.hash }).from(recordingParts).where(samePart(actor, input)),
    db
      .select({
        parts: sql<number>`count(*)::int`,
        bytes: sql<number>`coalesce(sum(${recordingParts.size}), 0)::float8`,
        durationMs: sql<number>`coalesce(sum(${recordingParts.durationMs}), 0)::float8`,
      })
      .from(recordingParts)
      .where(eq(recordingParts.interviewId, actor.interviewId)),
    db.select({ id: recordings.interviewId }).from(recordings).where(eq(recordings.interviewId, actor.interviewId)),
    storedToday(region, actor.tenantId, db),
  ]);
  const [row] = interview;
  if (row === undefined) throw new Problem('not_found');
  const { parts, bytes, durationMs } = counted[0] ?? { parts: 0, bytes: 0, durationMs: 0 };
  return { ...row, hash: part[0]?.hash ?? null, parts, bytes, durationMs, sealed: sealed.length > 0, stored };
}

/** The session's clock; the object knows of the beginning before the region does. Null: it has not begun. */
async function clockOf(region: Region, actor: CandidateActor, startedAt: Date | null): Promise<number | null> {
  if (startedAt !== null) return region.now().getTime() - startedAt.getTime();
  return await region.objects.session(actor.interviewId).clockMs();
}

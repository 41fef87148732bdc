/**
 * The résumé of an interview: given by the candidate or by a member, seen by the candidate, taken away by either.
 * Scoring has no way to it: what is judged is what was said.
 */
import { and, eq, sql } from 'drizzle-orm';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { CandidateActor, MemberActor, SystemActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { visibleText } from '../scoring/visible-text-rules.ts';
import { interviews, tenants } from '../tables.ts';
import { resumes } from '../tables-beside.ts';
import { resumeExcerpt } from './excerpt-rules.ts';

type Giver = CandidateActor | MemberActor;

/** States in which an interview can still be asked by it. */
const OPEN: readonly string[] = ['invited', 'opened', 'in-interview'];

export interface ResumeFacts {
  /** Null: there is none. */
  resume: { text: string; givenBy: 'candidate' | 'member'; file: boolean; at: string } | null;
  /** The tenant keeps the file too. */
  keepsFiles: boolean;
}

/** @throws Problem not_found */
export async function readResume(region: Region, actor: Giver, interviewId: string): Promise<ResumeFacts> {
  const [[found], [resume]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ keepsFiles: tenants.keepResumes, state: interviews.state })
      .from(interviews)
      .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, actor.tenantId))),
    db
      .select()
      .from(resumes)
      .where(and(eq(resumes.interviewId, interviewId), eq(resumes.tenantId, actor.tenantId))),
    audited(region, actor, db, { action: 'resume.read', object: interviewId }),
  ]);
  if (found === undefined) throw new Problem('not_found');
  const { keepsFiles } = found;
  // Whoever withdrew still reads their own.
  const closed = found.state === 'withdrawn' && actor.kind === 'member';
  if (resume === undefined || closed) return { resume: null, keepsFiles };
  const { text, givenBy, fileKey, updatedAt } = resume;
  return { resume: { text, givenBy, file: fileKey !== null, at: updatedAt.toISOString() }, keepsFiles };
}

/**
 * Keeps the text; a second one takes the place of the first, and of its file.
 * @throws Problem not_found, wrong_phase, invalid_input
 */
export async function saveResume(
  region: Region,
  actor: Giver,
  input: { interviewId: string; text: string },
): Promise<void> {
  const text = visibleText(input.text).trim();
  if (text === '') throw new Problem('invalid_input', { fields: [{ pointer: '/text', detail: 'empty' }] });
  if (new TextEncoder().encode(text).byteLength > LIMITS.resume.textBytes) throw new Problem('too_large');
  const { candidateId } = await openFor(region, actor, input.interviewId);
  const givenBy = actor.kind;
  const { tenantId } = actor;
  const [before] = await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .select({ fileKey: resumes.fileKey })
      .from(resumes)
      .where(and(eq(resumes.interviewId, input.interviewId), eq(resumes.tenantId, tenantId))),
    db
      .insert(resumes)
      .values({ interviewId: input.interviewId, tenantId, candidateId, text, givenBy, updatedAt: region.now() })
      .onConflictDoUpdate({
        target: resumes.interviewId,
        set: { text: sql`excluded.text`, givenBy, fileKey: null, updatedAt: sql`excluded.updated_at` },
      }),
    audited(region, actor, db, { action: 'resume.saved', object: input.interviewId }),
  ]);
  await dropFiles(region, before);
}

/**
 * Keeps the file beside the text that was read from it, where the tenant keeps files.
 * @throws Problem not_found, wrong_phase, not_allowed where it does not, conflict without a text
 */
export async function saveResumeFile(
  region: Region,
  actor: Giver,
  input: { interviewId: string; bytes: Uint8Array; contentType: string },
): Promise<void> {
  const { keepsFiles } = await openFor(region, actor, input.interviewId);
  if (!keepsFiles) throw new Problem('not_allowed');
  const fileKey = `${actor.tenantId}/${input.interviewId}/resume`;
  await region.files.put(fileKey, input.bytes, input.contentType);
  const [rows] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .update(resumes)
      .set({ fileKey })
      .where(and(eq(resumes.interviewId, input.interviewId), eq(resumes.tenantId, actor.tenantId)))
      .returning({ interviewId: resumes.interviewId }),
    audited(region, actor, db, { action: 'resume.file-saved', object: input.interviewId }),
  ]);
  if (rows.length > 0) return;
  await region.files.delete([fileKey]);
  throw new Problem('conflict');
}

/** Text and file, at any time. */
export async function dropResume(region: Region, actor: Giver, interviewId: string): Promise<void> {
  const [gone] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .delete(resumes)
      .where(and(eq(resumes.interviewId, interviewId), eq(resumes.tenantId, actor.tenantId)))
      .returning({ fileKey: resumes.fileKey }),
    audited(region, actor, db, { action: 'resume.dropped', object: interviewId }),
  ]);
  await dropFiles(region, gone);
}

/** For the interviewer's follow-up questions alone; empty when there is none. */
export async function resumeForFollowUps(region: Region, actor: SystemActor): Promise<string> {
  const [[resume]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ text: resumes.text })
      .from(resumes)
      .where(and(eq(resumes.interviewId, actor.interviewId), eq(resumes.tenantId, actor.tenantId))),
  ]);
  return resume === undefined ? '' : resumeExcerpt(resume.text);
}

/** Whether the files of résumés are kept from now on; those that were kept stay until they are erased. */
export async function setKeepResumes(region: Region, actor: MemberActor, { on }: { on: boolean }): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.update(tenants).set({ keepResumes: on }).where(eq(tenants.id, actor.tenantId)),
    audited(region, actor, db, { action: 'tenant.keep-resumes', object: actor.tenantId, detail: { on } }),
  ]);
}

async function openFor(region: Region, actor: Giver, interviewId: string) {
  const [[found]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ state: interviews.state, candidateId: interviews.candidateId, keepsFiles: tenants.keepResumes })
      .from(interviews)
      .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, actor.tenantId))),
  ]);
  if (found === undefined) throw new Problem('not_found');
  if (!OPEN.includes(found.state)) throw new Problem('wrong_phase');
  return found;
}

async function dropFiles(region: Region, rows: readonly { fileKey: string | null }[]): Promise<void> {
  const keys = rows.flatMap(({ fileKey }) => fileKey ?? []);
  if (keys.length > 0) await region.files.delete(keys);
}

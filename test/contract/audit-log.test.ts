/** The log of readings and changes: read with filters, taken along, and only by those who may. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntries, members } from '../../worker/domain/tables.ts';
import { makeId } from '../../worker/ids.ts';
import { LIMITS } from '../../worker/limits.ts';
import { anInterview, aRole, itsReport } from '../support/finished-interview.ts';
import { aMember, aTenant, type Person, region } from '../support/story.ts';

interface Page {
  entries: { id: string; at: string; actorId: string; actorName: string | null; action: string; object: string }[];
  next: string | null;
  people: { id: string; name: string }[];
}

async function log(by: Person, query = ''): Promise<Page> {
  const answer = await by.get(`/api/recruiter/audit${query}`);
  expect(answer.status).toBe(200);
  return await answer.json();
}

async function aReport() {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { interviewId } = await anInterview(owner, role);
  await itsReport(owner, interviewId, role.planId);
  return { owner, interviewId, report: `/api/recruiter/interviews/${interviewId}/report` };
}

/** Entries of the past, one a minute, the newest first in the log. */
async function fill(of: Person, count: number): Promise<void> {
  const from = Date.now() - 86_400_000;
  const rows = Array.from({ length: count }, (_, index) => ({
    id: makeId('eu', 'audit', region().random(16)),
    tenantId: of.tenantId,
    actorKind: 'member' as const,
    actorId: of.memberId,
    action: 'pipeline.read',
    object: `row-${index}`,
    detail: {},
    at: new Date(from + Math.floor(index / 3) * 60_000),
  }));
  await region().database.batch({ tenant: of.tenantId }, (db) => [db.insert(auditEntries).values(rows)]);
}

test('an auditor finds who read a report, by record, by person, by what and by time', async () => {
  const { owner, interviewId, report } = await aReport();
  const [auditor, recruiter] = [await aMember(owner, 'auditor'), await aMember(owner, 'recruiter')];
  await owner.get(report);
  await recruiter.get(report);
  await recruiter.get('/api/recruiter/team');
  const ofRecord = await log(auditor, `?object=${interviewId}&subject=report`);
  expect(ofRecord.entries.map(({ actorId, action }) => [actorId, action])).toEqual([
    [recruiter.memberId, 'report.read'],
    [owner.memberId, 'report.read'],
  ]);
  expect(ofRecord.entries[0]?.actorName).toBe('Tomas Lindqvist');
  const ofPerson = await log(auditor, `?actor=${recruiter.memberId}`);
  expect(ofPerson.entries.map(({ action }) => action).sort()).toEqual(['report.read', 'session.opened', 'team.read']);
  expect((await log(auditor, `?object=${interviewId}&from=2000-01-01T00:00:00Z`)).entries).toHaveLength(2);
  expect((await log(auditor, `?object=${interviewId}&to=2000-01-01T00:00:00Z`)).entries).toEqual([]);
  expect((await log(auditor, '?subject=audit')).entries.length).toBeGreaterThan(3);
  expect((await auditor.get('/api/recruiter/audit?subject=everything')).status).toBe(422);
});

test('page by page every entry comes once', async () => {
  const owner = await aTenant();
  await fill(owner, LIMITS.http.pageSize + 35);
  const first = await log(owner, '?subject=pipeline');
  expect(first.entries).toHaveLength(LIMITS.http.pageSize);
  const second = await log(owner, `?subject=pipeline&after=${encodeURIComponent(first.next ?? '')}`);
  expect(second.next).toBeNull();
  const ids = [...first.entries, ...second.entries].map(({ id }) => id);
  expect(new Set(ids).size).toBe(LIMITS.http.pageSize + 35);
});

test('the export holds every entry, over more than one piece, and no cell that a spreadsheet would run', async () => {
  const owner = await aTenant();
  const recruiter = await aMember(owner, 'recruiter');
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.update(members).set({ name: '=1+1, "Ada"' }).where(eq(members.id, recruiter.memberId)),
  ]);
  await fill(recruiter, LIMITS.audit.exportBatch + 7);
  const answer = await owner.get('/api/recruiter/audit.csv?subject=pipeline');
  expect(answer.headers.get('content-type')).toContain('text/csv');
  const lines = (await answer.text()).trimEnd().split('\r\n');
  expect(lines).toHaveLength(LIMITS.audit.exportBatch + 8);
  expect(lines[0]).toBe('at,actor_kind,actor_id,actor_name,action,object,detail,id');
  expect(lines[1]).toContain(`"'=1+1, ""Ada"""`);
  expect((await log(owner, '?subject=audit')).entries.map(({ action }) => action)).toContain('audit.exported');
});

test('recruiters and reviewers do not read it, and nobody reads that of another company', async () => {
  const { owner, interviewId, report } = await aReport();
  await owner.get(report);
  for (const role of ['recruiter', 'reviewer'] as const) {
    const member = await aMember(owner, role);
    for (const path of ['/api/recruiter/audit', '/api/recruiter/audit.csv']) {
      expect([role, path, (await member.get(path)).status]).toEqual([role, path, 403]);
    }
  }
  const stranger = await aTenant();
  expect((await log(stranger, `?object=${interviewId}`)).entries).toEqual([]);
  expect(await (await stranger.get('/api/recruiter/audit.csv')).text()).not.toContain(owner.tenantId);
  expect((await log(owner, `?object=${interviewId}`)).entries).toHaveLength(1);
});

test('the history of a report shows every reading, by whom, and not the last alone', async () => {
  const { owner, report, interviewId } = await aReport();
  const recruiter = await aMember(owner, 'recruiter');
  await recruiter.get(report);
  await owner.get(report);
  await owner.get(`/api/recruiter/interviews/${interviewId}/recording`);
  await recruiter.get(report);
  const { history } = (await (await owner.get(report)).json()) as {
    history: { kind: string; by: string | null; you: boolean; detail: { times?: number } }[];
  };
  // Two readings by one person fall into one minute, or into two when the clock turns between them.
  const readBy = (name: string, what: string, you: boolean) =>
    history
      .filter(({ kind, by }) => kind === what && by === name)
      .map((line) => {
        expect(line.you).toBe(you);
        return line.detail.times ?? 0;
      })
      .reduce((sum, times) => sum + times, 0);
  expect(readBy('Tomas Lindqvist', 'report-read', false)).toBe(2);
  expect(readBy('Ines Carvalho', 'report-read', true)).toBe(1);
  expect(readBy('Ines Carvalho', 'recording-opened', true)).toBe(1);
});

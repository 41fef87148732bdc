/** What candidates say about themselves: kept apart, theirs to take back, and seen by others only as a crowd. */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { recruiterRoutes } from '../../worker/audiences/recruiter/routes.ts';
import { openCandidateSession } from '../../worker/domain/candidates/candidate-sessions.ts';
import { countOutcome } from '../../worker/domain/fairness/own-row.ts';
import type { Answers } from '../../worker/domain/fairness/questions-rules.ts';
import { demographics } from '../../worker/domain/tables-beside.ts';
import { anInterview, aRole, itsReport } from '../support/finished-interview.ts';
import { aMember, aTenant, type Person, region, request, send } from '../support/story.ts';

type Role = { roleId: string; planId: string };
interface Seen {
  answer: string;
  shown: { of: number; chosen: number; rate: number } | null;
}

const SAID: Answers = { gender: 'woman', born: '1980-1989', background: 'minority', disability: 'no' };
const PATH = '/api/candidate/about-you';

async function sentIn(owner: Person, role: Role) {
  const { interviewId, candidateId } = await anInterview(owner, role);
  await itsReport(owner, interviewId, role.planId);
  const of = { tenantId: owner.tenantId, interviewId, candidateId };
  const { secret } = await openCandidateSession(region(), of, 'test');
  return { interviewId, cookie: `__Host-il-candidate=${secret}` };
}

/** Somebody who was decided about, and said who they are. */
async function decidedAbout(owner: Person, role: Role, answers: Partial<Answers>, kind: 'advance' | 'reject') {
  const { interviewId, cookie } = await sentIn(owner, role);
  expect((await send('PUT', PATH, { ...SAID, ...answers }, cookie)).status).toBe(204);
  const decision = { kind, reason: 'As the card says.', seen: 0 };
  expect((await owner.send('POST', `/api/recruiter/interviews/${interviewId}/decisions`, decision)).status).toBe(201);
  return { interviewId, cookie };
}

async function groupsOf(owner: Person, { roleId }: Role, question = 'gender') {
  const answer = await owner.get(`/api/recruiter/roles/${roleId}/fairness`);
  expect(answer.status).toBe(200);
  const { measured } = (await answer.json()) as {
    measured: { question: string; selection: Seen[]; scoring: Seen[] }[];
  };
  return measured.find((one) => one.question === question) ?? { selection: [], scoring: [] };
}

function crowd<T>(n: number, one: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: n }, (_, index) => one(index)));
}

test('a candidate says, reads, changes and takes back what they said', async () => {
  const owner = await aTenant();
  const { cookie } = await sentIn(owner, await aRole(owner));
  const said = async () =>
    ((await (await request('/api/candidate/data', { cookie })).json()) as { aboutYou: Answers | null }).aboutYou;
  expect(await said()).toBeNull();
  expect((await send('PUT', PATH, SAID, cookie)).status).toBe(204);
  expect(await said()).toEqual(SAID);
  expect((await send('PUT', PATH, { ...SAID, gender: 'unsaid' }, cookie)).status).toBe(204);
  expect(await said()).toEqual({ ...SAID, gender: 'unsaid' });
  expect((await request(PATH, { method: 'DELETE', cookie })).status).toBe(204);
  expect(await said()).toBeNull();
});

test('nobody is asked before they sent in, nor where the company does not ask', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { interviewId, candidateId } = await anInterview(owner, role, { state: 'opened', fresh: true });
  const { secret } = await openCandidateSession(
    region(),
    { tenantId: owner.tenantId, interviewId, candidateId },
    'test',
  );
  expect((await send('PUT', PATH, SAID, `__Host-il-candidate=${secret}`)).status).toBe(409);
  const { cookie } = await sentIn(owner, role);
  const settings = { asks: false, percent: 80, level: 3 };
  expect((await owner.send('PUT', '/api/recruiter/fairness', settings)).status).toBe(204);
  expect((await send('PUT', PATH, SAID, cookie)).status).toBe(409);
});

test('past the product too: under a tenant’s own scope the table is empty, for reading and for writing', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { cookie } = await sentIn(owner, role);
  await send('PUT', PATH, SAID, cookie);
  const scope = { tenant: owner.tenantId };
  const [rows, gone] = await region().database.batch(scope, (db) => [
    db.select().from(demographics),
    db.delete(demographics).returning({ id: demographics.id }),
  ]);
  expect([rows, gone]).toEqual([[], []]);
  const row = { id: 'x', ...scope, tenantId: owner.tenantId, roleId: role.roleId, digest: 'd', month: '2026-11' };
  await expect(
    region().database.batch(scope, (db) => [db.insert(demographics).values({ ...row, answers: SAID })]),
  ).rejects.toThrow();
});

test('the row itself names no person, no interview and no time', async () => {
  const owner = await aTenant();
  const { interviewId, cookie } = await sentIn(owner, await aRole(owner));
  await send('PUT', PATH, SAID, cookie);
  const digest = await region().digests.digest('demographics', interviewId);
  const [[row]] = await region().database.batch({ digest }, (db) => [db.select().from(demographics)]);
  expect(row?.answers).toEqual(SAID);
  expect(JSON.stringify(row)).not.toContain('_itv_');
  expect(JSON.stringify(row)).not.toContain('_can_');
  expect(row?.month).toMatch(/^\d{4}-\d{2}$/);
});

test('nine are nobody, ten are a crowd; and one more shows nothing of the one', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  await crowd(9, () => decidedAbout(owner, role, {}, 'advance'));
  expect((await groupsOf(owner, role)).selection.every(({ shown }) => shown === null)).toBe(true);
  await decidedAbout(owner, role, {}, 'reject');
  const { selection, scoring } = await groupsOf(owner, role);
  expect(selection.find(({ answer }) => answer === 'woman')?.shown).toMatchObject({ of: 10, chosen: 9, rate: 0.9 });
  // The card's one level is a four, and the threshold a three.
  expect(scoring.find(({ answer }) => answer === 'woman')?.shown).toMatchObject({ of: 10, chosen: 10 });
  await decidedAbout(owner, role, {}, 'reject');
  expect(await groupsOf(owner, role)).toEqual({ question: 'gender', selection, scoring });
});

test('no route tells of a group below ten, whatever is asked', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  // The canaries: answers that nobody else in this company gave.
  const few = await crowd(4, () => decidedAbout(owner, role, { gender: 'non-binary', disability: 'yes' }, 'advance'));
  await crowd(12, (index) => decidedAbout(owner, role, { gender: 'man' }, index % 2 === 0 ? 'advance' : 'reject'));
  const auditor = await aMember(owner, 'auditor');
  const { selection } = await groupsOf(auditor, role);
  // The twelve are hidden too: the four would be the whole less the twelve.
  expect(selection.every(({ shown }) => shown === null)).toBe(true);
  const csv = await (await owner.get(`/api/recruiter/roles/${role.roleId}/fairness.csv`)).text();
  expect(csv).toMatch(/^selection,gender,non-binary,,,,,,,$/m);
  expect(csv).toMatch(/^selection,background,minority,16,10,/m);
  const ids: Record<string, string> = { role: role.roleId, id: few[0]?.interviewId ?? '' };
  const reads = Object.keys(recruiterRoutes).filter((key) => key.startsWith('GET ') && !key.includes('/fairness'));
  for (const key of reads) {
    const path = key.slice(4).replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? 'none');
    const text = await (await owner.get(path)).text();
    expect([key, /non-binary|"disability"|minority/.test(text)]).toEqual([key, false]);
  }
});

test('those who decide from day to day do not see the counts, and only owner and admin set what they are measured by', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  for (const role of ['recruiter', 'reviewer'] as const) {
    const member = await aMember(owner, role);
    expect((await member.get('/api/recruiter/fairness')).status).toBe(403);
    expect((await member.get(`/api/recruiter/roles/${roleId}/fairness`)).status).toBe(403);
  }
  const auditor = await aMember(owner, 'auditor');
  const settings = { asks: true, percent: 90, level: 4 };
  expect((await auditor.send('PUT', '/api/recruiter/fairness', settings)).status).toBe(403);
  expect((await owner.send('PUT', '/api/recruiter/fairness', { ...settings, percent: 10 })).status).toBe(422);
  expect((await owner.send('PUT', '/api/recruiter/fairness', settings)).status).toBe(204);
  expect(await (await auditor.get('/api/recruiter/fairness')).json()).toMatchObject({ ...settings, least: 10 });
  const foreign = await aTenant();
  expect((await foreign.get(`/api/recruiter/roles/${roleId}/fairness`)).status).toBe(404);
});

test('the database counts nothing of another company', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  await crowd(10, () => decidedAbout(owner, role, {}, 'advance'));
  const countedFor = async ({ tenantId }: Person) =>
    await region().database.transaction({ tenant: tenantId }, (tx) =>
      tx.execute(sql`select * from demographic_counts(${role.roleId}, 3)`),
    );
  expect((await countedFor(owner)).rows).toContainEqual(expect.objectContaining({ decided: 10, selected: 10 }));
  expect((await countedFor(await aTenant())).rows).toEqual([]);
});

test('an outcome that changes is counted anew, and counting twice is counting once', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  const made = await crowd(10, () => decidedAbout(owner, role, {}, 'reject'));
  for (const { interviewId } of made) await countOutcome(region(), { tenantId: owner.tenantId, interviewId });
  expect((await groupsOf(owner, role)).selection[0]?.shown).toMatchObject({ of: 10, chosen: 0 });
  await Promise.all(
    made.map(({ interviewId }) =>
      owner.send('POST', `/api/recruiter/interviews/${interviewId}/decisions`, {
        kind: 'advance',
        reason: 'Looked again.',
        seen: 1,
        openedForMs: 1,
        quotesPlayed: 0,
      }),
    ),
  );
  expect((await groupsOf(owner, role)).selection[0]?.shown).toMatchObject({ of: 10, chosen: 10 });
});

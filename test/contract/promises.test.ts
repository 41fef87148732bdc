/** A promised decision: those who owe it are reminded, a missed date is noted once, and the candidate is told plainly. */
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openCandidateSession } from '../../worker/domain/candidates/candidate-sessions.ts';
import { interviewEvents, interviews, roles } from '../../worker/domain/tables.ts';
import { mails } from '../../worker/domain/tables-beside.ts';
import { anInterview, aRole, auditOf, itsReport } from '../support/finished-interview.ts';
import { later, objectOf } from '../support/session-object.ts';
import { aMember, aTenant, ORIGIN, type Person, region, request } from '../support/story.ts';
import { until } from '../support/until.ts';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

interface Kept {
  next: string;
}

/** The object has looked, by itself or because it was woken. */
async function looked(interviewId: string): Promise<void> {
  await runDurableObjectAlarm(objectOf(interviewId));
  await until(async () => {
    const kept = await keptIn(interviewId);
    return kept?.next === 'look' ? undefined : true;
  });
}

/** There is nothing left to wake for. */
async function sleeps(interviewId: string): Promise<void> {
  await runDurableObjectAlarm(objectOf(interviewId));
  await until(async () => ((await keptIn(interviewId)) === undefined ? true : undefined));
  expect(await alarmOf(interviewId)).toBeNull();
}

async function keptIn(interviewId: string): Promise<Kept | undefined> {
  return await runInDurableObject(objectOf(interviewId), (_, { storage }) => storage.kv.get<Kept>('promise'));
}

async function promised(dueInMs: number) {
  const owner = await aTenant();
  const recruiter = await aMember(owner, 'recruiter');
  await aMember(owner, 'admin');
  const role = await aRole(owner);
  const dueAt = new Date(Date.now() + dueInMs);
  const { interviewId, candidateId } = await anInterview(owner, role, { dueAt });
  await itsReport(owner, interviewId, role.planId);
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.update(roles).set({ createdBy: recruiter.memberId }).where(eq(roles.id, role.roleId)),
  ]);
  await objectOf(interviewId).promised({ tenantId: owner.tenantId, interviewId });
  return { owner, recruiter, interviewId, candidateId, dueAt };
}

/** Their subjects; each leads to the interview by a whole address, since a mail has none of its own. */
async function letters(of: Person): Promise<string[]> {
  const [found] = await region().database.batch({ tenant: of.tenantId }, (db) => [
    db.select().from(mails).where(eq(mails.purpose, 'decision-due')),
  ]);
  for (const { body } of found) expect(body).toMatch(new RegExp(`^${ORIGIN}/app/interviews/eu_itv_\\w+$`, 'm'));
  return found.map((mail) => mail.subject);
}

async function missed(of: Person, interviewId: string): Promise<number> {
  const [found] = await region().database.batch({ tenant: of.tenantId }, (db) => [
    db
      .select()
      .from(interviewEvents)
      .where(and(eq(interviewEvents.interviewId, interviewId), eq(interviewEvents.kind, 'deadline-missed'))),
  ]);
  return found.length;
}

async function alarmOf(interviewId: string): Promise<number | null> {
  return await runInDurableObject(objectOf(interviewId), (_, { storage }) => storage.getAlarm());
}

function decides(of: Person, interviewId: string, kind: string, seen = 0): Promise<Response> {
  return of.send('POST', `/api/recruiter/interviews/${interviewId}/decisions`, {
    kind,
    reason: 'One more reader.',
    seen,
  });
}

test('owner and recruiter of the role are reminded once and told once; the admin beside them is left alone', async () => {
  const { owner, interviewId, dueAt } = await promised(WEEK_MS);
  await looked(interviewId);
  expect(await letters(owner)).toEqual([]);
  expect(await alarmOf(interviewId)).toBeLessThan(dueAt.getTime());
  await later(interviewId, WEEK_MS - HOUR_MS);
  expect(await letters(owner)).toHaveLength(2);
  expect((await letters(owner))[0]).toMatch(/^Night baker: a decision is due on /);
  expect(await alarmOf(interviewId)).toBe(dueAt.getTime());
  await later(interviewId, WEEK_MS + HOUR_MS);
  expect(await letters(owner)).toHaveLength(4);
  expect(await missed(owner, interviewId)).toBe(1);
});

test('when the date has passed it is noted and told, once, however often it is looked at', async () => {
  const { owner, interviewId } = await promised(-HOUR_MS);
  await looked(interviewId);
  await sleeps(interviewId);
  await objectOf(interviewId).promised({ tenantId: owner.tenantId, interviewId });
  await looked(interviewId);
  await sleeps(interviewId);
  expect(await letters(owner)).toEqual([
    'Night baker: a promised decision is late',
    'Night baker: a promised decision is late',
  ]);
  expect(await missed(owner, interviewId)).toBe(1);
  expect(await auditOf(owner, interviewId)).toContain('decision.missed');
  const report = (await (await owner.get(`/api/recruiter/interviews/${interviewId}/report`)).json()) as {
    history: { kind: string }[];
  };
  expect(report.history.map(({ kind }) => kind)).toContain('deadline-missed');
});

test('after a decision nobody is reminded, and the object sleeps', async () => {
  const { owner, interviewId } = await promised(WEEK_MS);
  await looked(interviewId);
  expect((await decides(owner, interviewId, 'advance')).status).toBe(201);
  await later(interviewId, WEEK_MS + HOUR_MS);
  await sleeps(interviewId);
  expect(await letters(owner)).toEqual([]);
  expect(await missed(owner, interviewId)).toBe(0);
});

test('a hold moves the date, and the object looks again at the new one', async () => {
  const { owner, interviewId, dueAt } = await promised(WEEK_MS);
  await looked(interviewId);
  const before = await alarmOf(interviewId);
  expect((await decides(owner, interviewId, 'hold')).status).toBe(201);
  await looked(interviewId);
  const [[found]] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(interviews).where(eq(interviews.id, interviewId)),
  ]);
  expect(found?.decisionDueAt).not.toEqual(dueAt);
  expect(await alarmOf(interviewId)).not.toBe(before);
  expect(await alarmOf(interviewId)).toBeLessThan(found?.decisionDueAt?.getTime() ?? 0);
});

test('the object keeps ids and a date, and nothing of a person', async () => {
  const { interviewId, owner } = await promised(WEEK_MS);
  await looked(interviewId);
  const kept = await keptIn(interviewId);
  expect(Object.keys(kept as object).sort()).toEqual(['atMs', 'dueAtMs', 'interviewId', 'next', 'tenantId']);
  expect(kept).toMatchObject({ interviewId, tenantId: owner.tenantId });
});

test('the candidate reads that it is late and whom to write to, and nothing of it while it is not', async () => {
  for (const [dueInMs, late] of [
    [WEEK_MS, null],
    [-HOUR_MS, { name: 'Tomas Lindqvist', email: expect.stringContaining('recruiter') }],
  ] as const) {
    const { owner, interviewId, candidateId } = await promised(dueInMs);
    const of = { tenantId: owner.tenantId, interviewId, candidateId };
    const { secret } = await openCandidateSession(region(), of, 'test');
    const answer = await request('/api/candidate/interview', { cookie: `__Host-il-candidate=${secret}` });
    expect(await answer.json()).toMatchObject({ late });
  }
});

test('a promise that was missed stays missed, also when a hold moved the date', async () => {
  const { owner, interviewId } = await promised(-HOUR_MS);
  await looked(interviewId);
  await sleeps(interviewId);
  await decides(owner, interviewId, 'hold');
  const home = (await (await owner.get('/api/recruiter/home')).json()) as { promises: object };
  expect(home.promises).toEqual({ of: 1, kept: 0 });
});

/** A decline rests a moment before its letter leaves: it can be taken back, and nothing is lost or told twice. */
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { openCandidateSession } from '../../worker/domain/candidates/candidate-sessions.ts';
import { sendDueLetters } from '../../worker/domain/decisions/send-letters.ts';
import { interviews, plans } from '../../worker/domain/tables.ts';
import { decisionLetters, mails } from '../../worker/domain/tables-beside.ts';
import { LIMITS } from '../../worker/limits.ts';
import { anInterview, aRole, auditOf, itsReport, PLAN } from '../support/finished-interview.ts';
import { later, objectOf } from '../support/session-object.ts';
import { aMember, aTenant, type Person, region, request } from '../support/story.ts';

const RESTS_MS = LIMITS.decision.undoMs;
const DECLINE = { kind: 'reject', reason: 'No example of baking at night.', seen: 0 };

afterEach(() => {
  vi.useRealTimers();
});

async function aReport(plan = PLAN) {
  const owner = await aTenant();
  const role = await aRole(owner, plan);
  const { interviewId, candidateId, email } = await anInterview(owner, role);
  await itsReport(owner, interviewId, role.planId);
  return { owner, role, interviewId, candidateId, email, at: `/api/recruiter/interviews/${interviewId}` };
}

async function decides(by: Person, at: string, body: object = DECLINE) {
  const answer = await by.send('POST', `${at}/decisions`, body);
  expect(answer.status).toBe(201);
  return (await answer.json()) as { number: number; undoUntil: string | null };
}

async function undoes(by: Person, at: string, number = 1): Promise<number> {
  return (await by.send('POST', `${at}/decisions/${number}/undo`)).status;
}

async function mailsTo(of: Person, address: string) {
  const [found] = await region().database.batch({ tenant: of.tenantId }, (db) => [
    db.select().from(mails).where(eq(mails.recipient, address)),
  ]);
  return found.filter(({ purpose }) => purpose === 'decision').map(({ body }) => body);
}

async function stateOf(of: Person, interviewId: string) {
  const [found] = await region().database.batch({ tenant: of.tenantId }, (db) => [
    db.select().from(interviews).where(eq(interviews.id, interviewId)),
  ]);
  return found[0]?.state;
}

test('a decline’s letter waits, leaves by itself when its time has come, and comes once', async () => {
  const { owner, interviewId, email, at } = await aReport();
  const { undoUntil } = await decides(owner, at);
  expect(new Date(undoUntil ?? 0).getTime()).toBeGreaterThan(Date.now());
  expect(await mailsTo(owner, email)).toEqual([]);
  const report = await (await owner.get(`${at}/report`)).json();
  expect(report).toMatchObject({ decisions: [{ letter: 'waiting', leavesAt: undoUntil }] });
  await later(interviewId, RESTS_MS + 5_000);
  expect(await mailsTo(owner, email)).toHaveLength(1);
  await later(interviewId, RESTS_MS + 5_000);
  await sendDueLetters(region(), { tenantId: owner.tenantId, interviewId });
  expect(await mailsTo(owner, email)).toEqual([expect.stringContaining(DECLINE.reason)]);
  expect(await (await owner.get(`${at}/report`)).json()).toMatchObject({ decisions: [{ letter: 'sent' }] });
});

test('taken back in time, the interview stands as before, nobody is told, and both stay on record', async () => {
  const { owner, interviewId, email, at } = await aReport();
  await decides(owner, at);
  expect(await stateOf(owner, interviewId)).toBe('declined');
  expect([await undoes(owner, at), await undoes(owner, at)]).toEqual([204, 204]);
  expect(await stateOf(owner, interviewId)).toBe('to-decide');
  await later(interviewId, RESTS_MS + 5_000);
  expect(await mailsTo(owner, email)).toEqual([]);
  const actions = await auditOf(owner, interviewId);
  expect(actions.filter((one) => one.startsWith('decision.'))).toEqual(['decision.made', 'decision.undone']);
  // Decided anew, that is told.
  await decides(owner, at, { ...DECLINE, kind: 'advance', seen: 1 });
  expect(await mailsTo(owner, email)).toHaveLength(1);
  expect(await stateOf(owner, interviewId)).toBe('next-round');
});

test('once it has left nothing takes it back, and nobody else’s decision can be', async () => {
  const { owner, interviewId, at } = await aReport();
  await decides(owner, at);
  const refused = [
    await undoes(await aMember(owner, 'reviewer'), at),
    await undoes(await aTenant(), at),
    await undoes(owner, at, 2),
  ];
  expect(refused).toEqual([403, 404, 404]);
  await later(interviewId, RESTS_MS + 5_000);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + RESTS_MS + 5_000 });
  expect(await undoes(owner, at)).toBe(409);
  expect(await stateOf(owner, interviewId)).toBe('declined');
});

test('the candidate’s own page does not tell before the letter does', async () => {
  const { owner, interviewId, candidateId, at } = await aReport();
  const of = { tenantId: owner.tenantId, interviewId, candidateId };
  const { secret } = await openCandidateSession(region(), of, 'test');
  const own = async () => {
    const answer = await request('/api/candidate/interview', { cookie: `__Host-il-candidate=${secret}` });
    return ((await answer.json()) as { state: string }).state;
  };
  await decides(owner, at);
  expect(await own()).toBe('to-decide');
  await later(interviewId, RESTS_MS + 5_000);
  expect(await own()).toBe('declined');
});

test('cut off before it was looked after, or in the middle of sending, it still leaves, once', async () => {
  const { owner, interviewId, email, at } = await aReport();
  await decides(owner, at);
  // The object was armed before the decision was written down.
  const armed = await runInDurableObject(objectOf(interviewId), (_, { storage }) => storage.getAlarm());
  expect(armed).toBeGreaterThan(Date.now());
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.update(decisionLetters).set({ leavingAt: new Date() }).where(eq(decisionLetters.interviewId, interviewId)),
  ]);
  expect(await mailsTo(owner, email)).toEqual([]);
  await runDurableObjectAlarm(objectOf(interviewId));
  await sendDueLetters(region(), { tenantId: owner.tenantId, interviewId });
  expect(await mailsTo(owner, email)).toHaveLength(1);
});

test('each decision has a letter of its own, and one decided anew while it rested is not told twice', async () => {
  const { owner, interviewId, email, at } = await aReport();
  await decides(owner, at, { ...DECLINE, kind: 'hold', reason: 'One more reader has to see it.' });
  await decides(owner, at, { ...DECLINE, kind: 'advance', seen: 1 });
  expect(await mailsTo(owner, email)).toHaveLength(2);
  await decides(owner, at, { ...DECLINE, seen: 2 });
  await decides(owner, at, { ...DECLINE, kind: 'hold', reason: 'Another reader asked for time.', seen: 3 });
  await later(interviewId, RESTS_MS + 5_000);
  const told = await mailsTo(owner, email);
  expect(told).toHaveLength(3);
  expect(told.filter((body) => body.includes(DECLINE.reason))).toEqual([]);
});

test('the letter and its preview are in the candidate’s language', async () => {
  const { owner, role, interviewId, email, at } = await aReport();
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db
      .update(plans)
      .set({ content: { ...PLAN, language: 'ar' } })
      .where(eq(plans.id, role.planId)),
  ]);
  const { letters } = (await (await owner.get(`${at}/report`)).json()) as {
    letters: { language: string; advance: { body: string } };
  };
  expect(letters.language).toBe('ar');
  await decides(owner, at, { ...DECLINE, kind: 'advance' });
  expect(await mailsTo(owner, email)).toEqual([letters.advance.body]);
  expect(letters.advance.body).toMatch(/مرحبًا/);
  expect(await stateOf(owner, interviewId)).toBe('next-round');
});

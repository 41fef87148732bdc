/** A person decides, under their own name and with a reason; no other way leads to a decided interview. */
import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { candidateRequests, decisions, interviews, members, overrides } from '../../worker/domain/tables.ts';
import { mails } from '../../worker/domain/tables-beside.ts';
import { makeId } from '../../worker/ids.ts';
import { LIMITS } from '../../worker/limits.ts';
import { anInterview, aRole, auditOf, itsReport } from '../support/finished-interview.ts';
import { later } from '../support/session-object.ts';
import { aMember, aTenant, type Person, region } from '../support/story.ts';

const REJECT = {
  kind: 'reject',
  reason: 'No example of baking at night.',
  seen: 0,
};
const path = (id: string) => `/api/recruiter/interviews/${id}/decisions`;

async function waiting(): Promise<{ owner: Person; interviewId: string; email: string }> {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { interviewId, email } = await anInterview(owner, role);
  await itsReport(owner, interviewId, role.planId);
  return { owner, interviewId, email };
}

async function stateOf(of: Person, interviewId: string) {
  const [found] = await region().database.batch({ tenant: of.tenantId }, (db) => [
    db.select().from(interviews).where(eq(interviews.id, interviewId)),
  ]);
  return found[0]?.state;
}

async function mailsTo(of: Person, address: string) {
  const [found] = await region().database.batch({ tenant: of.tenantId }, (db) => [
    db.select().from(mails).where(eq(mails.recipient, address)),
  ]);
  return found;
}

test('a recruiter declines with a reason: the state moves, the candidate reads why and whom to write to', async () => {
  const { owner, interviewId, email } = await waiting();
  const answer = await owner.send('POST', path(interviewId), REJECT);
  expect(answer.status).toBe(201);
  expect(await stateOf(owner, interviewId)).toBe('declined');
  await later(interviewId, LIMITS.decision.undoMs + 5_000);
  const sent = await mailsTo(owner, email);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.body).toContain(REJECT.reason);
  expect(sent[0]?.body).toContain('Ines Carvalho');
  expect(await auditOf(owner, interviewId)).toEqual(['decision.made']);
  const report = (await (await owner.get(`/api/recruiter/interviews/${interviewId}/report`)).json()) as {
    decisions: object[];
    history: { kind: string; by: string | null }[];
  };
  expect(report.decisions).toMatchObject([{ number: 1, kind: 'reject', reason: REJECT.reason, by: 'Ines Carvalho' }]);
  expect(report.history).toContainEqual(expect.objectContaining({ kind: 'decided', by: 'Ines Carvalho' }));
});

test('the same decision sent twice is one decision and one mail', async () => {
  const { owner, interviewId, email } = await waiting();
  const [first, second] = [
    await owner.send('POST', path(interviewId), REJECT),
    await owner.send('POST', path(interviewId), REJECT),
  ];
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(await second.json()).toMatchObject({ number: 1 });
  await later(interviewId, LIMITS.decision.undoMs + 5_000);
  expect(await mailsTo(owner, email)).toHaveLength(1);
});

test('two members who decide at once: one decision stands, the other member is told', async () => {
  const { owner, interviewId } = await waiting();
  const recruiter = await aMember(owner, 'recruiter');
  const answers = await Promise.all([
    owner.send('POST', path(interviewId), REJECT),
    recruiter.send('POST', path(interviewId), { ...REJECT, kind: 'advance', reason: 'Calm under load.' }),
  ]);
  expect(answers.map((one) => one.status).sort()).toEqual([201, 409]);
  const [made] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(decisions).where(eq(decisions.interviewId, interviewId)),
  ]);
  expect(made).toHaveLength(1);
});

test('a decision can be changed by a later one, and both stay', async () => {
  const { owner, interviewId } = await waiting();
  await owner.send('POST', path(interviewId), { ...REJECT, kind: 'hold', reason: 'One more reader.' });
  expect(await stateOf(owner, interviewId)).toBe('on-hold');
  expect((await owner.send('POST', path(interviewId), { ...REJECT, kind: 'advance', seen: 1 })).status).toBe(201);
  expect(await stateOf(owner, interviewId)).toBe('next-round');
});

test.each(['reviewer', 'auditor'] as const)('a %s reads but does not decide', async (role) => {
  const { owner, interviewId } = await waiting();
  const other = await aMember(owner, role);
  expect((await other.get(`/api/recruiter/interviews/${interviewId}/report`)).status).toBe(200);
  expect((await other.send('POST', path(interviewId), REJECT)).status).toBe(403);
  expect(await stateOf(owner, interviewId)).toBe('to-decide');
});

test('without a reason, or with one of blanks only, there is no decision', async () => {
  const { owner, interviewId } = await waiting();
  for (const reason of ['', '   ', undefined]) {
    expect((await owner.send('POST', path(interviewId), { ...REJECT, reason })).status).toBe(422);
  }
  expect(await stateOf(owner, interviewId)).toBe('to-decide');
});

test('nobody is decided about before the report, or after they withdrew', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  for (const state of ['invited', 'in-interview', 'scoring', 'withdrawn', 'expired'] as const) {
    const { interviewId } = await anInterview(owner, role, { state });
    const answer = await owner.send('POST', path(interviewId), REJECT);
    expect([state, answer.status]).toEqual([state, 409]);
  }
});

test('past the product too: the database lets nobody be declined without a member who may decide', async () => {
  const { owner, interviewId } = await waiting();
  const scope = { tenant: owner.tenantId };
  const reviewer = await aMember(owner, 'reviewer');
  const elsewhere = await aTenant();
  const decline = () =>
    region().database.batch(scope, (db) => [
      db.update(interviews).set({ state: 'declined' }).where(eq(interviews.id, interviewId)),
    ]);
  await expect(decline()).rejects.toThrow();
  for (const memberId of ['', 'system', 'eu_mem_nobody', reviewer.memberId, elsewhere.memberId]) {
    const row = {
      id: makeId('eu', 'decision', region().random(16)),
      tenantId: owner.tenantId,
      interviewId,
      number: 1,
      kind: 'reject' as const,
      reason: 'By nobody.',
      memberId,
      openedForMs: 0,
      quotesPlayed: 0,
    };
    await expect(region().database.batch(scope, (db) => [db.insert(decisions).values(row)])).rejects.toThrow();
  }
  await expect(
    region().database.batch(scope, (db) => [
      db.update(decisions).set({ reason: 'Another.' }).where(eq(decisions.interviewId, interviewId)),
    ]),
  ).rejects.toThrow();
  expect(await stateOf(owner, interviewId)).toBe('to-decide');
});

test('a member who left cannot decide any more', async () => {
  const { owner, interviewId } = await waiting();
  const recruiter = await aMember(owner, 'recruiter');
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.update(members).set({ disabledAt: region().now() }).where(eq(members.id, recruiter.memberId)),
  ]);
  expect((await recruiter.send('POST', path(interviewId), REJECT)).status).not.toBe(201);
  expect(await stateOf(owner, interviewId)).toBe('to-decide');
});

test('a level is changed with a reason, and both levels stay', async () => {
  const { owner, interviewId } = await waiting();
  const at = `/api/recruiter/interviews/${interviewId}/overrides`;
  expect((await owner.send('POST', at, { criterionId: 'calm', level: 5, reason: '' })).status).toBe(422);
  expect((await owner.send('POST', at, { criterionId: 'charm', level: 5, reason: 'Nice.' })).status).toBe(422);
  expect((await owner.send('POST', at, { criterionId: 'calm', level: 6, reason: 'Nice.' })).status).toBe(422);
  expect((await owner.send('POST', at, { criterionId: 'calm', level: 5, reason: 'A second case.' })).status).toBe(204);
  const report = (await (await owner.get(`/api/recruiter/interviews/${interviewId}/report`)).json()) as {
    card: { criteria: object[] };
  };
  expect(report.card.criteria[0]).toMatchObject({
    id: 'calm',
    level: 5,
    scorerLevel: 4,
    changes: [{ level: 5, reason: 'A second case.', by: 'Ines Carvalho' }],
  });
  expect(await auditOf(owner, interviewId)).toEqual(['level.overridden', 'report.read']);
});

test('a candidate’s request is answered once, and they get the answer by mail', async () => {
  const { owner, interviewId, email } = await waiting();
  const [interview] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(interviews).where(eq(interviews.id, interviewId)),
  ]);
  const requestId = makeId('eu', 'request', region().random(16));
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.insert(candidateRequests).values({
      id: requestId,
      tenantId: owner.tenantId,
      interviewId,
      candidateId: interview[0]?.candidateId ?? '',
      kind: 'question',
      text: 'Please read section one again.',
    }),
  ]);
  const list = (await (await owner.get('/api/recruiter/requests')).json()) as { open: { id: string; dueAt: string }[] };
  expect(list.open).toMatchObject([{ id: requestId, kind: 'question' }]);
  const at = `/api/recruiter/requests/${requestId}/answer`;
  expect((await owner.send('POST', at, { answer: 'Read again by Tomas.' })).status).toBe(204);
  expect((await owner.send('POST', at, { answer: 'Read again by Tomas.' })).status).toBe(204);
  expect((await owner.send('POST', at, { answer: 'Something else.' })).status).toBe(409);
  expect((await mailsTo(owner, email)).map((one) => one.purpose)).toEqual(['request']);
  const foreign = await aTenant();
  expect((await foreign.send('POST', at, { answer: 'Not mine.' })).status).toBe(404);
  const [kept] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db
      .select()
      .from(candidateRequests)
      .where(and(eq(candidateRequests.id, requestId), eq(candidateRequests.answeredBy, owner.memberId))),
  ]);
  expect(kept[0]?.answer).toBe('Read again by Tomas.');
});

test('past the product too: no level is changed without a reason, or by somebody who may not', async () => {
  const { owner, interviewId } = await waiting();
  const [recruiter, reviewer] = [await aMember(owner, 'recruiter'), await aMember(owner, 'reviewer')];
  const writes = (row: { reason: string; memberId: string }) =>
    region().database.batch({ tenant: owner.tenantId }, (db) => [
      db.insert(overrides).values({
        id: makeId('eu', 'override', region().random(16)),
        tenantId: owner.tenantId,
        interviewId,
        criterionId: 'calm',
        level: 5,
        ...row,
      }),
    ]);
  for (const reason of ['', '  ', '\n\t', '.', ' - ']) {
    await expect(writes({ reason, memberId: recruiter.memberId })).rejects.toThrow();
  }
  await expect(writes({ reason: 'Said so twice.', memberId: reviewer.memberId })).rejects.toThrow();
  await writes({ reason: 'مثال واضح', memberId: recruiter.memberId });
  const [kept] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(overrides).where(eq(overrides.interviewId, interviewId)),
  ]);
  expect(kept.map(({ reason }) => reason)).toEqual(['مثال واضح']);
});

test('a reason of signs only is none, for a decision and for a level', async () => {
  const { owner, interviewId } = await waiting();
  const overriding = { criterionId: 'calm', level: 2, reason: '…' };
  const answers = [
    await owner.send('POST', path(interviewId), { ...REJECT, reason: '.' }),
    await owner.send('POST', `/api/recruiter/interviews/${interviewId}/overrides`, overriding),
  ];
  expect(answers.map(({ status }) => status)).toEqual([422, 422]);
  expect(await stateOf(owner, interviewId)).toBe('to-decide');
});

/** People beside the machine: a new judgement, cards of their own, and a review by somebody else whose levels hold. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { scoreAgain } from '../../worker/domain/interviews/score-again.ts';
import { candidateRequests, scorecards, turns } from '../../worker/domain/tables.ts';
import { interviewSpend } from '../../worker/domain/tables-beside.ts';
import { ProviderFault } from '../../worker/provider-faults.ts';
import type { Model } from '../../worker/providers/model/model.ts';
import { asksForReview, mailsTo, ownCard } from '../support/asked-review.ts';
import { anInterview, aRole, auditOf, itsReport, QUOTE } from '../support/finished-interview.ts';
import { aMember, aTenant, type Person, region } from '../support/story.ts';

interface Report {
  card: {
    run: number;
    scorer: string;
    making: { model: string; promptVersion: string; runs: number; micros: number | null } | null;
    digest: { text: string; cites: { text: string; version: string; heard: string | null }[] }[];
    criteria: {
      id: string;
      level: number | null;
      scorerLevel: number | null;
      needsPerson: boolean;
      spread: number | null;
      outcome: string;
      review: { level: number | null; reason: string } | null;
      quotes: { text: string; version: string; heard: string | null }[];
    }[];
    reviewed: { by: string } | null;
    earlier: { run: number; levels: { criterion: string; level: number | null }[] }[];
  };
  people: { by: string; you: boolean; version: number; reviewer: boolean; criteria: { level: number | null }[] }[];
  requests: { id: string; hurdle: string | null; answer: string | null }[];
  you: { hadPart: boolean };
}

async function aReport() {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { interviewId, email } = await anInterview(owner, role);
  await itsReport(owner, interviewId, role.planId);
  return { owner, role, interviewId, email, at: `/api/recruiter/interviews/${interviewId}` };
}

async function read(by: Person, at: string): Promise<Report> {
  return (await (await by.get(`${at}/report`)).json()) as Report;
}

function actorOf(person: Person, role: 'owner' | 'recruiter' = 'owner') {
  const { tenantId, memberId } = person;
  return {
    kind: 'member',
    tenantId,
    memberId,
    sessionId: 's',
    role,
    name: 'Ines Carvalho',
    email: 'i@example.com',
    hiddenRoles: [],
  } as const;
}

/** Gives these levels, one after the other, each with the quote that really was said. */
function judgeOf(levels: number[]): Model {
  return {
    maker: 'gemini',
    model: 'gemini-3.8-flash',
    async *think({ onUsage }) {
      onUsage({ maker: 'gemini', model: 'gemini-3.8-flash', unit: 'text-in-tokens', amount: 1000 });
      const level = levels.shift() ?? 3;
      yield JSON.stringify({ level, reason: 'Acts first.', quotes: [{ turn: 'T1', words: QUOTE }] });
    },
  };
}

function withModels(models: Model[]) {
  const own = region();
  return { ...own, makers: { ...own.makers, models: models.map((use) => ({ place: 'anywhere' as const, use })) } };
}

test('a new judgement is a new card: the report shows it, says how it was made and keeps the earlier one', async () => {
  const { owner, interviewId, at } = await aReport();
  const before = await read(owner, at);
  expect(before.card).toMatchObject({ run: 1, making: null, earlier: [] });
  await scoreAgain(withModels([judgeOf([5, 2, 4])]), actorOf(owner), { interviewId });
  const { card } = await read(owner, at);
  expect(card).toMatchObject({
    run: 2,
    scorer: 'gemini:gemini-3.8-flash',
    making: { model: 'gemini-3.8-flash', runs: 3 },
    earlier: [
      {
        run: 1,
        levels: [
          { criterion: 'calm', level: 4 },
          { criterion: 'numbers', level: null },
        ],
      },
    ],
  });
  expect(card.making?.micros).toBeGreaterThan(0);
  expect(card.criteria).toMatchObject([
    { id: 'calm', level: 4, spread: 3, needsPerson: true },
    { id: 'numbers', level: null, outcome: 'not-asked', needsPerson: false },
  ]);
  expect(card.digest.every(({ cites }) => cites.length > 0)).toBe(true);
  const recruiter = await aMember(owner, 'recruiter');
  expect((await read(recruiter, at)).card.making?.micros).toBeNull();
  const [spent] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(interviewSpend).where(eq(interviewSpend.interviewId, interviewId)),
  ]);
  expect(spent.map(({ part }) => part.split(':')[0])).toEqual(['scoring']);
  expect(await auditOf(owner, interviewId)).toContain('interview.scored-again');
});

test('without models the rules judge; two who ask at once get two cards; a failing model costs and changes nothing', async () => {
  const { owner, interviewId, at } = await aReport();
  const answers = await Promise.all([owner.send('POST', `${at}/scoring`), owner.send('POST', `${at}/scoring`)]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const runs = await Promise.all(answers.map(async (one) => ((await one.json()) as { run: number }).run));
  expect(runs.sort()).toEqual([2, 3]);
  const failing: Model = {
    maker: 'gemini',
    model: 'gemini-3.8-flash',
    // biome-ignore lint/correctness/useYield: it fails before its first word
    async *think() {
      throw new ProviderFault('gemini', 'unavailable');
    },
  };
  await expect(scoreAgain(withModels([failing]), actorOf(owner), { interviewId })).rejects.toMatchObject({
    code: 'provider_unavailable',
  });
  expect((await read(owner, at)).card.run).toBe(3);
  const reviewer = await aMember(owner, 'reviewer');
  expect((await reviewer.send('POST', `${at}/scoring`)).status).toBe(403);
  await owner.send('POST', `${at}/scoring`);
  expect((await owner.send('POST', `${at}/scoring`)).status).toBe(429);
});

test('nothing is judged again before it was finished, nor for another tenant', async () => {
  const { owner, role, interviewId } = await aReport();
  const early = await anInterview(owner, role, { state: 'in-interview' });
  expect((await owner.send('POST', `/api/recruiter/interviews/${early.interviewId}/scoring`)).status).toBe(409);
  const other = await aTenant();
  expect((await other.send('POST', `/api/recruiter/interviews/${interviewId}/scoring`)).status).toBe(404);
});

test('each member has one current card beside the machine’s; a change is a new version, and a stale one is told', async () => {
  const { owner, interviewId, at } = await aReport();
  const recruiter = await aMember(owner, 'recruiter');
  expect((await owner.send('POST', `${at}/cards`, ownCard(2, null))).status).toBe(201);
  expect(await (await owner.send('POST', `${at}/cards`, ownCard(2, null))).json()).toEqual({ version: 1 });
  expect((await owner.send('POST', `${at}/cards`, ownCard(3, 1))).status).toBe(409);
  expect((await owner.send('POST', `${at}/cards`, ownCard(3, 1, 1))).status).toBe(201);
  await recruiter.send('POST', `${at}/cards`, ownCard(5, 2));
  const report = await read(owner, at);
  expect(report.people).toMatchObject([
    { you: true, version: 2, criteria: [{ level: 3 }, { level: 1 }] },
    { you: false, by: 'Tomas Lindqvist', version: 1, criteria: [{ level: 5 }, { level: 2 }] },
  ]);
  // A card of a person puts nothing in the place of the machine's.
  expect(report.card.criteria.map(({ level }) => level)).toEqual([4, null]);
  const [kept] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(scorecards).where(eq(scorecards.interviewId, interviewId)),
  ]);
  expect(kept).toHaveLength(4);
});

test('a card is whole or none: every criterion once, each with a reason, by somebody who may', async () => {
  const { owner, at } = await aReport();
  const whole = ownCard(2, 3);
  const [calm, numbers] = whole.criteria;
  const wrong = [
    { seen: 0, criteria: [calm] },
    { seen: 0, criteria: [calm, calm] },
    { seen: 0, criteria: [calm, { ...numbers, criterionId: 'charm' }] },
    { seen: 0, criteria: [calm, { ...numbers, reason: ' ' }] },
    { seen: 0, criteria: [calm, { ...numbers, level: 6 }] },
  ];
  for (const body of wrong) expect((await owner.send('POST', `${at}/cards`, body)).status).toBe(422);
  expect((await (await aMember(owner, 'auditor')).send('POST', `${at}/cards`, whole)).status).toBe(403);
  const elsewhere = await aTenant();
  expect((await elsewhere.send('POST', `${at}/cards`, whole)).status).toBe(404);
  expect((await read(owner, at)).people).toEqual([]);
});

test('a review: not by who had a part, not without levels; then its levels hold everywhere, and both stay', async () => {
  const { owner, role, interviewId, email, at } = await aReport();
  const [decider, changer, reviewer] = [
    await aMember(owner, 'recruiter'),
    await aMember(owner, 'admin'),
    await aMember(owner, 'recruiter'),
  ];
  const decision = { kind: 'reject', reason: 'No.', seen: 0 };
  await decider.send('POST', `${at}/decisions`, decision);
  await changer.send('POST', `${at}/overrides`, { criterionId: 'calm', level: 1, reason: 'Too slow.' });
  const asked = await asksForReview(owner, interviewId);
  const answer = `/api/recruiter/requests/${asked}/answer`;
  const text = { answer: 'I listened to all of it.' };
  for (const partial of [decider, changer]) {
    await partial.send('POST', `${at}/cards`, ownCard(5, 5));
    const refused = await partial.send('POST', answer, text);
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'not_independent' }]);
    expect((await read(partial, at)).requests).toMatchObject([{ hurdle: 'other-person' }]);
  }
  expect(await (await reviewer.send('POST', answer, text)).json()).toMatchObject({ code: 'card_missing' });
  await reviewer.send('POST', `${at}/cards`, ownCard(5, 2));
  expect((await read(reviewer, at)).requests).toMatchObject([{ hurdle: null }]);
  expect((await reviewer.send('POST', answer, text)).status).toBe(204);

  const report = await read(owner, at);
  expect(report.card.reviewed).toMatchObject({ by: 'Tomas Lindqvist' });
  expect(report.card.criteria).toMatchObject([
    { id: 'calm', level: 5, scorerLevel: 4, review: { level: 5 } },
    { id: 'numbers', level: 2, scorerLevel: null, review: { level: 2 } },
  ]);
  const pipeline = (await (await owner.get(`/api/recruiter/roles/${role.roleId}/pipeline`)).json()) as object;
  expect(pipeline).toMatchObject({
    rows: [
      {
        reviewedBy: 'Tomas Lindqvist',
        levels: [
          { level: 5, changed: true },
          { level: 2, changed: true },
        ],
      },
    ],
  });
  const compared = (await (
    await owner.get(`/api/recruiter/roles/${role.roleId}/compare?people=${interviewId}`)
  ).json()) as object;
  expect(compared).toMatchObject({
    people: [{ reviewedBy: 'Tomas Lindqvist', criteria: [{ level: 5 }, { level: 2 }] }],
  });
  const mail = (await mailsTo(owner, email)).find(({ purpose }) => purpose === 'request');
  expect(mail?.body).toContain(text.answer);
  expect(mail?.body).toContain('had no part in what was decided before');

  // Whoever was reviewed does not put it back; a new machine card does not either.
  const back = await changer.send('POST', `${at}/overrides`, { criterionId: 'calm', level: 1, reason: 'Still.' });
  expect(back.status).toBe(403);
  await owner.send('POST', `${at}/scoring`);
  expect((await read(owner, at)).card.criteria.map(({ level }) => level)).toEqual([5, 2]);
  // Asked once more, it takes a fourth person.
  const again = await asksForReview(owner, interviewId);
  const refused = await reviewer.send('POST', `/api/recruiter/requests/${again}/answer`, text);
  expect(await refused.json()).toMatchObject({ code: 'not_independent' });
});

test('levels from before the candidate asked are no review, and the database says so too', async () => {
  const { owner, interviewId, at } = await aReport();
  await owner.send('POST', `${at}/cards`, ownCard(5, 2));
  const asked = await asksForReview(owner, interviewId);
  const answered = await owner.send('POST', `/api/recruiter/requests/${asked}/answer`, { answer: 'Fine as it is.' });
  expect(await answered.json()).toMatchObject({ code: 'card_missing' });
  const past = region().database.batch({ tenant: owner.tenantId }, (db) => [
    db
      .update(candidateRequests)
      .set({ answer: 'Fine.', answeredBy: owner.memberId, answeredAt: region().now() })
      .where(eq(candidateRequests.id, asked)),
  ]);
  await expect(past).rejects.toThrow();
});

test('a quote on a corrected answer says so and keeps what was heard', async () => {
  const { owner, interviewId, at } = await aReport();
  const heard = 'The oven failed at four. I culled the otter shop.';
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db
      .update(turns)
      .set({ text: heard, correctedText: `The oven failed at four. ${QUOTE}` })
      .where(eq(turns.questionId, 'q1')),
  ]);
  const { card } = await read(owner, at);
  expect(card.criteria[0]?.quotes).toMatchObject([{ text: QUOTE, version: 'corrected', heard }]);
  expect(card.digest[0]?.cites).toMatchObject([{ version: 'corrected', heard }]);
  await scoreAgain(withModels([]), actorOf(owner), { interviewId });
  const again = await read(owner, at);
  for (const quote of again.card.criteria.flatMap(({ quotes }) => quotes)) expect(quote.version).toBe('corrected');
});

test('where a person was asked for instead, people judge although no machine did', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { interviewId } = await anInterview(owner, role, { state: 'human-requested' });
  const at = `/api/recruiter/interviews/${interviewId}`;
  expect((await owner.send('POST', `${at}/cards`, ownCard(4, null))).status).toBe(201);
  const report = (await (await owner.get(`${at}/report`)).json()) as object;
  expect(report).toMatchObject({
    card: null,
    plan: { criteria: [{ id: 'calm' }, { id: 'numbers' }] },
    people: [{ you: true }],
  });
});

/** Consent: each purpose by itself, each change a row that stays, and nothing after it is taken back. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readConsents, recordConsent, withdrawConsent } from '../../worker/domain/interviews/consents.ts';
import { openInterview } from '../../worker/domain/interviews/enter-interview.ts';
import { scoreInterview } from '../../worker/domain/interviews/score-interview.ts';
import { consents, interviews, scorecards, turns } from '../../worker/domain/tables.ts';
import { makeId } from '../../worker/ids.ts';
import { Problem } from '../../worker/problems.ts';
import { ANSWER, anInterview, aRole } from '../support/finished-interview.ts';
import { anInvited, comesIn, type Invited, spokenTurn } from '../support/room-line.ts';
import { aTenant, region } from '../support/story.ts';

const TEXT = { textVersion: '1', language: 'en', device: 'test' };
const NONE = { interview: false, recording: false, analytics: false };

async function rowsOf({ owner, interviewId }: Pick<Invited, 'owner' | 'interviewId'>) {
  const [given, found, cards] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(consents).where(eq(consents.interviewId, interviewId)).orderBy(consents.at),
    db.select().from(interviews).where(eq(interviews.id, interviewId)),
    db.select().from(scorecards).where(eq(scorecards.interviewId, interviewId)),
  ]);
  return { given: given.map((row) => [row.purpose, row.given]), state: found[0]?.state, cards };
}

async function codeOf(run: Promise<unknown>): Promise<string> {
  return await run.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : 'another error'),
  );
}

test('each purpose is given and taken back by itself, and what did not change leaves no row', async () => {
  const invited = await anInvited({ recording: true });
  await recordConsent(region(), invited.actor, {
    ...TEXT,
    purposes: { interview: true, recording: true, analytics: true },
  });
  await withdrawConsent(region(), invited.actor, {
    ...TEXT,
    purposes: { interview: true, recording: false, analytics: true },
  });
  expect(await readConsents(region(), invited.actor)).toEqual({ interview: true, recording: false, analytics: true });
  expect((await rowsOf(invited)).given).toHaveLength(4);
});

test('without the interview’s own consent there is no way in', async () => {
  const invited = await anInvited();
  await withdrawConsent(region(), invited.actor, { ...TEXT, purposes: NONE });
  expect(await codeOf(openInterview(region(), invited.actor))).toBe('consent_missing');
  expect(await codeOf(recordConsent(region(), invited.actor, { ...TEXT, purposes: NONE }))).toBe('consent_missing');
  expect((await rowsOf(invited)).state).toBe('withdrawn');
});

test('taken back in the middle of the talk, it ends there: no score, and the room is told', async () => {
  const invited = await anInvited();
  const line = await comesIn(invited);
  await line.hello('client-one');
  await line.act({ type: 'start', mode: 'text' });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  const closed = new Promise<number>((done) => line.socket.addEventListener('close', ({ code }) => done(code)));
  await withdrawConsent(region(), invited.actor, { ...TEXT, purposes: NONE });
  expect((await line.phase('ended')).endReason).toBe('withdrew');
  expect(await closed).toBe(4410);
  await expect.poll(async () => (await rowsOf(invited)).state).toBe('withdrawn');
  expect((await rowsOf(invited)).cards).toEqual([]);
});

test('a recording that is agreed to during the interview is taken from then on, and no longer when taken back', async () => {
  const invited = await anInvited();
  const line = await comesIn(invited);
  const { view } = await line.hello('client-one');
  expect(view.recording).toBe(false);
  const purposes = { interview: true, recording: true, analytics: false };
  await recordConsent(region(), invited.actor, { ...TEXT, purposes });
  await openInterview(region(), invited.actor);
  await line.next((m) => m.type === 'event' && m.event.type === 'view' && m.event.view.recording);
  const from = line.heard.length;
  await withdrawConsent(region(), invited.actor, { ...TEXT, purposes: { ...purposes, recording: false } });
  await line.next((m) => m.type === 'event' && m.event.type === 'view' && !m.event.view.recording, from);
});

test('taken back while it is being judged: what was judged is not kept, and without that it is', async () => {
  const cards: number[] = [];
  for (const withdraws of [true, false]) {
    const owner = await aTenant();
    const role = await aRole(owner);
    const { interviewId } = await anInterview(owner, role, { state: 'opened', fresh: true });
    const scope = { tenant: owner.tenantId };
    await region().database.batch(scope, (db) => [
      db.insert(turns).values({
        id: makeId('eu', 'turn', region().random(16)),
        tenantId: owner.tenantId,
        interviewId,
        position: 1,
        speaker: 'candidate',
        kind: 'answer',
        questionId: 'q1',
        text: ANSWER,
        startMs: 1,
        endMs: 9,
      }),
      db.update(interviews).set({ state: 'scoring' }).where(eq(interviews.id, interviewId)),
    ]);
    const judging = { ...region() };
    judging.makers = {
      ...judging.makers,
      models: [
        {
          place: 'here',
          use: {
            maker: 'openai',
            model: 'one that takes its time',
            async *think() {
              if (withdraws) {
                await region().database.batch(scope, (db) => [
                  db.update(interviews).set({ state: 'withdrawn' }).where(eq(interviews.id, interviewId)),
                ]);
              }
              yield JSON.stringify({ level: null, confidence: 'low', reason: 'Nothing of it was told.', quotes: [] });
            },
          },
        },
      ],
    };
    const actor = { kind: 'system', tenantId: owner.tenantId, interviewId } as const;
    await scoreInterview(judging, actor, { attempts: 0 });
    const rows = await rowsOf({ owner, interviewId });
    cards.push(rows.cards.length);
    expect(rows.state).toBe(withdraws ? 'withdrawn' : 'to-decide');
    // Nor past the product.
    const late = region().database.batch(scope, (db) => [
      db.insert(scorecards).values({
        id: makeId('eu', 'scorecard', region().random(16)),
        tenantId: owner.tenantId,
        interviewId,
        planId: role.planId,
        maker: 'machine',
        scorer: 'late',
        content: {},
      }),
    ]);
    if (withdraws) await expect(late).rejects.toThrow();
    else await late;
  }
  expect(cards).toEqual([0, 1]);
});

/** A whole interview over the real socket: from the lobby to an object that is empty but for its last word. */
import { runInDurableObject } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { drafts, interviewEvents, interviews, scorecards, sessionKeys, turns } from '../../worker/domain/tables.ts';
import { mails } from '../../worker/domain/tables-beside.ts';
import { anInvited, answerOf, comesIn, type Invited, knocks, spokenTurn } from '../support/room-line.ts';
import { region } from '../support/story.ts';

const CLIENT = 'client-one';
const ANSWER = 'I called the other shop before I told anyone to wait.';

function rowsOf(invited: Invited) {
  const own = invited.interviewId;
  return region().database.batch({ tenant: invited.owner.tenantId }, (db) => [
    db.select().from(interviews).where(eq(interviews.id, own)),
    db.select().from(turns).where(eq(turns.interviewId, own)).orderBy(turns.position),
    db.select().from(scorecards).where(eq(scorecards.interviewId, own)),
    db.select().from(interviewEvents).where(eq(interviewEvents.interviewId, own)),
    db.select().from(mails).where(eq(mails.purpose, 'report-ready')),
    db.select().from(drafts).where(eq(drafts.interviewId, own)),
    db.select().from(sessionKeys).where(eq(sessionKeys.interviewId, own)),
  ]);
}

test('an interview goes from the lobby to a report', async () => {
  const invited = await anInvited();
  const line = await comesIn(invited);
  const welcome = await line.hello(CLIENT);
  expect(welcome.view.phase).toBe('ready');
  expect(welcome.pen).toBe(true);

  expect(await line.act({ type: 'start', mode: 'text' })).toEqual({ type: 'ack', seq: 1 });
  await line.phase('speaking');
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.phase('listening');
  await line.act({ type: 'draft', text: 'I called', segments: [] });
  await line.act(answerOf(ANSWER));
  await line.phase('review');
  await line.act({ type: 'finish', corrections: [], rating: 4, question: null });
  await line.phase('done');

  const [found, said, cards, steps, told, left, keys] = await rowsOf(invited);
  expect(found[0]).toMatchObject({ state: 'to-decide', endReason: 'completed', rating: 4, questionNumber: 1 });
  expect(said.map((turn) => [turn.position, turn.speaker, turn.kind])).toEqual([
    [0, 'interviewer', 'opening'],
    [1, 'interviewer', 'question'],
    [2, 'candidate', 'answer'],
  ]);
  expect(said[2]?.text).toBe(ANSWER);
  expect(cards).toHaveLength(1);
  expect(steps.map((step) => step.kind)).toEqual(
    expect.arrayContaining(['started', 'ended', 'sealed', 'scored', 'recruiter-told']),
  );
  expect(told).toHaveLength(1);
  expect(left).toEqual([]);
  expect(keys).toEqual([]);

  const again = await comesIn(invited);
  expect((await again.hello(CLIENT)).view.phase).toBe('done');
  await runInDurableObject(region().objects.session(invited.interviewId), async (_, ctx) => {
    expect([...ctx.storage.kv.list()].map(([key]) => key)).toEqual(['over', 'promise', 'tickets']);
    expect(ctx.storage.sql.exec('select * from outbox').toArray()).toEqual([]);
  });
});

test('a ticket opens one socket of one interview, and any other is not there', async () => {
  const invited = await anInvited();
  const line = await comesIn(invited);
  expect((await line.hello(CLIENT)).pen).toBe(true);
  const unknown = await knocks(invited.interviewId, 'f'.repeat(48));
  const elsewhere = await knocks(`eu_itv_${'0'.repeat(26)}`, 'f'.repeat(48));
  expect([unknown.status, elsewhere.status]).toEqual([404, 404]);
  expect(await unknown.text()).toBe(await elsewhere.text());
});

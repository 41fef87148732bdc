/** The region's database is away in the middle of an interview: the talk goes on, and no word rests readable. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { turns } from '../../worker/domain/tables.ts';
import { anInvited, answerOf, comesIn, spokenTurn } from '../support/room-line.ts';
import { cutOff, diskOf, later, objectOf } from '../support/session-object.ts';
import { region } from '../support/story.ts';
import { until } from '../support/until.ts';

const CLIENT = 'client-one';
const DRAFT = 'Before anybody waits';
const ANSWER = 'I called the other shop before I told anyone to wait.';

test('answers given meanwhile are acknowledged, rest sealed, and reach the region when it is back', async () => {
  const invited = await anInvited();
  const { interviewId } = invited;
  const line = await comesIn(invited);
  await line.hello(CLIENT);
  await line.act({ type: 'start', mode: 'text' });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'draft', text: DRAFT, segments: [] });

  const back = await cutOff(interviewId);
  expect(await line.act({ type: 'draft', text: `${DRAFT}, I call`, segments: [] })).toMatchObject({ type: 'ack' });
  expect(await line.act(answerOf(ANSWER))).toMatchObject({ type: 'ack' });
  const disk = await diskOf(interviewId);
  expect(disk).toContain('save-turn');
  for (const words of [ANSWER, DRAFT, 'anybody', 'shop before']) expect(disk).not.toContain(words);

  // The reply cannot be had: after a while the talk goes on without it.
  await later(interviewId, 5_000);
  await line.phase('review');
  expect(await line.act({ type: 'finish', corrections: [], rating: null, question: null })).toMatchObject({
    type: 'ack',
  });
  await back();
  await later(interviewId, 120_000);
  await line.phase('done');
  const [said] = await region().database.batch({ tenant: invited.owner.tenantId }, (db) => [
    db.select().from(turns).where(eq(turns.interviewId, interviewId)).orderBy(turns.position),
  ]);
  expect(said.map((turn) => turn.kind)).toEqual(['opening', 'question', 'answer']);
  expect(said[2]?.text).toBe(ANSWER);
  expect(await diskOf(interviewId)).not.toContain('save-turn');
});

test('without the key an answer is not acknowledged: the client keeps it and sends it again', async () => {
  const invited = await anInvited();
  const line = await comesIn(invited);
  await line.hello(CLIENT);
  await line.act({ type: 'start', mode: 'text' });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  // Asleep since its last message, it has no key in memory any more.
  await evictDurableObject(objectOf(invited.interviewId));
  const back = await cutOff(invited.interviewId);
  const { seq } = line;
  expect(await line.act(answerOf(ANSWER))).toMatchObject({ code: 'storage_away', seq: seq + 1 });
  await back();
  expect(await line.act(answerOf(ANSWER), seq + 1)).toEqual({ type: 'ack', seq: seq + 1 });
});

test('in an ordinary interview no word of the candidate rests in the object', async () => {
  const invited = await anInvited();
  const line = await comesIn(invited);
  await line.hello(CLIENT);
  await line.act({ type: 'start', mode: 'text' });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'draft', text: DRAFT, segments: [] });
  await line.act(answerOf(ANSWER));
  await line.phase('review');
  // The talk goes on before its words are home; they rest sealed until then.
  await until(async () => ((await diskOf(invited.interviewId)).includes('save-turn') ? undefined : true));
  const disk = await diskOf(invited.interviewId);
  for (const words of [ANSWER, DRAFT, 'Noor', '@example.com']) expect(disk).not.toContain(words);
  await runInDurableObject(objectOf(invited.interviewId), (_, { storage }) => {
    expect(storage.sql.exec('select * from outbox where sealed is not null').toArray()).toEqual([]);
  });
});

/** Work that can never succeed: set aside with its cause, told to people, tried again by hand, and the interview ends. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { interviewEvents, interviews, scorecards, sessionKeys, turns } from '../../worker/domain/tables.ts';
import { mails, parkedTasks } from '../../worker/domain/tables-beside.ts';
import { anInvited, answerOf, comesIn, type Invited, type RoomLine, spokenTurn } from '../support/room-line.ts';
import { cutOff, later, refusing, untilParked } from '../support/session-object.ts';
import { aMember, aTenant, region, request } from '../support/story.ts';
import { until } from '../support/until.ts';

const CLIENT = 'client-one';
const ANSWER = 'I called the other shop before I told anyone to wait.';

async function listening(invited: Invited): Promise<RoomLine> {
  const line = await comesIn(invited);
  await line.hello(CLIENT);
  await line.act({ type: 'start', mode: 'text' });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.phase('listening');
  return line;
}

async function finishes(line: RoomLine): Promise<void> {
  await line.act(answerOf(ANSWER));
  await line.phase('review');
  await line.act({ type: 'finish', corrections: [], rating: null, question: null });
}

async function rowsOf({ owner, interviewId }: Invited) {
  const [found, said, cards, steps, parked, keys, sent] = await region().database.batch(
    { tenant: owner.tenantId },
    (db) => [
      db.select().from(interviews).where(eq(interviews.id, interviewId)),
      db.select().from(turns).where(eq(turns.interviewId, interviewId)).orderBy(turns.position),
      db.select().from(scorecards).where(eq(scorecards.interviewId, interviewId)),
      db.select().from(interviewEvents).where(eq(interviewEvents.interviewId, interviewId)),
      db.select().from(parkedTasks).where(eq(parkedTasks.interviewId, interviewId)),
      db.select().from(sessionKeys).where(eq(sessionKeys.interviewId, interviewId)),
      db.select().from(mails).where(eq(mails.purpose, 'report-ready')),
    ],
  );
  return { state: found[0]?.state, said, cards, kinds: steps.map(({ kind }) => kind), parked, keys, sent };
}

interface Report {
  parked: { task: string; cause: string; at: string }[];
  card: object | null;
}

async function reportOf({ owner, interviewId }: Invited): Promise<Report> {
  return (await (await owner.get(`/api/recruiter/interviews/${interviewId}/report`)).json()) as Report;
}

const operator = { authorization: `Bearer ${(env as unknown as { OPERATOR_KEY: string }).OPERATOR_KEY}` };

async function seenByOperator(interviewId: string) {
  const answer = await request('/api/operator/parked-tasks?region=eu', { headers: operator });
  expect(answer.status).toBe(200);
  const { parked } = (await answer.json()) as { parked: { interview: string; task: string; cause: string }[] };
  return parked.filter((one) => one.interview === interviewId);
}

test('an answer that cannot be stored: the interview ends unjudged, people are told, and by hand it is whole again', async () => {
  const invited = await anInvited();
  const { interviewId, owner } = invited;
  const line = await listening(invited);
  const mend = await refusing(interviewId, 'turns', 'candidate');
  await finishes(line);
  try {
    expect(await untilParked(interviewId)).toEqual([expect.stringMatching(/^turn:/)]);
    let minutes = 60;
    await until(async () => {
      minutes += 2;
      await later(interviewId, minutes * 60_000);
      return (await rowsOf(invited)).state === 'to-decide' ? true : undefined;
    }, 'the end');
  } catch (error) {
    mend();
    throw error;
  }
  await line.phase('done');

  const left = await until(async () => {
    const rows = await rowsOf(invited);
    return rows.kinds.includes('recruiter-told') ? rows : undefined;
  });
  expect(left).toMatchObject({ state: 'to-decide', cards: [] });
  expect(left.kinds).toEqual(expect.arrayContaining(['ended', 'sealed', 'task-parked']));
  expect(left.sent[0]?.body).toContain('was set aside');
  // The key stays as long as sealed words wait for it.
  expect(left.keys).toHaveLength(1);
  const { parked, card } = await reportOf(invited);
  expect(card).toBeNull();
  expect(parked.map(({ task, cause }) => [task, cause])).toEqual(
    expect.arrayContaining([
      ['save-turn', 'Error 22021'],
      ['score', 'WaitsForParked'],
    ]),
  );
  expect(JSON.stringify(parked)).not.toContain(ANSWER);
  expect((await seenByOperator(interviewId)).map(({ task }) => task)).toContain('save-turn');

  mend();
  const retry = `/api/recruiter/interviews/${interviewId}/parked-tasks/retry`;
  expect((await (await aMember(owner, 'auditor')).send('POST', retry)).status).toBe(403);
  expect((await (await aTenant()).send('POST', retry)).status).toBe(404);
  expect((await owner.send('POST', retry)).status).toBe(204);
  const whole = await until(async () => {
    const rows = await rowsOf(invited);
    return rows.keys.length === 0 ? rows : undefined;
  });
  expect(whole.said.map(({ kind }) => kind)).toContain('answer');
  expect(whole.said.map(({ position }) => position)).toEqual(whole.said.map((_, place) => place));
  expect(whole.said.find(({ kind }) => kind === 'answer')?.text).toBe(ANSWER);
  expect(whole).toMatchObject({ state: 'to-decide', parked: [] });
  expect(whole.cards).toHaveLength(1);
  expect(whole.kinds).toContain('task-retried');
  expect((await reportOf(invited)).parked).toEqual([]);
}, 60_000);

test('a judgement that cannot be kept does not hold up the end; the operator has it tried again', async () => {
  const invited = await anInvited();
  const { interviewId } = invited;
  const line = await listening(invited);
  const mend = await refusing(interviewId, 'scorecards', 'machine');
  await finishes(line);
  await line.phase('scoring');
  expect(await untilParked(interviewId).finally(mend)).toEqual(['score']);
  await line.phase('done');
  expect(await rowsOf(invited)).toMatchObject({ state: 'to-decide', cards: [] });
  expect(await seenByOperator(interviewId)).toMatchObject([{ task: 'score', cause: 'Error 22021' }]);

  const retry = `/api/operator/interviews/${interviewId}/parked-tasks/retry?region=eu`;
  expect((await request(retry, { method: 'POST' })).status).toBe(404);
  expect((await request(retry, { method: 'POST', headers: operator })).status).toBe(204);
  const whole = await until(async () => {
    const rows = await rowsOf(invited);
    return rows.cards.length === 1 && rows.keys.length === 0 ? rows : undefined;
  });
  expect(whole).toMatchObject({ state: 'to-decide', parked: [] });
  expect(await seenByOperator(interviewId)).toEqual([]);
}, 60_000);

test('a region that cannot be reached sets nothing aside, however often it was tried', async () => {
  const invited = await anInvited();
  const line = await listening(invited);
  const back = await cutOff(invited.interviewId);
  await line.act(answerOf(ANSWER));
  for (let minutes = 2; minutes < 30; minutes += 2) await later(invited.interviewId, minutes * 60_000);
  await back();
  await later(invited.interviewId, 60 * 60_000);
  await until(async () => ((await rowsOf(invited)).said.some(({ text }) => text === ANSWER) ? true : undefined));
  expect((await rowsOf(invited)).kinds).not.toContain('task-parked');
}, 60_000);

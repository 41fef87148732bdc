/** Lines that are known ahead, as sound: who may hear which when, who says them, what they cost, and whose they are. */
import { eq } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { splitFrames, unpackSound } from '../../durable-objects/interview/protocol-sound.ts';
import { openCandidateSession } from '../../worker/domain/candidates/candidate-sessions.ts';
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import { interviews, tenants } from '../../worker/domain/tables.ts';
import { interviewSpend } from '../../worker/domain/tables-beside.ts';
import { aVoice, type TestVoice } from '../support/a-voice.ts';
import { PLAN } from '../support/finished-interview.ts';
import { anInvited, answerOf, comesIn, type Invited, spokenTurn } from '../support/room-line.ts';
import { region, request } from '../support/story.ts';

const question = PLAN.sections[0]?.questions[0];
if (question === undefined) throw new Error('the plan has no question');
const LONG: Plan = {
  ...PLAN,
  sections: [
    {
      id: 's1',
      title: 'A bad morning',
      questions: [
        {
          ...question,
          followUps: { budget: 1, rules: [{ when: 'always', say: 'Whom did you call first?' }] },
        },
        { ...question, id: 'q2', text: 'What did it cost?' },
        { ...question, id: 'q3', text: 'What would you do today?' },
      ],
    },
  ],
};

const configured = region().makers.voices;
afterEach(() => {
  region().makers.voices = configured;
});

function speakWith(...voices: TestVoice[]): void {
  region().makers.voices = voices.map(({ placed }) => placed);
}

async function heard(invited: Invited, name: string, headers: Record<string, string> = {}): Promise<Response> {
  const { secret } = await openCandidateSession(region(), invited.actor, 'test');
  return await request(`/api/candidate/voice/${encodeURIComponent(name)}`, {
    cookie: `__Host-il-candidate=${secret}`,
    headers,
  });
}

async function codeOf(answer: Response): Promise<unknown> {
  return [answer.status, ((await answer.json()) as { code?: string }).code];
}

async function spentOn(invited: Invited) {
  const [rows] = await region().database.batch({ tenant: invited.owner.tenantId }, (db) => [
    db.select().from(interviewSpend).where(eq(interviewSpend.interviewId, invited.interviewId)),
  ]);
  return rows;
}

async function set(invited: Invited, tenant: Partial<typeof tenants.$inferInsert>): Promise<void> {
  await region().database.batch({ tenant: invited.owner.tenantId }, (db) => [db.update(tenants).set(tenant)]);
}

test('a line is made once, kept, and heard as frames that a room can play', async () => {
  const voice = aVoice('test/one');
  speakWith(voice);
  const invited = await anInvited();
  const answer = await heard(invited, 'q:q1');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('private, max-age=86400, immutable');
  const frames = splitFrames(new Uint8Array(await answer.arrayBuffer())).map(unpackSound);
  expect(frames.every((frame, index) => frame?.kind === 2 && frame.seq === index + 1)).toBe(true);
  expect(frames.map((frame) => frame?.last).indexOf(true)).toBe(frames.length - 1);
  const again = await heard(invited, 'q:q1');
  expect(again.headers.get('etag')).toBe(answer.headers.get('etag'));
  const known = await heard(invited, 'q:q1', { 'if-none-match': answer.headers.get('etag') ?? '' });
  expect([known.status, (await known.arrayBuffer()).byteLength]).toEqual([304, 0]);
  expect(voice.asked).toEqual([question.text]);
});

test('what a line costs is put once to the interview that asked first', async () => {
  speakWith(aVoice('test/paid'));
  const invited = await anInvited();
  await heard(invited, 'opening');
  await heard(invited, 'opening');
  const [row, ...more] = await spentOn(invited);
  expect(more).toEqual([]);
  expect(row?.part).toMatch(/^line:/);
  expect(row?.micros).toBeGreaterThan(0);
  expect(row?.detail.lines).toMatchObject([{ maker: 'openai', unit: 'characters' }]);
});

test('only the question at hand and the next one can be had, follow-ups and other plans’ lines never ahead', async () => {
  speakWith(aVoice('test/gate'));
  const invited = await anInvited({ recording: false }, LONG);
  for (const name of ['opening', 'ack:2', 'calm', 'moment', 'unheard', 'closing', 'q:q1']) {
    expect([name, (await heard(invited, name)).status]).toEqual([name, 200]);
  }
  for (const name of ['q:q2', 'q:q3', 'f:q1:0', 'q:q9', 'ack:3', '../secret', 'x'.repeat(300)]) {
    expect([name, await codeOf(await heard(invited, name))]).toEqual([name, [404, 'not_found']]);
  }
  await region().database.batch({ tenant: invited.owner.tenantId }, (db) => [
    db.update(interviews).set({ state: 'in-interview', questionNumber: 1 }),
  ]);
  expect((await heard(invited, 'q:q2')).status).toBe(200);
  expect(await codeOf(await heard(invited, 'q:q3'))).toEqual([404, 'not_found']);
});

test('a follow-up can be heard from the moment on in which it is said', async () => {
  speakWith(aVoice('test/follow-up'));
  const invited = await anInvited({ recording: false }, LONG);
  const line = await comesIn(invited);
  await line.hello('client-one');
  await line.act({ type: 'start', mode: 'text' });
  for (const kind of ['opening', 'question'] as const) {
    await line.phase('speaking');
    expect(await codeOf(await heard(invited, 'f:q1:0'))).toEqual([404, 'not_found']);
    const from = line.heard.length;
    await line.act({ type: 'spoken', turn: spokenTurn(line) });
    await line.phase(kind === 'opening' ? 'speaking' : 'listening', from);
  }
  const from = line.heard.length;
  await line.act(answerOf('I called the other shop.'));
  expect((await line.phase('speaking', from)).utterance?.sound).toBe('f:q1:0');
  expect((await heard(invited, 'f:q1:0')).status).toBe(200);
});

test('a voice that fails gives way to the next; when all fail it is a fault and not a silence', async () => {
  const [broken, whole] = [aVoice('test/broken', 'anywhere', true), aVoice('test/whole')];
  speakWith(broken, whole);
  const invited = await anInvited();
  expect((await heard(invited, 'calm')).status).toBe(200);
  expect([broken.asked.length, whole.asked.length]).toEqual([1, 1]);
  speakWith(broken);
  expect(await codeOf(await heard(invited, 'moment'))).toEqual([503, 'voice_unavailable']);
});

test('a tenant that keeps its processing in the region is never spoken for elsewhere', async () => {
  const [away, here] = [aVoice('test/away'), aVoice('test/here', 'here')];
  const invited = await anInvited();
  await set(invited, { processing: 'region' });
  speakWith(away);
  expect(await codeOf(await heard(invited, 'q:q1'))).toEqual([404, 'not_found']);
  speakWith(away, here);
  expect((await heard(invited, 'q:q1')).status).toBe(200);
  expect([away.asked, here.asked]).toEqual([[], [question.text]]);
});

test('past the month’s cap nothing new is made, and what is there can still be heard', async () => {
  const voice = aVoice('test/capped');
  speakWith(voice);
  const invited = await anInvited();
  expect((await heard(invited, 'opening')).status).toBe(200);
  await set(invited, { spendCapMicros: 1 });
  expect((await heard(invited, 'opening')).status).toBe(200);
  expect(await codeOf(await heard(invited, 'q:q1'))).toEqual([404, 'not_found']);
  expect(voice.asked.length).toBe(1);
});

test('without a candidate’s session there is nothing, and over is over', async () => {
  speakWith(aVoice('test/over'));
  const invited = await anInvited();
  expect((await request('/api/candidate/voice/opening')).status).toBe(401);
  expect((await request('/api/candidate/voice/opening', { cookie: invited.owner.cookie })).status).toBe(401);
  await region().database.batch({ tenant: invited.owner.tenantId }, (db) => [
    db.update(interviews).set({ state: 'withdrawn' }),
  ]);
  expect(await codeOf(await heard(invited, 'opening'))).toEqual([404, 'not_found']);
});

test('a stranger’s file of the same words is not touched: each tenant has its own', async () => {
  const voice = aVoice('test/apart');
  speakWith(voice);
  const [mine, theirs] = [await anInvited(), await anInvited()];
  await heard(mine, 'opening');
  await heard(theirs, 'opening');
  expect(voice.asked.length).toBe(2);
  const files = await region().files.list(`${mine.owner.tenantId}/voices/`);
  expect(files.length).toBe(1);
});

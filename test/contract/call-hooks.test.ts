/** What LiveKit tells: nothing forged is believed, nothing is done twice, and a room that is not ours is nobody's. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { callEvents, calls } from '../../worker/domain/tables-beside.ts';
import { secretOf } from '../emulators/livekit/project.ts';
import { hashOf, signToken } from '../emulators/livekit/tokens.ts';
import { signed, type Webhook, webhook } from '../emulators/livekit/webhooks.ts';
import { askedOf, CALLS_KEY, type Calling, deliver, published, steps, talking, tell } from '../support/a-call.ts';
import { region, request } from '../support/story.ts';
import { until } from '../support/until.ts';

async function kept(of: Calling): Promise<number> {
  const [rows] = await region().database.batch({ tenant: of.owner.tenantId }, (db) => [
    db.select().from(callEvents).where(eq(callEvents.interviewId, of.interviewId)),
  ]);
  return rows.length;
}

test('twenty-five forged webhooks are refused alike, and do nothing', async () => {
  const of = await talking({ recording: true });
  const secret = secretOf(CALLS_KEY);
  const { body, headers } = await webhook(CALLS_KEY, secret, published(of.interviewId));
  const token = headers.authorization ?? '';
  const [head = '', claims = '', signature = ''] = token.split('.');
  const nowS = Math.floor(Date.now() / 1000);
  const sha256 = await hashOf(body);
  const other = (authorization: string, text = body): Webhook => ({
    body: text,
    headers: { ...headers, authorization },
  });
  const none = btoa('{"alg":"none","typ":"JWT"}').replaceAll('=', '');
  const resigned = async (more: object, by = secret) =>
    other(await signToken({ iss: CALLS_KEY, nbf: nowS, exp: nowS + 300, sha256, ...more }, by));
  const forged: Webhook[] = [
    { body, headers: { 'content-type': 'application/webhook+json' } },
    other(''),
    other('nonsense'),
    other('Bearer '),
    other(`${head}.${claims}.`),
    other(`${head}.${claims}.${signature.slice(1)}`),
    other(`${head}.${claims}.${[...signature].reverse().join('')}`),
    other(`${none}.${claims}.`),
    other(`${none}.${claims}.${signature}`),
    other(token, `${body} `),
    other(token, body.replace(of.interviewId, `${of.interviewId}x`)),
    other(token, body.replace('TR_mic', 'TR_mix')),
    other(token, body.toUpperCase()),
    other(token, ''),
    other(token, '{}'),
    await signed(CALLS_KEY, secretOf('another'), body),
    await signed('another', secretOf('another'), body),
    await signed('another', secret, body),
    await signed(CALLS_KEY, secret, body, Date.now() - 3_600_000),
    await resigned({ sha256: undefined }),
    await resigned({ sha256: '' }),
    await resigned({ sha256: await hashOf(`${body} `) }),
    await resigned({ exp: undefined }),
    await resigned({ nbf: nowS + 3_600 }),
    await resigned({ iss: '' }),
  ];
  expect(forged).toHaveLength(25);
  const missing = await (await request('/api/hooks/livekit/mars', { method: 'POST', body, headers })).text();
  for (const [at, one] of forged.entries()) {
    const answer = await deliver(one);
    expect([at, answer.status]).toEqual([at, 404]);
    expect(await answer.text()).toBe(missing);
  }
  expect(await kept(of)).toBe(0);
  expect((await askedOf(of.interviewId)).map(({ at }) => at)).toEqual(['CreateRoom']);
});

test('a region without the maker, or without anything, has no such address', async () => {
  const { body, headers } = await webhook(CALLS_KEY, secretOf(CALLS_KEY), {
    event: 'room_started',
    room: { name: 'r' },
  });
  for (const other of ['us', 'gcc', 'mars']) expect((await deliver({ body, headers }, other)).status).toBe(404);
  expect((await request('/api/hooks/livekit/eu')).status).toBe(405);
});

test('an event that comes again, and again at once, is done once', async () => {
  const of = await talking({ recording: true });
  const event = {
    event: 'egress_ended',
    id: 'EV_again',
    egressInfo: { egressId: 'EG_1', roomName: of.interviewId, status: 3 },
  };
  const answers = await Promise.all(Array.from({ length: 12 }, () => tell(event)));
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(204));
  expect((await tell(event)).status).toBe(204);
  await until(async () => ((await steps(of, 'call-recorded')).length > 0 ? true : undefined), 'the note');
  expect(await kept(of)).toBe(1);
  expect((await steps(of, 'call-recorded')).map(({ detail }) => detail)).toEqual([{ ok: true }]);
});

test('a room that is none of ours is answered and forgotten', async () => {
  const of = await talking({ recording: true }, false);
  expect((await tell(published('somebody-elses-room'))).status).toBe(204);
  expect((await tell(published(of.interviewId))).status).toBe(204);
  expect(await kept(of)).toBe(0);
  expect(await askedOf(of.interviewId)).toEqual([]);
});

test('an event too large to be one is refused unread', async () => {
  const answer = await request('/api/hooks/livekit/eu', {
    method: 'POST',
    body: 'x'.repeat(70_000),
    headers: { authorization: 'x' },
  });
  expect(answer.status).toBe(413);
});

test('after the talk a late event starts nothing', async () => {
  const of = await talking({ recording: true });
  await region().database.batch({ tenant: of.owner.tenantId }, (db) => [
    db.update(calls).set({ closedAt: new Date() }).where(eq(calls.interviewId, of.interviewId)),
  ]);
  expect((await tell(published(of.interviewId))).status).toBe(204);
  await until(async () => ((await kept(of)) === 1 ? true : undefined), 'the event');
  expect((await askedOf(of.interviewId)).map(({ at }) => at)).toEqual(['CreateRoom']);
});

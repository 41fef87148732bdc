/** The media room of an interview: who gets in, who may listen, and what the candidate is told of it. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { tenants } from '../../worker/domain/tables.ts';
import { calls } from '../../worker/domain/tables-beside.ts';
import { secretOf } from '../emulators/livekit/project.ts';
import { trusted } from '../emulators/livekit/tokens.ts';
import { askedOf, CALLS_KEY, CALLS_URL, type Calling, steps, talking, tell } from '../support/a-call.ts';
import { auditOf } from '../support/finished-interview.ts';
import { aMember, aTenant, type Person, region, request } from '../support/story.ts';

async function claimsOf(answer: Response) {
  const { url, token } = (await answer.json()) as { url: string; token: string };
  expect(url).toBe(CALLS_URL.replace('http', 'ws'));
  return await trusted(token, secretOf(CALLS_KEY));
}

const listenPath = (id: string) => `/api/recruiter/interviews/${id}/listen-pass`;

test('a candidate gets into the room of their own interview, again after a reload', async () => {
  const of = await talking({ recording: true }, false);
  for (let i = 0; i < 2; i += 1) {
    const claims = await claimsOf(await of.post('/api/candidate/call-pass'));
    expect(claims).toMatchObject({ sub: 'candidate', video: { room: of.interviewId, canSubscribe: false } });
  }
  expect(await auditOf(of.owner, of.interviewId)).toContain('call.opened');
  const [rows] = await region().database.batch({ tenant: of.owner.tenantId }, (db) => [
    db.select().from(calls).where(eq(calls.interviewId, of.interviewId)),
  ]);
  expect(rows).toHaveLength(1);
});

test('where the tenant’s processing stays in its region, a maker elsewhere is none', async () => {
  const of = await talking({ recording: true }, false);
  await region().database.batch({ tenant: of.owner.tenantId }, (db) => [
    db.update(tenants).set({ processing: 'region' }).where(eq(tenants.id, of.owner.tenantId)),
  ]);
  expect((await of.post('/api/candidate/call-pass')).status).toBe(404);
  expect(await askedOf(of.interviewId)).toEqual([]);
});

test('a member listens in where the candidate agreed to be heard; it is noted under their name', async () => {
  const of = await talking({ recording: true });
  const claims = await claimsOf(await of.owner.send('POST', listenPath(of.interviewId)));
  expect(claims?.sub).toMatch(/^listener-[0-9a-f]{16}$/);
  expect(claims?.video).toMatchObject({ room: of.interviewId, canPublish: false, canSubscribe: true });
  expect((await steps(of, 'listened-in')).map(({ detail }) => detail)).toEqual([{ by: of.owner.memberId }]);
  expect(await auditOf(of.owner, of.interviewId)).toContain('interview.listened');
});

test('nobody listens in without that consent, without a call, or after the talk', async () => {
  const silent = await talking({ recording: false });
  expect((await silent.owner.send('POST', listenPath(silent.interviewId))).status).toBe(403);
  const without = await talking({ recording: true }, false);
  expect((await without.owner.send('POST', listenPath(without.interviewId))).status).toBe(409);
  const over = await talking({ recording: true });
  await over.post('/api/candidate/consents/withdrawal', {
    purposes: { interview: false, recording: false, analytics: false },
    textVersion: await textVersion(over),
    language: 'en',
  });
  expect((await over.owner.send('POST', listenPath(over.interviewId))).status).not.toBe(200);
  for (const of of [silent, without, over]) expect(await steps(of, 'listened-in')).toEqual([]);
});

test('listening needs the role for it, and another tenant’s interview is not there', async () => {
  const of = await talking({ recording: true });
  const auditor = await aMember(of.owner, 'auditor');
  expect((await auditor.send('POST', listenPath(of.interviewId))).status).toBe(403);
  const stranger = await aTenant();
  const foreign = await stranger.send('POST', listenPath(of.interviewId));
  const missing = await stranger.send('POST', listenPath(of.interviewId.replace(/.{4}$/, '0000')));
  expect([foreign.status, await foreign.text()]).toEqual([404, await missing.text()]);
});

test('when the interview ends the room is closed', async () => {
  const of = await talking({ recording: true });
  await of.post('/api/candidate/consents/withdrawal', {
    purposes: { interview: false, recording: false, analytics: false },
    textVersion: await textVersion(of),
    language: 'en',
  });
  await expect
    .poll(async () => (await askedOf(of.interviewId)).map(({ at }) => at), { timeout: 10_000 })
    .toContain('DeleteRoom');
});

test('without a session there is no pass', async () => {
  expect((await request('/api/candidate/call-pass', { method: 'POST' })).status).toBe(401);
});

/** Listens in on it; the identity that the pass gives in the room. */
async function listens(of: Calling, member: Person): Promise<string> {
  const claims = await claimsOf(await member.send('POST', listenPath(of.interviewId)));
  return claims?.sub ?? '';
}

async function joined(of: Calling, identity: string, id: string): Promise<void> {
  await tell({ event: 'participant_joined', id, room: { name: of.interviewId }, participant: { identity } });
}

/** Who was put out of the room, in order. */
async function putOutOf(of: Calling): Promise<unknown[]> {
  const asked = await askedOf(of.interviewId);
  return asked
    .filter(({ at }) => at === 'RemoveParticipant')
    .map(({ body }) => (body as { identity: string }).identity);
}

async function textVersion(of: { cookie: string }): Promise<string> {
  const own = (await (await request('/api/candidate/interview', { cookie: of.cookie })).json()) as {
    textVersion: string;
  };
  return own.textVersion;
}

test('consent taken back while somebody listens puts them out, and an old pass lets nobody back in', async () => {
  const of = await talking({ recording: true });
  const identity = await listens(of, of.owner);
  const joins = async (id: string) => await joined(of, identity, id);
  await joins('EV_first');
  await of.post('/api/candidate/consents/withdrawal', {
    purposes: { interview: true, recording: false, analytics: false },
    textVersion: await textVersion(of),
    language: 'en',
  });
  expect((await askedOf(of.interviewId)).map(({ at }) => at)).toEqual(['CreateRoom', 'DeleteRoom']);
  // The candidate's page comes back; whoever kept a pass of before tries to.
  await of.post('/api/candidate/call-pass');
  await joins('EV_second');
  await expect
    .poll(async () => (await askedOf(of.interviewId)).map(({ at }) => at), { timeout: 10_000 })
    .toEqual(['CreateRoom', 'DeleteRoom', 'CreateRoom', 'RemoveParticipant']);
  expect((await of.owner.send('POST', listenPath(of.interviewId))).status).toBe(403);
});

for (const [how, change] of [
  ['taken off the team', { active: false }],
  ['given a role that does not listen', { role: 'auditor' }],
] as const) {
  test(`a member who was ${how} is put out of the room at once, and their pass lets them back in no more`, async () => {
    const of = await talking({ recording: true });
    const member = await aMember(of.owner, 'recruiter');
    const [theirs, owners] = [await listens(of, member), await listens(of, of.owner)];
    expect(theirs).not.toBe(owners);
    await joined(of, theirs, `EV_first_${theirs}`);
    await joined(of, owners, `EV_first_${owners}`);
    const from = performance.now();
    expect((await of.owner.send('PATCH', `/api/recruiter/team/${member.memberId}`, change)).status).toBe(204);
    await expect.poll(() => putOutOf(of), { timeout: 10_000 }).toEqual([theirs]);
    expect(performance.now() - from).toBeLessThan(5_000);
    await joined(of, theirs, `EV_second_${theirs}`);
    await expect.poll(() => putOutOf(of), { timeout: 10_000 }).toEqual([theirs, theirs]);
    await joined(of, owners, `EV_second_${owners}`);
    await joined(of, 'listener-0011223344556677', 'EV_stranger');
    await expect.poll(() => putOutOf(of), { timeout: 10_000 }).toEqual([theirs, theirs, 'listener-0011223344556677']);
  });
}

/** Revoked means revoked: within five seconds nothing goes on with what was taken away, on any route or line. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOSE } from '../../durable-objects/interview/protocol.ts';
import { openCandidateSession } from '../../worker/domain/candidates/candidate-sessions.ts';
import { CONSENT_TEXT_VERSION } from '../../worker/domain/candidates/consent-text-rules.ts';
import { openInterview } from '../../worker/domain/interviews/enter-interview.ts';
import { invitations } from '../../worker/domain/tables.ts';
import { anInvited, comesIn, type Invited, knocks } from '../support/room-line.ts';
import { aMember, type Person, region, request, send } from '../support/story.ts';
import { until } from '../support/until.ts';

const WITHIN_MS = 5_000;
/** Each waits out what an isolate remembers. */
const PATIENCE_MS = 60_000;

async function aSession({ actor }: Invited): Promise<string> {
  const { tenantId, interviewId, candidateId } = actor;
  const { secret } = await openCandidateSession(region(), { tenantId, interviewId, candidateId }, 'test');
  return `__Host-il-candidate=${secret}`;
}

async function invitationOf({ owner, interviewId }: Invited): Promise<string> {
  const [[found]] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select({ id: invitations.id }).from(invitations).where(eq(invitations.interviewId, interviewId)),
  ]);
  return found?.id ?? '';
}

const upload = (cookie: string) =>
  request('/api/candidate/recording/segment-1/0', {
    method: 'PUT',
    cookie,
    body: new Uint8Array(4),
    headers: { 'content-type': 'audio/webm' },
  });

/** How long after now this is answered with 401. */
async function refusedAfter(ask: () => Promise<Response>): Promise<number> {
  const from = performance.now();
  await until(async () => ((await ask()).status === 401 ? true : undefined), 'the refusal');
  return performance.now() - from;
}

test(
  'a link taken back ends the session that it opened, its uploads, its line and its tickets',
  async () => {
    const invited = await anInvited({ recording: true });
    const cookie = await aSession(invited);
    const line = await comesIn(invited);
    await line.hello('client-one');
    const closed = line.closed();
    const { ticket } = await openInterview(region(), invited.actor);
    // Everything is warm: this isolate has just seen the session.
    expect((await request('/api/candidate/interview', { cookie })).status).toBe(200);
    expect((await upload(cookie)).status).not.toBe(401);
    const revoked = await invited.owner.send(
      'POST',
      `/api/recruiter/invitations/${await invitationOf(invited)}/revoke`,
      {},
    );
    expect(revoked.status).toBe(204);
    expect(await closed).toBe(CLOSE.over);
    expect((await knocks(invited.interviewId, ticket)).status).toBe(404);
    expect((await send('POST', '/api/candidate/socket-ticket', {}, cookie)).status).toBeGreaterThanOrEqual(400);
    const waited = await Promise.all([
      refusedAfter(() => request('/api/candidate/interview', { cookie })),
      refusedAfter(() => upload(cookie)),
    ]);
    expect(Math.max(...waited)).toBeLessThan(WITHIN_MS);
  },
  PATIENCE_MS,
);

test(
  'a link sent again ends what the old one opened: its session, its line and its tickets',
  async () => {
    const invited = await anInvited();
    const cookie = await aSession(invited);
    const line = await comesIn(invited);
    await line.hello('client-one');
    const closed = line.closed();
    const { ticket } = await openInterview(region(), invited.actor);
    expect((await request('/api/candidate/interview', { cookie })).status).toBe(200);
    const again = await invited.owner.send(
      'POST',
      `/api/recruiter/invitations/${await invitationOf(invited)}/again`,
      {},
    );
    expect(again.status).toBeLessThan(300);
    expect(await closed).toBe(CLOSE.over);
    expect((await knocks(invited.interviewId, ticket)).status).toBe(404);
    expect(await refusedAfter(() => request('/api/candidate/interview', { cookie }))).toBeLessThan(WITHIN_MS);
  },
  PATIENCE_MS,
);

test(
  'nobody withdraws over a line, where no consent would be recorded and no device signed out',
  async () => {
    const invited = await anInvited();
    const cookie = await aSession(invited);
    const line = await comesIn(invited);
    await line.hello('client-one');
    line.raw(JSON.stringify({ type: 'do', seq: line.seq + 1, action: { type: 'withdraw' } }));
    expect(await line.next((message) => message.type === 'refused')).toMatchObject({ code: 'malformed' });
    line.seq += 1;
    expect(await line.act({ type: 'start', mode: 'text' })).toMatchObject({ type: 'ack' });
    const own = await request('/api/candidate/interview', { cookie });
    expect(await own.json()).toMatchObject({ consents: { interview: true } });
    expect(await line.settled()).not.toBe('ended');
  },
  PATIENCE_MS,
);

test(
  'a withdrawal signs out every other device and ends every line; this one still shows what has ended',
  async () => {
    const invited = await anInvited();
    const [here, elsewhere] = [await aSession(invited), await aSession(invited)];
    const line = await comesIn(invited);
    await line.hello('client-one');
    const closed = line.closed();
    expect((await request('/api/candidate/interview', { cookie: elsewhere })).status).toBe(200);
    const body = {
      purposes: { interview: false, recording: false, analytics: false },
      textVersion: CONSENT_TEXT_VERSION,
      language: 'en',
    };
    expect((await send('POST', '/api/candidate/consents/withdrawal', body, here)).status).toBeLessThan(300);
    expect(await closed).toBe(CLOSE.over);
    expect(await refusedAfter(() => request('/api/candidate/interview', { cookie: elsewhere }))).toBeLessThan(
      WITHIN_MS,
    );
    expect((await request('/api/candidate/data', { cookie: here })).status).toBe(200);
    expect((await upload(here)).status).toBeGreaterThanOrEqual(400);
  },
  PATIENCE_MS,
);

test(
  'a member who was taken off the team reads nothing five seconds later',
  async () => {
    const { owner } = await anInvited();
    const member: Person = await aMember(owner, 'recruiter');
    expect((await member.get('/api/recruiter/team')).status).toBe(200);
    await owner.send('PATCH', `/api/recruiter/team/${member.memberId}`, { active: false });
    expect(await refusedAfter(() => member.get('/api/recruiter/team'))).toBeLessThan(WITHIN_MS);
    expect((await member.get('/api/recruiter/home')).status).toBe(401);
  },
  PATIENCE_MS,
);

/** A candidate's way in: the link, the mailed code, consent, the ticket; and what it says to everybody else. */
import { expect, test } from 'vitest';
import { CONSENT_TEXT_VERSION } from '../../worker/domain/candidates/consent-text-rules.ts';
import { mails } from '../../worker/domain/tables-beside.ts';
import { LIMITS } from '../../worker/limits.ts';
import { Browser } from '../support/a-browser.ts';
import { aRole, auditOf } from '../support/finished-interview.ts';
import { aTenant, type Person, readMailbox, region, request, send, uniqueAddress } from '../support/story.ts';

interface Invited {
  owner: Person;
  invitation: string;
  interview: string;
  email: string;
  link: string;
}

async function anInvitation(): Promise<Invited> {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  const email = uniqueAddress('amina');
  const answer = await owner.send('POST', `/api/recruiter/roles/${roleId}/invitations`, {
    name: 'Amina \u200fYusuf 😀',
    email,
    days: 3,
  });
  const made = (await answer.json()) as { invitation: string; interview: string; link: string };
  return { owner, email, ...made, link: made.link.split('#')[1] ?? '' };
}

async function mailTo(email: string, fits: RegExp): Promise<string> {
  const mail = (await readMailbox()).find((one) => one.to === email && fits.test(one.subject));
  return mail === undefined ? '' : `${mail.subject}\n${mail.text}`;
}

async function signsIn({ link, email }: Invited): Promise<string> {
  const browser = new Browser();
  expect((await browser.send('POST', '/api/visitor/link/code', { link })).status).toBe(200);
  const code = /\b\d{6}\b/.exec(await mailTo(email, /is your code/))?.[0] ?? '';
  const answer = await browser.send('POST', '/api/visitor/link/verify', { link, code });
  expect(answer.status).toBe(204);
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-il-candidate=eu_[\w-]{43};/);
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
  return cookie.split(';')[0] ?? '';
}

const agreed = (more: object) => ({
  purposes: { interview: true, recording: false, analytics: false, ...more },
  textVersion: CONSENT_TEXT_VERSION,
  language: 'en',
});

async function codeOf(answer: Response): Promise<unknown> {
  return ((await answer.json()) as { code?: string }).code;
}

test('a link says who asks and for what, and of the address only enough to know one’s own', async () => {
  const invited = await anInvitation();
  const answer = await send('POST', '/api/visitor/link', { link: invited.link });
  const seen = (await answer.json()) as Record<string, unknown>;
  expect(seen).toMatchObject({ tenant: 'Harbour Bakery', interview: invited.interview, signedIn: false, begun: false });
  expect(seen.region).toMatchObject({ id: 'eu', kept: 'guarantee' });
  expect(JSON.stringify(seen)).not.toContain(invited.email);
});

test('a link that nobody made, and one of another region, get the same answer', async () => {
  const answers = await Promise.all(
    [`eu_${'A'.repeat(43)}`, `in_${'A'.repeat(43)}`].map((link) => send('POST', '/api/visitor/link', { link })),
  );
  const told = await Promise.all(
    answers.map(async (answer) => {
      const { request: _, ...body } = (await answer.json()) as Record<string, unknown>;
      return { status: answer.status, body };
    }),
  );
  expect(told[0]?.status).toBe(404);
  expect(told[1]).toEqual(told[0]);
});

test('a wrong code counts down its tries, and then only a new code helps', async () => {
  const { link } = await anInvitation();
  const browser = new Browser();
  await browser.send('POST', '/api/visitor/link/code', { link });
  const guess = () => browser.send('POST', '/api/visitor/link/verify', { link, code: '000000' });
  const told: unknown[] = [];
  for (let i = 0; i < LIMITS.codes.tries; i += 1) told.push(await codeOf(await guess()));
  expect(told.slice(0, -1)).toEqual(Array.from({ length: LIMITS.codes.tries - 1 }, () => 'code_wrong'));
  expect(told.at(-1)).toBe('code_spent');
  const again = await browser.send('POST', '/api/visitor/link/code', { link });
  expect(again.status).toBe(429);
  expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('signed in, the room opens only after consent; a copy of it comes by mail', async () => {
  const invited = await anInvitation();
  const cookie = await signsIn(invited);
  const ticket = () => send('POST', '/api/candidate/socket-ticket', {}, cookie);
  expect(await codeOf(await ticket())).toBe('consent_missing');
  const none = await send('POST', '/api/candidate/consents', agreed({ interview: false }), cookie);
  expect(await codeOf(none)).toBe('consent_missing');
  const given = await send('POST', '/api/candidate/consents', agreed({ recording: true }), cookie);
  expect(await given.json()).toEqual({ interview: true, recording: true, analytics: false });
  expect(await mailTo(invited.email, /What you agreed to/)).toContain('Yes · Recording');
  expect(await (await ticket()).json()).toMatchObject({
    path: expect.stringContaining(`/ws/interview/${invited.interview}?ticket=`),
  });
  expect(await auditOf(invited.owner, invited.interview)).toEqual(
    expect.arrayContaining(['link.opened', 'candidate-session.opened', 'consent.given']),
  );
});

test('an older text than the one in force cannot be agreed to', async () => {
  const cookie = await signsIn(await anInvitation());
  const old = { ...agreed({}), textVersion: '2020-01-01' };
  expect((await send('POST', '/api/candidate/consents', old, cookie)).status).toBe(422);
});

test('taking consent back counts at once: without the interview’s own there is no room any more', async () => {
  const cookie = await signsIn(await anInvitation());
  await send('POST', '/api/candidate/consents', agreed({ recording: true }), cookie);
  await send('POST', '/api/candidate/consents/withdrawal', agreed({}), cookie);
  const own = await (await request('/api/candidate/interview', { cookie })).json();
  expect(own).toMatchObject({ consents: { interview: true, recording: false, analytics: false } });
  await send('POST', '/api/candidate/consents/withdrawal', agreed({ interview: false }), cookie);
  expect(await codeOf(await send('POST', '/api/candidate/socket-ticket', {}, cookie))).toBe('consent_missing');
  expect(await (await request('/api/candidate/interview', { cookie })).json()).toMatchObject({ state: 'withdrawn' });
});

test('an interview is not left open by a code that was right: leaving the device closes it there', async () => {
  const invited = await anInvitation();
  const cookie = await signsIn(invited);
  const seen = async () =>
    (await (await request('/api/visitor/link', linkBody(invited.link, cookie))).json()) as { signedIn: boolean };
  expect((await seen()).signedIn).toBe(true);
  const left = await request('/api/candidate/session', { method: 'DELETE', cookie });
  expect(left.status).toBe(204);
  expect(left.headers.get('clear-site-data')).toContain('storage');
  expect((await request('/api/candidate/interview', { cookie })).status).toBe(401);
  expect((await seen()).signedIn).toBe(false);
});

test('a link without its code files nothing in the candidate’s name; with it one may ask, and not without end', async () => {
  const invited = await anInvitation();
  const { link, owner } = invited;
  const listed = async () => await (await owner.get('/api/recruiter/requests')).text();
  const forged = { link, kind: 'human', text: 'Forged words' };
  expect((await send('POST', '/api/visitor/link/request', forged)).status).toBe(404);
  expect((await send('POST', '/api/candidate/requests', forged)).status).toBe(401);
  const wrong = await Promise.all(
    Array.from({ length: 3 }, () => send('POST', '/api/visitor/link/wrong-address', { link })),
  );
  expect(wrong.map(({ status }) => status)).toEqual([204, 204, 204]);
  expect(await listed()).not.toContain('Forged');
  const [sent] = await region().database.batch({ tenant: owner.tenantId }, (db) => [db.select().from(mails)]);
  expect(sent.filter(({ subject }) => subject.includes('wrong address'))).toHaveLength(1);

  const cookie = await signsIn(invited);
  const ask = (kind: string, text = 'More time, please') =>
    send('POST', '/api/candidate/requests', { kind, text }, cookie);
  expect((await ask('adjustment')).status).toBe(201);
  expect(await listed()).toContain('More time, please');
  expect((await ask('human', '')).status).toBe(201);
  expect((await ask('question', '.')).status).toBe(422);
  expect((await ask('erase')).status).toBe(422);
  const answers = await Promise.all(Array.from({ length: 6 }, () => ask('human')));
  expect(answers.some(({ status }) => status === 429)).toBe(true);
});

test('a candidate reads their own data, and nobody else’s cookie opens it', async () => {
  const invited = await anInvitation();
  const [cookie, other] = [await signsIn(invited), await signsIn(await anInvitation())];
  const own = (await (await request('/api/candidate/data', { cookie })).json()) as Record<string, unknown>;
  expect(own).toMatchObject({ email: invited.email, turns: [], recording: null });
  const foreign = (await (await request('/api/candidate/data', { cookie: other })).json()) as { email: string };
  expect(foreign.email).not.toBe(invited.email);
  expect(await auditOf(invited.owner, invited.interview)).toContain('own-data.read');
});

function linkBody(link: string, cookie: string) {
  return { method: 'POST', cookie, body: JSON.stringify({ link }), headers: { 'content-type': 'application/json' } };
}

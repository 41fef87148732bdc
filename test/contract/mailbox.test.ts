/** Who may read the embedded mailbox, under which names the installation answers, and where links in mails lead. */
import { env, exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { makeApp } from '../../worker/app.ts';
import { aRole } from '../support/finished-interview.ts';
import { aTenant, freshNetwork, ORIGIN, readMailbox, uniqueAddress } from '../support/story.ts';

const { MAILBOX_KEY } = env as unknown as { MAILBOX_KEY: string };
const MAILBOX = '/api/visitor/mailbox?region=eu';
const cookie = `il-mailbox=${MAILBOX_KEY}`;

/** The Worker as `npm run deploy` would leave it: it has its own address, and nobody has made it a mailbox. */
const deployed = makeApp();
const bindings = { ...(env as object), MAILBOX_KEY: undefined };
const ofDeployed = (path: string, init: RequestInit = {}, origin = ORIGIN) =>
  deployed.fetch(fromFreshNetwork(`${origin}${path}`, init), bindings);

async function from(origin: string, path: string, init: RequestInit = {}): Promise<Response> {
  return await exports.default.fetch(fromFreshNetwork(`${origin}${path}`, { redirect: 'manual', ...init }));
}

function fromFreshNetwork(url: string, init: RequestInit): Request {
  const request = new Request(url, init);
  request.headers.set('cf-connecting-ip', freshNetwork());
  return request;
}

const LOCAL = ['http://localhost:8787', 'http://127.0.0.1:8787', 'http://[::1]:8787', 'http://localhost'];
/** What somebody else may point at our address, and what only looks like this machine. */
const FOREIGN = [
  'http://rebound.example:8787',
  'http://localhost.rebound.example',
  'http://127.0.0.1.nip.example',
  'http://interloop.test.rebound.example',
  'http://interloop.test:8080',
  'http://10.0.0.7:8787',
  'http://169.254.169.254',
];

test('the mailbox opens on this machine with its key, and to nobody else', async () => {
  for (const origin of LOCAL) {
    expect((await from(origin, MAILBOX, { headers: { cookie } })).status).toBe(200);
    for (const wrong of [
      '',
      'il-mailbox=',
      'il-mailbox=guess',
      `il-mailbox=${MAILBOX_KEY}x`,
      `il-mail=${MAILBOX_KEY}`,
    ]) {
      const refused = await from(origin, MAILBOX, { headers: { cookie: wrong } });
      expect(refused.status).toBe(404);
      expect(await refused.text()).toBe(await (await from(origin, '/api/nothing-here')).text());
    }
  }
  // Its own public name is no name of this machine, whoever brings the key.
  expect((await from(ORIGIN, MAILBOX, { headers: { cookie } })).status).toBe(404);
});

test('the key in the printed address becomes a cookie and leaves the address; a wrong one changes nothing', async () => {
  const answer = await from('http://localhost:8787', `/mailbox?region=in&key=${MAILBOX_KEY}`);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/mailbox?region=in');
  expect(answer.headers.get('set-cookie')).toBe(`${cookie}; Path=/; HttpOnly; SameSite=Lax`);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const guessed = await from('http://localhost:8787', '/mailbox?region=in&key=guess');
  expect(guessed.headers.get('set-cookie')).toBeNull();
  const public_ = await from(ORIGIN, `/mailbox?key=${MAILBOX_KEY}`);
  expect(public_.headers.get('set-cookie')).toBeNull();
});

test.each(FOREIGN)('%s is not our name: no page, no file, no answer, no socket', async (origin) => {
  const paths = [
    '/',
    '/mailbox',
    '/icon.svg',
    '/api/visitor/installation',
    '/api/openapi.json',
    MAILBOX,
    '/ws/interview/x',
  ];
  for (const path of paths) {
    const answer = await from(origin, path, { headers: { cookie } });
    expect(answer.status).toBe(421);
    expect(await answer.json()).toMatchObject({ code: 'foreign_host' });
  }
  const upgrade = await from(origin, '/ws/interview/x', { headers: { upgrade: 'websocket' } });
  expect(upgrade.status).toBe(421);
  const posted = await from(origin, '/api/visitor/link', { method: 'POST', body: '{}', headers: { origin } });
  expect(posted.status).toBe(421);
});

test('what is for whoever sits at this machine is told only there', async () => {
  const told = async (origin: string, init: RequestInit = {}) =>
    (await (await from(origin, '/api/visitor/installation', init)).json()) as { mailbox: boolean; embedded: boolean };
  expect(await told('http://localhost:8787', { headers: { cookie } })).toMatchObject({ embedded: true, mailbox: true });
  expect(await told('http://localhost:8787')).toMatchObject({ embedded: true, mailbox: false });
  expect(await told(ORIGIN, { headers: { cookie } })).toMatchObject({ embedded: true, mailbox: false, links: {} });
});

test('a deployed Worker without a mail provider sends nothing, says so, and shows no mail', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  const email = uniqueAddress('noor');
  const refused = await ofDeployed(`/api/recruiter/roles/${roleId}/invitations`, {
    method: 'POST',
    body: JSON.stringify({ name: 'Noor', email }),
    headers: { 'content-type': 'application/json', cookie: owner.cookie },
  });
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({
    code: 'mail_unavailable',
    detail: 'This installation has no mail provider.',
  });
  expect((await readMailbox()).filter((mail) => mail.to === email)).toEqual([]);
  expect((await ofDeployed(MAILBOX, { headers: { cookie } })).status).toBe(404);
  const installation = await (await ofDeployed('/api/visitor/installation')).json();
  expect(installation).toMatchObject({
    embedded: false,
    links: {},
    providers: expect.arrayContaining([{ port: 'mail', maker: 'none', real: false }]),
  });
  // This machine is nothing special to a Worker that is not on it.
  expect((await ofDeployed('/', {}, 'http://localhost')).status).toBe(421);
});

test('a Worker that does not know its own address does not start to guess', async () => {
  for (const PUBLIC_ORIGIN of [undefined, '', 'interloop.test', 'ftp://interloop.test', 'https://interloop.test/app']) {
    const answer = await deployed.fetch(new Request(`${ORIGIN}/api/visitor/installation`), {
      ...bindings,
      PUBLIC_ORIGIN,
    });
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ detail: 'The installation is not configured.' });
  }
});

test('links lead to the configured address, whatever name the request came under', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  const email = uniqueAddress('noor');
  // A browser sends the cookie without its prefix where the address is plain http on this machine.
  const cookies = `${owner.cookie}; ${owner.cookie.replace('__Host-', '')}`;
  const answer = await from('http://127.0.0.1:9999', `/api/recruiter/roles/${roleId}/invitations`, {
    method: 'POST',
    body: JSON.stringify({ name: 'Noor', email }),
    headers: { 'content-type': 'application/json', cookie: cookies },
  });
  const { link } = (await answer.json()) as { link: string };
  expect(link.startsWith(`${ORIGIN}/i#eu_`)).toBe(true);
  const colleague = uniqueAddress('admin');
  const added = await from('http://localhost:9999', '/api/recruiter/team', {
    method: 'POST',
    body: JSON.stringify({ name: 'Tomas', email: colleague, role: 'admin' }),
    headers: { 'content-type': 'application/json', cookie: cookies },
  });
  expect(added.status).toBe(201);
  const mails = await readMailbox();
  expect(mails.find((mail) => mail.to === email)?.text).toContain(link);
  expect(mails.find((mail) => mail.to === colleague)?.text).toContain(`${ORIGIN}/sign-in?region=eu`);
});

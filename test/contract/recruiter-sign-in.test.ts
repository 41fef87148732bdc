/** Signing in as a member: a code by mail, five tries, and nothing said about who is known. */
import { env, listDurableObjectIds } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { createTenant } from '../../worker/domain/tenants/tenants.ts';
import type { Env } from '../../worker/env.ts';
import { REGION_IDS } from '../../worker/ids.ts';
import { LIMITS } from '../../worker/limits.ts';
import { Browser } from '../support/a-browser.ts';
import { aTenant, readMailbox, region, request, uniqueAddress } from '../support/story.ts';
import { until } from '../support/until.ts';

async function aMemberNamed(email: string, tenant = 'Harbour Bakery'): Promise<void> {
  await createTenant(
    region(),
    { kind: 'operator', name: 'test' },
    { name: tenant, processing: 'anywhere', owner: { name: 'Ines', email } },
  );
}

const CODE = '/api/visitor/sign-in/code';

async function codeFor(browser: Browser, email: string): Promise<string> {
  const answer = await browser.send('POST', CODE, { region: 'eu', email });
  expect(answer.status).toBe(200);
  return await mailedCode(email);
}

async function mailedCode(email: string): Promise<string> {
  const mail = await until(async () => (await mailsTo(email)).find(({ subject }) => /^Your code/.test(subject)));
  return /(\d{3}) (\d{3})/.exec(mail.text)?.slice(1).join('') ?? '';
}

const mailsTo = async (email: string) => (await readMailbox()).filter(({ to }) => to === email);

const signIn = (browser: Browser, email: string, code: string) =>
  browser.send('POST', '/api/visitor/sign-in', { region: 'eu', email, code });

const codeIn = async (answer: Response): Promise<unknown> => ((await answer.json()) as { code?: string }).code;

test('the mailed code opens a session once, in a cookie that scripts cannot read', async () => {
  const email = uniqueAddress('ines');
  const browser = new Browser();
  await aMemberNamed(email);
  const code = await codeFor(browser, email);
  const answer = await signIn(browser, email.toUpperCase(), code);
  expect(await answer.json()).toEqual({ state: 'signed-in' });
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-il-member=eu_[\w-]{43}; .*HttpOnly; Secure; SameSite=Lax/);
  const me = await request('/api/recruiter/me', { cookie: cookie.split(';')[0] ?? '' });
  expect(await me.json()).toMatchObject({
    member: { email, role: 'owner' },
    tenant: { name: 'Harbour Bakery' },
    region: { id: 'eu', kept: 'guarantee' },
  });
  expect((await signIn(browser, email, code)).status).toBe(422);
});

test('an address that nobody has gets the same answer, no mail, and no guess ever opens anything', async () => {
  const [known, unknown] = [uniqueAddress('known'), uniqueAddress('unknown')];
  await aMemberNamed(known);
  const browser = new Browser();
  const answers = await Promise.all(
    [known, unknown].map((email) => browser.send('POST', CODE, { region: 'eu', email })),
  );
  const [yes, no] = await Promise.all(answers.map((answer) => answer.text()));
  expect(no).toBe(yes);
  await mailedCode(known);
  expect(await mailsTo(unknown)).toEqual([]);
  const asker = new Browser();
  await asker.send('POST', CODE, { region: 'eu', email: unknown });
  expect(await (await signIn(asker, unknown, '123456')).json()).toMatchObject({ code: 'code_wrong', detail: '4' });
});

test('five wrong codes spend it; the next one has to wait out the countdown', async () => {
  const email = uniqueAddress('guess');
  const browser = new Browser();
  await aMemberNamed(email);
  const code = await codeFor(browser, email);
  const wrong = code === '000000' ? '000001' : '000000';
  const told: unknown[] = [];
  for (let n = 0; n < 5; n += 1) told.push(await codeIn(await signIn(browser, email, wrong)));
  expect(told).toEqual(['code_wrong', 'code_wrong', 'code_wrong', 'code_wrong', 'code_spent']);
  expect(await codeIn(await signIn(browser, email, code))).toBe('code_spent');
  const again = await browser.send('POST', CODE, { region: 'eu', email });
  expect(again.status).toBe(429);
  expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('strangers who ask and guess do not keep the owner out, nor use the code from elsewhere', async () => {
  const email = uniqueAddress('owner');
  await aMemberNamed(email);
  const own = new Browser();
  const code = await codeFor(own, email);
  const wrong = code === '000000' ? '000001' : '000000';
  const cookieless = new Browser({ keepsCookies: false });
  for (let n = 0; n < 30; n += 1) expect(await codeIn(await signIn(cookieless, email, wrong))).toBe('code_elsewhere');
  for (let n = 0; n < 6; n += 1) {
    const stranger = new Browser();
    await stranger.send('POST', CODE, { region: 'eu', email });
    for (let i = 0; i < 6; i += 1) expect((await signIn(stranger, email, wrong)).status).toBe(422);
    expect(await codeIn(await signIn(stranger, email, code))).toBe('code_spent');
  }
  expect(await (await signIn(own, email, code)).json()).toEqual({ state: 'signed-in' });
  // Even with every code of the hour asked for by strangers, a device that was signed in before gets its own.
  for (let n = 0; n < 20; n += 1) await new Browser().send('POST', CODE, { region: 'eu', email });
  expect((await new Browser().send('POST', CODE, { region: 'eu', email })).status).toBe(429);
  expect((await own.send('POST', CODE, { region: 'eu', email })).status).toBe(200);
});

test('a code is not used up by a browser that keeps no cookies, and it says why', async () => {
  const email = uniqueAddress('webkit');
  await aMemberNamed(email);
  const browser = new Browser();
  const code = await codeFor(browser, email);
  const kept = new Map(browser.cookies);
  browser.cookies.clear();
  expect(await codeIn(await signIn(browser, email, code))).toBe('code_elsewhere');
  for (const [name, value] of kept) browser.cookies.set(name, value);
  expect(await (await signIn(browser, email, code)).json()).toEqual({ state: 'signed-in' });
});

test('one network asks for so many codes an hour, in all regions together, whoever they are for', async () => {
  const browser = new Browser({ ip: '2001:db8:ffff:1::7' });
  const answers: number[] = [];
  for (let n = 0; n < 50; n += 1) {
    browser.ip = `2001:db8:ffff:1:${n.toString(16)}::${n}`;
    const region = n % 2 === 0 ? 'eu' : 'in';
    answers.push((await browser.send('POST', CODE, { region, email: uniqueAddress('anyone') })).status);
  }
  expect(answers.filter((status) => status === 200)).toHaveLength(LIMITS.codes.perNetworkHour);
  expect(answers.at(-1)).toBe(429);
  browser.ip = '2001:db8:ffff:2::7';
  expect((await browser.send('POST', CODE, { region: 'eu', email: uniqueAddress('anyone') })).status).toBe(200);
});

test('invented addresses and networks make no objects of their own', async () => {
  const { OTP_CHALLENGE, RATE_LIMITS } = env as unknown as Env;
  for (let n = 0; n < 60; n += 1) {
    await new Browser().send('POST', CODE, { region: 'eu', email: uniqueAddress('invented') });
  }
  const shards = Array.from({ length: 64 }, (_, n) => `shard-${n}`);
  const places = [...REGION_IDS, 'installation'];
  const names = places.flatMap((place) => shards.map((shard) => `${place}:${shard}`));
  const known = new Set(
    names.flatMap((name) => [OTP_CHALLENGE.idFromName(name), RATE_LIMITS.idFromName(name)].map(String)),
  );
  const there = [...(await listDurableObjectIds(OTP_CHALLENGE)), ...(await listDurableObjectIds(RATE_LIMITS))];
  expect(there.length).toBeGreaterThan(40);
  expect(there.filter((id) => !known.has(String(id)))).toEqual([]);
});

async function choosing() {
  const email = uniqueAddress('several');
  await aMemberNamed(email, 'Harbour Bakery');
  await aMemberNamed(email, 'Night Trains');
  const browser = new Browser();
  const outcome = (await (await signIn(browser, email, await codeFor(browser, email))).json()) as {
    proof: string;
    tenants: { id: string; name: string }[];
  };
  const choose = (tenant: string, { by = browser, proof = outcome.proof, as = email } = {}) =>
    by.send('POST', '/api/visitor/sign-in/tenant', { region: 'eu', email: as, proof, tenant });
  return { ...outcome, email, browser, choose, trains: outcome.tenants[1]?.id ?? '' };
}

test('who belongs to several tenants chooses one after the code: once, in the same browser, for the same address', async () => {
  const { choose, trains, proof, tenants } = await choosing();
  expect(tenants.map(({ name }) => name)).toEqual(['Harbour Bakery', 'Night Trains']);
  expect(await codeIn(await choose(trains, { as: uniqueAddress('other') }))).toBe('code_spent');
  expect(await codeIn(await choose(trains, { proof: `9${proof}` }))).toBe('code_spent');
  expect(await codeIn(await choose(trains, { by: new Browser({ keepsCookies: false }) }))).toBe('code_elsewhere');
  const other = new Browser();
  await other.send('POST', CODE, { region: 'eu', email: uniqueAddress('other') });
  expect(await codeIn(await choose(trains, { by: other }))).toBe('code_spent');
  const cookie = (await choose(trains)).headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(await (await request('/api/recruiter/me', { cookie })).json()).toMatchObject({
    tenant: { name: 'Night Trains' },
  });
  expect(await codeIn(await choose(trains))).toBe('code_spent');
});

test('a proof opens no tenant that the address does not belong to', async () => {
  const { choose } = await choosing();
  expect((await choose((await aTenant()).tenantId)).status).toBe(404);
});

test('a device that was not used before is told of by mail, the first one and a known one are not', async () => {
  const email = uniqueAddress('devices');
  await aMemberNamed(email);
  const told = async () => (await mailsTo(email)).filter(({ subject }) => /new device/.test(subject));
  const first = new Browser();
  await signIn(first, email, await codeFor(first, email));
  const second = new Browser();
  const code = await codeFor(second, email);
  const newest = await until(async () => {
    const codes = (await mailsTo(email)).filter(({ subject }) => /^Your code/.test(subject));
    return codes.length === 2 ? codes : undefined;
  });
  const right = newest.map(({ text }) => /(\d{3}) (\d{3})/.exec(text)?.slice(1).join('') ?? code);
  for (const one of right) await signIn(second, email, one);
  const [mail] = await until(async () => ((await told()).length > 0 ? await told() : undefined));
  expect(mail?.text).toMatch(/somebody signed in with your address/);
  expect(await told()).toHaveLength(1);
});

test('signing out ends the session at once; another device can be signed out from here', async () => {
  const email = uniqueAddress('two');
  const owner = await aTenant();
  const before = (await (await owner.get('/api/recruiter/sessions')).json()) as { sessions: { current: boolean }[] };
  expect(before.sessions.map(({ current }) => current)).toEqual([true]);
  await aMemberNamed(email);
  const out = await owner.send('POST', '/api/recruiter/sign-out', {});
  expect(out.status).toBe(204);
  expect(out.headers.get('set-cookie')).toMatch(/^__Host-il-member=; Max-Age=0/);
  expect(out.headers.get('clear-site-data')).toBe('"cache"');
  expect((await owner.get('/api/recruiter/me')).status).toBe(401);
});

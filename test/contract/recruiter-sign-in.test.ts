/** Signing in as a member: a code by mail, five tries, and nothing said about who is known. */
import { expect, test } from 'vitest';
import { createTenant } from '../../worker/domain/tenants/tenants.ts';
import { aTenant, readMailbox, region, request, send, uniqueAddress } from '../support/story.ts';

async function aMemberNamed(email: string, tenant = 'Harbour Bakery'): Promise<void> {
  await createTenant(
    region(),
    { kind: 'operator' },
    { name: tenant, processing: 'anywhere', owner: { name: 'Ines', email } },
  );
}

async function codeFor(email: string): Promise<string> {
  const answer = await send('POST', '/api/visitor/sign-in/code', { region: 'eu', email });
  expect(answer.status).toBe(200);
  return await mailedCode(email);
}

async function mailedCode(email: string): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const messages = await readMailbox();
    const found = /(\d{3}) (\d{3})/.exec(messages.find((mail) => mail.to === email)?.text ?? '');
    if (found !== null) return `${found[1]}${found[2]}`;
  }
  throw new Error('no mail came');
}

const signIn = (email: string, code: string) => send('POST', '/api/visitor/sign-in', { region: 'eu', email, code });

test('the mailed code opens a session once, in a cookie that scripts cannot read', async () => {
  const email = uniqueAddress('ines');
  await aMemberNamed(email);
  const code = await codeFor(email);
  const answer = await signIn(email.toUpperCase(), code);
  expect(await answer.json()).toEqual({ state: 'signed-in' });
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-il-member=eu_[\w-]{43}; .*HttpOnly; Secure; SameSite=Lax$/);
  const me = await request('/api/recruiter/me', { cookie: cookie.split(';')[0] ?? '' });
  expect(await me.json()).toMatchObject({
    member: { email, role: 'owner' },
    tenant: { name: 'Harbour Bakery' },
    region: { id: 'eu', kept: 'guarantee' },
  });
  expect((await signIn(email, code)).status).toBe(422);
});

test('an address that nobody has gets the same answer, no mail, and no guess ever opens anything', async () => {
  const [known, unknown] = [uniqueAddress('known'), uniqueAddress('unknown')];
  await aMemberNamed(known);
  const answers = await Promise.all(
    [known, unknown].map((email) => send('POST', '/api/visitor/sign-in/code', { region: 'eu', email })),
  );
  const [yes, no] = await Promise.all(answers.map((answer) => answer.text()));
  expect(no).toBe(yes);
  await mailedCode(known);
  expect((await readMailbox()).filter((mail) => mail.to === unknown)).toEqual([]);
  expect(await (await signIn(unknown, '123456')).json()).toMatchObject({ code: 'code_wrong', detail: '4' });
});

test('five wrong codes spend it; the next one has to wait out the countdown', async () => {
  const email = uniqueAddress('guess');
  await aMemberNamed(email);
  const code = await codeFor(email);
  const wrong = code === '000000' ? '000001' : '000000';
  const told: unknown[] = [];
  for (let n = 0; n < 5; n += 1) told.push(((await (await signIn(email, wrong)).json()) as { code: string }).code);
  expect(told).toEqual(['code_wrong', 'code_wrong', 'code_wrong', 'code_wrong', 'code_spent']);
  expect(await (await signIn(email, code)).json()).toMatchObject({ code: 'code_spent' });
  const again = await send('POST', '/api/visitor/sign-in/code', { region: 'eu', email });
  expect(again.status).toBe(429);
  expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('who belongs to several tenants chooses one of their own after the code, and no other', async () => {
  const email = uniqueAddress('several');
  await aMemberNamed(email, 'Harbour Bakery');
  await aMemberNamed(email, 'Night Trains');
  const stranger = await aTenant();
  const outcome = (await (await signIn(email, await codeFor(email))).json()) as {
    state: string;
    proof: string;
    tenants: { id: string; name: string }[];
  };
  expect(outcome.tenants.map(({ name }) => name)).toEqual(['Harbour Bakery', 'Night Trains']);
  const choose = (tenant: string, proof = outcome.proof, as = email) =>
    send('POST', '/api/visitor/sign-in/tenant', { region: 'eu', email: as, proof, tenant });
  expect((await choose(stranger.tenantId)).status).toBe(404);
  const trains = outcome.tenants[1]?.id ?? '';
  expect(await (await choose(trains, outcome.proof, uniqueAddress('other'))).json()).toMatchObject({
    code: 'code_spent',
  });
  expect(await (await choose(trains, `9${outcome.proof}`)).json()).toMatchObject({ code: 'code_spent' });
  const cookie = (await choose(trains)).headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(await (await request('/api/recruiter/me', { cookie })).json()).toMatchObject({
    tenant: { name: 'Night Trains' },
  });
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

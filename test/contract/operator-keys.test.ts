/** Operators hold a key each, by name: each use is logged, and whoever has none meets nothing but "not found". */
import { env } from 'cloudflare:workers';
import { afterEach, expect, test, vi } from 'vitest';
import { makeApp } from '../../worker/app.ts';
import { type Env, readConfig } from '../../worker/env.ts';
import { LIMITS } from '../../worker/limits.ts';
import { freshNetwork, ORIGIN, uniqueAddress } from '../support/story.ts';

const ADA = 'a key that only Ada knows and nobody guesses';
const BEN = 'a key that only Ben knows and nobody guesses';
const bindings = { ...(env as object), OPERATOR_KEY: `ada:${ADA}, ben:${BEN}` };
const app = makeApp();

afterEach(() => vi.restoreAllMocks());

async function ask(path: string, key: string | null, more: { network?: string; body?: object } = {}) {
  const { network = freshNetwork(), body } = more;
  const headers = new Headers({ 'cf-connecting-ip': network });
  if (key !== null) headers.set('authorization', `Bearer ${key}`);
  if (body !== undefined) headers.set('content-type', 'application/json');
  const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
  return await app.fetch(new Request(`${ORIGIN}${path}`, init), bindings);
}

const PARKED = '/api/operator/parked-tasks?region=eu';
const aTenant = (region: string) => ({
  region,
  name: 'Kaveri',
  owner: { name: 'Ananya', email: uniqueAddress('ananya') },
});

test('each key opens, and its use is logged under its holder’s name; the key itself is in no line', async () => {
  const lines: string[] = [];
  vi.spyOn(console, 'info').mockImplementation((line: string) => void lines.push(line));
  expect((await ask(PARKED, ADA)).status).toBe(200);
  expect((await ask(PARKED, BEN)).status).toBe(200);
  const used = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'operator.used');
  expect(used.map(({ by }) => by)).toEqual(['ada', 'ben']);
  expect(lines.join()).not.toContain('that only');
});

test('a wrong key, half a key, two keys and none get what an address that is not there gets; a wrong one is logged', async () => {
  const lines: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
  const missing = await (await ask('/api/operator/nothing-here', ADA)).text();
  for (const wrong of [null, '', `${ADA}x`, ADA.slice(0, -1), `ada:${ADA}`, `${ADA}, ${BEN}`, 'ada']) {
    const answer = await ask(PARKED, wrong);
    expect([wrong, answer.status, await answer.text()]).toEqual([wrong, 404, missing]);
  }
  expect(lines.filter((line) => line.includes('operator.refused')).length).toBe(5);
  expect(lines.join()).not.toContain('that only');
});

test('guessing at keys from one network ends at the limit, while another network still gets in', async () => {
  // Each refusal is a line of the log; here they are only many.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const network = freshNetwork();
  const statuses = new Set<number>();
  for (let guess = 0; guess <= LIMITS.rates.operator; guess += 1) {
    statuses.add((await ask(PARKED, `guess number ${guess}, as long as a key would be`, { network })).status);
  }
  expect([...statuses]).toEqual([404, 429]);
  expect((await ask(PARKED, ADA, { network })).status).toBe(429);
  expect((await ask(PARKED, ADA)).status).toBe(200);
});

test('a region in the address and another in the body: nothing is made', async () => {
  const refused = await ask('/api/operator/tenants?region=in', ADA, { body: aTenant('eu') });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('"pointer":"/region"');
  const made = await ask('/api/operator/tenants?region=in', ADA, { body: aTenant('in') });
  expect(made.status).toBe(201);
  expect(await made.text()).toContain('in_');
});

test.each([
  ['an empty one in the list', `ada:${ADA},`],
  ['a short one', 'ada:short'],
  ['a name that is used twice', `ada:${ADA},ada:${BEN}`],
])('keys that cannot be told apart or guessed at are refused at the start: %s', (_, keys) => {
  expect(() => readConfig({ ...bindings, OPERATOR_KEY: keys } as unknown as Env)).toThrow('OPERATOR_KEY');
});

/** Cookies with and without prefix: only plain http on this machine goes without, since WebKit refuses them there. */
import { env, exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Env } from '../../worker/env.ts';
import { uniqueAddress } from '../support/story.ts';

async function cookiesAt(origin: string): Promise<string[]> {
  const answer = await exports.default.fetch(
    new Request(`${origin}/api/visitor/sign-in/code`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cf-connecting-ip': '198.51.100.9' },
      body: JSON.stringify({ region: 'eu', email: uniqueAddress('cookie') }),
    }),
  );
  expect(answer.status).toBe(200);
  return answer.headers.getSetCookie();
}

test.each(['http://localhost', 'http://localhost:8810', 'http://127.0.0.1:8810', 'http://[::1]:8810'])(
  '%s: neither prefix nor Secure, and out of reach of scripts as ever',
  async (origin) => {
    const [cookie = ''] = await cookiesAt(origin);
    expect(cookie).toMatch(/^il-code=/);
    expect(cookie).not.toMatch(/Secure/);
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
  },
);

test('everywhere else: prefix and Secure, over http too', async () => {
  const { PUBLIC_ORIGIN = '' } = env as unknown as Env;
  for (const origin of [PUBLIC_ORIGIN, PUBLIC_ORIGIN.replace('http:', 'https:')]) {
    const [cookie = ''] = await cookiesAt(origin);
    expect(cookie).toMatch(/^__Host-il-code=.*Secure/);
    expect(cookie).not.toMatch(/Domain=/i);
  }
});

test('on this machine over https the prefix stays', async () => {
  const [cookie = ''] = await cookiesAt('https://localhost');
  expect(cookie).toMatch(/^__Host-il-code=.*Secure/);
});

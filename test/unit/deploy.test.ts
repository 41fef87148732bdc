/** `npm run deploy` stops before it builds anything while something is missing, and says what. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const LONG = 'x'.repeat(32);
const WHOLE = {
  CLOUDFLARE_API_TOKEN: 'token',
  CLOUDFLARE_ACCOUNT_ID: 'account',
  SESSION_SECRET: LONG,
  OPERATOR_KEY: LONG,
  PUBLIC_ORIGIN: 'https://interviews.example',
  DATABASE_URL_EU: 'postgres://nobody@127.0.0.1:1/none',
};

function deployed(environment: Record<string, string>): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    const options = { cwd: ROOT, env: { PATH: process.env.PATH ?? '', ...environment } };
    execFile(process.execPath, ['worker/local/deploy.ts'], options, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), said: out + err }),
    );
  });
}

test('without a mail provider nothing is deployed, even with everything else there', async () => {
  const { code, said } = await deployed(WHOLE);
  expect(code).toBe(1);
  expect(said).toContain('missing  a mail provider');
  expect(said.match(/missing {2}(?!DATABASE_URL)/g)).toHaveLength(1);
  expect(said).toContain('Not deployed');
});

test.each(['http://interviews.example', 'interviews.example', 'https://interviews.example/app', ''])(
  '"%s" is no address that links could lead to',
  async (PUBLIC_ORIGIN) => {
    const { code, said } = await deployed({ ...WHOLE, PUBLIC_ORIGIN });
    expect(code).toBe(1);
    expect(said).toContain('missing  PUBLIC_ORIGIN');
  },
);

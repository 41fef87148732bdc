/** What a browser makes of our pages beyond what stands on them: their policy, their status, their files. */
import { expect, inject, test } from 'vitest';
import { browserFor, openPage } from './browser.ts';

const url = inject('url');
const operatorKey = inject('operatorKey');
const browser = browserFor();

async function refusals(): Promise<number> {
  const answer = await fetch(`${url}/api/operator/page-reports`, {
    headers: { authorization: `Bearer ${operatorKey}` },
  });
  const { reports } = (await answer.json()) as { reports: { count: number }[] };
  return reports.reduce((sum, { count }) => sum + count, 0);
}

test('text never becomes a script, and the browser tells us when somebody tries', async () => {
  const page = await openPage(await browser(), {
    expected: /Content Security Policy|TrustedHTML|TrustedScriptURL|TrustedTypePolicy|inline script/,
  });
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const before = await refusals();
  const outcome = await page.evaluate(() => {
    const tried = (attempt: () => unknown) => {
      try {
        attempt();
        return 'let through';
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    };
    const types = Reflect.get(globalThis, 'trustedTypes') as { createPolicy(name: string, rules: object): unknown };
    return {
      html: tried(() => {
        document.body.innerHTML = '<img src=x>';
      }),
      address: tried(() => new Worker('/assets/any.js')),
      rule: tried(() => types.createPolicy('another', { createHTML: (text: string) => text })),
    };
  });
  expect(outcome).toEqual({ html: 'TypeError', address: 'TypeError', rule: 'TypeError' });
  await expect.poll(refusals, { timeout: 15_000, interval: 300 }).toBeGreaterThan(before);
});

test('an unknown address is 404, and the files that machines look for are there', async () => {
  const statuses = await Promise.all(
    ['/', '/regions', '/no/such/page', '/assets/none.js'].map(async (path) => (await fetch(url + path)).status),
  );
  expect(statuses).toEqual([200, 200, 404, 404]);
  const types = await Promise.all(
    ['/robots.txt', '/sitemap.xml', '/favicon.ico', '/icon.svg', '/.well-known/security.txt'].map(async (path) => {
      const answer = await fetch(url + path);
      return `${answer.status} ${answer.headers.get('content-type')}`;
    }),
  );
  expect(types).toEqual([
    '200 text/plain; charset=utf-8',
    '200 application/xml; charset=utf-8',
    '200 image/vnd.microsoft.icon',
    '200 image/svg+xml',
    '200 text/plain; charset=utf-8',
  ]);
});

test('every kind of file comes with its exact type, and a hashed one is kept for good', async () => {
  const page = await openPage(await browser());
  const seen = new Map<string, string>();
  page.on('response', (answer) => {
    const path = new URL(answer.url()).pathname;
    const { 'content-type': type = '', 'cache-control': kept = '' } = answer.headers();
    if (path.startsWith('/assets/')) seen.set(path.split('.').at(-1) ?? '', `${type} | ${kept}`);
  });
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => [...seen.keys()].sort()).toEqual(['css', 'js', 'woff2']);
  const kept = 'public, max-age=31536000, immutable';
  expect(Object.fromEntries(seen)).toEqual({
    css: `text/css; charset=utf-8 | ${kept}`,
    js: `text/javascript; charset=utf-8 | ${kept}`,
    woff2: `font/woff2 | ${kept}`,
  });
});

/** What browsers refuse on our pages is counted for the operator, and nothing of a page's address is kept. */
import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aTenant, ORIGIN, region, request } from '../support/story.ts';

const { OPERATOR_KEY } = env as unknown as { OPERATOR_KEY: string };
const REPORTS = '/api/visitor/page-reports?region=eu';

async function told(body: unknown, type = 'application/csp-report'): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return await request(REPORTS, { method: 'POST', body: text, headers: { 'content-type': type } });
}

async function counted(directive: string, blocked: string): Promise<number> {
  const headers = { authorization: `Bearer ${OPERATOR_KEY}` };
  const answer = await request('/api/operator/page-reports?region=eu', { headers });
  const { reports } = (await answer.json()) as { reports: { directive: string; blocked: string; count: number }[] };
  return reports.find((one) => one.directive === directive && one.blocked === blocked)?.count ?? 0;
}

const violation = (directive: string, blocked: string) => ({
  'csp-report': {
    'effective-directive': directive,
    'violated-directive': directive,
    'blocked-uri': blocked,
    'document-uri': `${ORIGIN}/i/eu_a-secret-that-nobody-may-keep`,
    'script-sample': 'x',
  },
});

test('reports are counted by rule and kind', async () => {
  const before = await counted('script-src', 'inline');
  for (const directive of ['script-src-elem', 'script-src-attr', 'script-src']) {
    expect((await told(violation(directive, 'inline'))).status).toBe(204);
  }
  expect(
    (await told({ 'csp-report': { 'violated-directive': "script-src 'self'", 'blocked-uri': 'inline' } })).status,
  ).toBe(204);
  expect((await counted('script-src', 'inline')) - before).toBe(4);
  await told(violation('img-src', 'https://elsewhere.example/x.png'));
  await told(violation('connect-src', `${ORIGIN}/api`));
  expect(await counted('img-src', 'foreign')).toBeGreaterThan(0);
  expect(await counted('connect-src', 'own')).toBeGreaterThan(0);
});

test('what is no report counts nothing; what is too large or no JSON is refused', async () => {
  const before = await counted('other', 'foreign');
  for (const body of [null, 7, [], {}, [null, 'x'], { 'csp-report': 'x' }]) expect((await told(body)).status).toBe(204);
  expect(await counted('other', 'foreign')).toBe(before);
  expect((await told('{')).status).toBe(400);
  expect((await told(violation('img-src', 'x'.repeat(70_000)))).status).toBe(413);
  expect((await told({}, 'text/plain')).status).toBe(415);
});

test('invented rules and addresses make one row, not one each', async () => {
  const before = await counted('other', 'foreign');
  for (let n = 0; n < 5; n += 1) await told(violation(`invented-${n}`, `https://x${n}.example`));
  expect((await counted('other', 'foreign')) - before).toBe(5);
});

test('nothing of an address rests anywhere, and a tenant’s transaction sees no counts and no migrations', async () => {
  await told(violation('img-src', 'https://elsewhere.example/?token=a-secret-that-nobody-may-keep'));
  const kept = await region().database.transaction({ installation: true }, (tx) =>
    tx.execute(sql`select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as whole from page_report_counts t`),
  );
  expect(String(kept.rows[0]?.whole)).toContain('img-src');
  expect(String(kept.rows[0]?.whole)).not.toMatch(/secret|elsewhere|token/);
  const owner = await aTenant();
  const scope = { tenant: owner.tenantId };
  const seen = await region().database.transaction(scope, (tx) => tx.execute(sql`select * from page_report_counts`));
  expect(seen.rows).toEqual([]);
  await expect(
    region().database.transaction(scope, (tx) => tx.execute(sql`select * from interloop_migrations`)),
  ).rejects.toThrow();
});

/** The database port: what the product relies on, on the embedded PostgreSQL and on a real one alike. */
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { members, roles, tenants } from '../../worker/domain/tables.ts';
import { makeId } from '../../worker/ids.ts';
import { aTenant, region, uniqueAddress } from '../support/story.ts';

const { database } = region();

function newRole(tenantId: string, title: string) {
  return { id: makeId('eu', 'role', region().random(16)), tenantId, title, createdBy: 'test' };
}

/** The code and the constraint that PostgreSQL names, wherever the driver puts them. */
async function refusal(attempt: Promise<unknown>): Promise<{ code: unknown; constraint: unknown }> {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const at = (error instanceof Error && error.cause) || error;
  const { code, constraint } = (at ?? {}) as { code?: unknown; constraint?: unknown };
  return { code, constraint };
}

test('a batch is one transaction: when a later query fails, the earlier is undone', async () => {
  const { tenantId } = await aTenant();
  const role = newRole(tenantId, 'Baker');
  const attempt = database.batch({ tenant: tenantId }, (db) => [
    db.insert(roles).values(role),
    db.insert(roles).values(role),
  ]);
  expect(await refusal(attempt)).toEqual({ code: '23505', constraint: 'roles_pkey' });
  const [kept] = await database.batch({ tenant: tenantId }, (db) => [db.select().from(roles)]);
  expect(kept).toEqual([]);
});

test('a transaction that throws is rolled back, and its scope is gone with it', async () => {
  const { tenantId } = await aTenant();
  const scope = { tenant: tenantId };
  const attempt = database.transaction(scope, async (tx) => {
    await tx.insert(roles).values(newRole(tenantId, 'Baker'));
    throw new Error('changed our mind');
  });
  await expect(attempt).rejects.toThrow('changed our mind');
  const seen = await database.transaction({ mailbox: true }, (tx) =>
    tx.execute(sql`select app_setting('app.tenant_id') as tenant, (select count(*)::int from roles) as roles`),
  );
  expect(seen.rows).toEqual([{ tenant: null, roles: 0 }]);
  const [kept] = await database.batch(scope, (db) => [db.select().from(roles)]);
  expect(kept).toEqual([]);
});

test('another tenant’s row is refused by name in both kinds of transaction', async () => {
  const [mine, theirs] = [await aTenant(), await aTenant()];
  const smuggled = newRole(theirs.tenantId, 'Smuggled');
  const scope = { tenant: mine.tenantId };
  expect(await refusal(database.batch(scope, (db) => [db.insert(roles).values(smuggled)]))).toMatchObject({
    code: '42501',
  });
  const inside = database.transaction(scope, (tx) => tx.insert(roles).values(smuggled));
  expect(await refusal(inside)).toMatchObject({ code: '42501' });
});

test('the constraint that refused a row is named', async () => {
  const { tenantId } = await aTenant();
  const email = uniqueAddress('twice');
  const member = () => ({
    id: makeId('eu', 'member', region().random(16)),
    tenantId,
    email,
    name: 'Ada',
    role: 'reviewer' as const,
  });
  await database.batch({ tenant: tenantId }, (db) => [db.insert(members).values(member())]);
  const again = database.transaction({ tenant: tenantId }, (tx) => tx.insert(members).values(member()));
  expect(await refusal(again)).toEqual({ code: '23505', constraint: 'members_tenant_email' });
});

test('sixteen writers who read first and then write lose nothing', async () => {
  const { tenantId } = await aTenant();
  const scope = { tenant: tenantId };
  await database.batch(scope, (db) => [db.update(tenants).set({ name: '0' })]);
  const increment = () =>
    database.transaction(scope, async (tx) => {
      const [row] = await tx.select({ name: tenants.name }).from(tenants).for('update');
      await tx.update(tenants).set({ name: String(Number(row?.name) + 1) });
    });
  await Promise.all(Array.from({ length: 16 }, increment));
  const [after] = await database.batch(scope, (db) => [db.select({ name: tenants.name }).from(tenants)]);
  expect(after).toEqual([{ name: '16' }]);
});

test('many tenants at once never see each other', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => aTenant()));
  const calls = Array.from({ length: 30 }, async (_, index) => {
    const tenantId = people[index % people.length]?.tenantId ?? '';
    const scope = { tenant: tenantId };
    const rows =
      index % 2 === 0
        ? (await database.batch(scope, (db) => [db.select({ id: tenants.id }).from(tenants)]))[0]
        : await database.transaction(scope, (tx) => tx.select({ id: tenants.id }).from(tenants));
    expect(rows).toEqual([{ id: tenantId }]);
  });
  await Promise.all(calls);
});

test('text of every script, numbers, times and JSON come back as they went', async () => {
  const { tenantId } = await aTenant();
  const scope = { tenant: tenantId };
  const title = 'نادل \u200fمطعم\u200e 👩🏽‍🍳 रसोइया O’Brien "x" \\ $1';
  const role = { ...newRole(tenantId, title), createdAt: new Date('2026-02-28T23:59:59.123Z'), decisionDays: 7 };
  await database.batch(scope, (db) => [db.insert(roles).values(role)]);
  const [[overHttp]] = await database.batch(scope, (db) => [db.select().from(roles).where(eq(roles.id, role.id))]);
  const [overSocket] = await database.transaction(scope, (tx) => tx.select().from(roles).where(eq(roles.id, role.id)));
  for (const row of [overHttp, overSocket]) {
    expect(row).toMatchObject({ title, createdAt: role.createdAt, decisionDays: 7, archivedAt: null });
  }
  const value = { 'a "key"': [1, null, 'ü', { deep: true }] };
  const odd = sql`select ${JSON.stringify(value)}::jsonb as json, 9007199254740993::bigint as big, 0.1::numeric as exact, '{a,NULL,"b c"}'::text[] as list`;
  const [http] = await database.batch(scope, (db) => [db.execute(odd)]);
  const socket = await database.transaction(scope, (tx) => tx.execute(odd));
  for (const { rows } of [http, socket]) {
    expect(rows[0]).toMatchObject({ json: value, exact: '0.1', list: ['a', null, 'b c'] });
    expect(String(rows[0]?.big)).toBe('9007199254740993');
  }
});

test('five megabytes go in and come back', async () => {
  const { tenantId } = await aTenant();
  const long = 'Grüße '.repeat(850_000);
  const [sent] = await database.batch({ tenant: tenantId }, (db) => [db.execute(sql`select ${long}::text as back`)]);
  expect(sent.rows[0]?.back === long).toBe(true);
  const inside = await database.transaction({ tenant: tenantId }, (tx) =>
    tx.execute(sql`select ${long}::text as back`),
  );
  expect(inside.rows[0]?.back === long).toBe(true);
});

test('a region’s database knows nothing of another’s', async () => {
  const { tenantId } = await aTenant('in');
  const [here] = await region('in').database.batch({ tenant: tenantId }, (db) => [db.select().from(tenants)]);
  const [there] = await database.batch({ tenant: tenantId }, (db) => [db.select().from(tenants)]);
  expect([here.length, there.length]).toEqual([1, 0]);
});

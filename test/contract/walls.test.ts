/** Tenant walls: row-level security holds even when a query forgets its WHERE clause. */
import { eq, getTableName, is, sql, Table } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { PERSONAL_DATA } from '../../worker/domain/personal-data.ts';
import * as main from '../../worker/domain/tables.ts';
import { auditEntries, members, roles } from '../../worker/domain/tables.ts';
import * as beside from '../../worker/domain/tables-beside.ts';
import { makeId } from '../../worker/ids.ts';
import { aTenant, region } from '../support/story.ts';

const tables = { ...main, ...beside };

async function aRole(tenantId: string, title: string): Promise<string> {
  const at = region();
  const id = makeId('eu', 'role', at.random(16));
  await at.database.batch({ tenant: tenantId }, (db) => [
    db.insert(roles).values({ id, tenantId, title, createdBy: 'test' }),
  ]);
  return id;
}

test('a query without its WHERE clause sees one tenant only', async () => {
  const [mine, theirs] = [await aTenant(), await aTenant()];
  const own = await aRole(mine.tenantId, 'Baker');
  const foreign = await aRole(theirs.tenantId, 'Driver');
  const [seen] = await region().database.batch({ tenant: mine.tenantId }, (db) => [db.select().from(roles)]);
  expect(seen.map((role) => role.id)).toContain(own);
  expect(seen.map((role) => role.id)).not.toContain(foreign);
  const inside = await region().database.transaction({ tenant: mine.tenantId }, (tx) => tx.select().from(roles));
  expect(inside.map((role) => role.tenantId)).toEqual(inside.map(() => mine.tenantId));
});

test('another tenant’s row can be neither changed, removed nor written', async () => {
  const [mine, theirs] = [await aTenant(), await aTenant()];
  const foreign = await aRole(theirs.tenantId, 'Driver');
  const scope = { tenant: mine.tenantId };
  await region().database.batch(scope, (db) => [
    db.update(roles).set({ title: 'Taken' }).where(eq(roles.id, foreign)),
    db.delete(roles).where(eq(roles.id, foreign)),
  ]);
  const [after] = await region().database.batch({ tenant: theirs.tenantId }, (db) => [
    db.select().from(roles).where(eq(roles.id, foreign)),
  ]);
  expect(after[0]?.title).toBe('Driver');
  await expect(
    region().database.batch(scope, (db) => [
      db.insert(roles).values({ id: `${foreign}x`, tenantId: theirs.tenantId, title: 'Smuggled', createdBy: 'test' }),
    ]),
  ).rejects.toThrow();
});

test('without a tenant nothing is seen, and a digest opens one row only', async () => {
  const owner = await aTenant();
  const [none] = await region().database.batch({ digest: 'nothing-has-this-digest' }, (db) => [
    db.select().from(tables.memberSessions),
  ]);
  expect(none).toEqual([]);
  const [people] = await region().database.batch({ digest: 'nothing-has-this-digest' }, (db) => [
    db.select().from(members).where(eq(members.tenantId, owner.tenantId)),
  ]);
  expect(people).toEqual([]);
});

test('what is written is never rewritten: audit entries can be added and read, not changed or removed', async () => {
  const owner = await aTenant();
  const scope = { tenant: owner.tenantId };
  const [entries] = await region().database.batch(scope, (db) => [db.select().from(auditEntries)]);
  expect(entries.map((entry) => entry.action)).toContain('tenant.created');
  await expect(
    region().database.batch(scope, (db) => [db.update(auditEntries).set({ action: 'nothing happened' })]),
  ).rejects.toThrow();
  await expect(region().database.batch(scope, (db) => [db.delete(auditEntries)])).rejects.toThrow();
});

test.each([
  ['the role, by a call', () => sql`select set_config('role', 'none', true)`],
  ['the role, by a statement', () => sql`reset role`],
  ['the tenant', (other: string) => sql`select set_config('app.tenant_id', ${other}, true)`],
  ['the tenant for none', () => sql`select set_config('app.tenant_id', '', true)`],
] as const)('a transaction that leaves %s fails whole: nothing is kept and nothing answered', async (_, leave) => {
  const [mine, theirs] = [await aTenant(), await aTenant()];
  const scope = { tenant: mine.tenantId };
  const role = (title: string) => ({
    id: makeId('eu', 'role', region().random(16)),
    tenantId: mine.tenantId,
    title,
    createdBy: 'test',
  });
  const inside = region().database.transaction(scope, async (tx) => {
    await tx.insert(roles).values(role('Inside'));
    await tx.execute(leave(theirs.tenantId));
    return await tx.select().from(roles);
  });
  await expect(inside).rejects.toThrow();
  const batch = region().database.batch(scope, (db) => [
    db.insert(roles).values(role('Batch')),
    db.execute(leave(theirs.tenantId)),
    db.select().from(roles),
  ]);
  await expect(batch).rejects.toThrow();
  const [kept] = await region().database.batch(scope, (db) => [db.select().from(roles)]);
  expect(kept).toEqual([]);
  // One that stays goes through.
  await region().database.batch(scope, (db) => [db.insert(roles).values(role('Baker'))]);
  const [after] = await region().database.batch(scope, (db) => [db.select().from(roles)]);
  expect(after.map(({ title }) => title)).toEqual(['Baker']);
});

test('every table of the database is in the schema, behind a forced wall, and named in the personal-data table', async () => {
  const found = await region().database.transaction({ mailbox: true }, (tx) =>
    tx.execute(sql`
      select relname as name, relrowsecurity as walled, relforcerowsecurity as forced
      from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'interloop_migrations'`),
  );
  const schema = Object.entries(tables).flatMap(([name, table]) =>
    is(table, Table) ? [{ name, sql: getTableName(table) }] : [],
  );
  expect(found.rows.map((row) => row.name).sort()).toEqual(schema.map((table) => table.sql).sort());
  expect(found.rows.filter((row) => row.walled !== true || row.forced !== true)).toEqual([]);
  expect(Object.keys(PERSONAL_DATA).sort()).toEqual(schema.map((table) => table.name).sort());
});

test('the columns of the database are those of the schema', async () => {
  const found = await region().database.transaction({ mailbox: true }, (tx) =>
    tx.execute(sql`select table_name, column_name from information_schema.columns where table_schema = 'public'`),
  );
  const actual = new Set(found.rows.map((row) => `${row.table_name}.${row.column_name}`));
  const missing = Object.values(tables).flatMap((table) => {
    if (!is(table, Table)) return [];
    const columns =
      (table as unknown as Record<symbol, Record<string, { name: string }>>)[Symbol.for('drizzle:Columns')] ?? {};
    return Object.values(columns)
      .map((column) => `${getTableName(table)}.${column.name}`)
      .filter((name) => !actual.has(name));
  });
  expect(missing).toEqual([]);
});

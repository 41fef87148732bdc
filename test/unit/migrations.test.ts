/** Migrations: in order, once, resumable, and never in silence when files and database contradict each other. */
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyTo, type Connection, readMigrations } from '../../migrations/apply.ts';
import { type Migration, MigrationConflict, pending } from '../../migrations/pending.ts';

const file = (name: string, sql = ''): Migration => ({ name, sql, hash: `hash of ${sql}` });
const first = file('0000_first.sql', 'create table one (n int); insert into one values (1);');
const broken = file('0001_second.sql', 'create table two (n int); select nope;');
const mended = file('0001_second.sql', 'create table two (n int);');

let pglite: PGlite;
let connection: Connection;
beforeAll(async () => {
  pglite = await PGlite.create();
  connection = {
    async query(text, values) {
      if (values !== undefined) return await pglite.query<Record<string, unknown>>(text, values);
      return { rows: (await pglite.exec(text)).at(-1)?.rows ?? [] };
    },
  };
}, 30_000);
afterAll(() => pglite.close());

test('what is applied is left out, and the rest keeps its order', () => {
  expect(pending([mended, first], [])).toEqual([first, mended]);
  expect(pending([first, mended], [first])).toEqual([mended]);
  expect(pending([first, mended], [first, mended])).toEqual([]);
});

test('a changed, a vanished and a late file are refused by name', () => {
  expect(() => pending([broken], [mended])).toThrow(/0001_second\.sql was changed/);
  expect(() => pending([mended], [first])).toThrow(/0000_first\.sql was applied, but its file is gone/);
  expect(() => pending([first, mended], [mended])).toThrow(/would come before/);
});

test('a file that fails leaves nothing behind, what came before stays, and the next run goes on from there', async () => {
  const done: string[] = [];
  await expect(applyTo(connection, [first, broken], (name) => done.push(name))).rejects.toThrow(/nope/);
  expect(done).toEqual([first.name]);
  expect((await connection.query("select to_regclass('two') as it", [])).rows).toEqual([{ it: null }]);
  expect(await applyTo(connection, [first, mended], (name) => done.push(name))).toBe(1);
  expect(done).toEqual([first.name, mended.name]);
  expect(await applyTo(connection, [first, mended], (name) => done.push(name))).toBe(0);
});

test('a database that saw another file refuses everything', async () => {
  await applyTo(connection, [first, mended], () => {});
  const changed = file('0000_first.sql', 'create table other (n int);');
  await expect(applyTo(connection, [changed, mended], () => {})).rejects.toThrow(MigrationConflict);
});

test('the product’s own migrations are numbered, each number once and in order', async () => {
  const names = (await readMigrations()).map(({ name }) => name);
  const numbers = names.map((name) => Number(name.slice(0, 4)));
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(numbers.every(Number.isInteger)).toBe(true);
});

/** What one backend behind many connections must not do: wait for ever, lose its place, or mix clients up. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusedStatement } from '../../worker/local/refused-statements.ts';
import {
  codeOf,
  connect,
  type GatewayUnderTest,
  openEmbeddedGateway,
  overHttp,
} from '../support/gateway-under-test.ts';

let patient: GatewayUnderTest;
let hasty: GatewayUnderTest;
let kept: GatewayUnderTest;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interloop-broken-'));
  kept = await openEmbeddedGateway({}, join(folder, 'eu'));
  [patient, hasty] = await Promise.all([
    openEmbeddedGateway({}),
    openEmbeddedGateway({ heldTooLongMs: 50, idleInTransactionMs: 400 }),
  ]);
}, 30_000);
afterAll(async () => {
  await Promise.all([patient.close(), hasty.close(), kept.close()]);
  await rm(folder, { recursive: true, force: true });
});

test('a query outside an open transaction, sent from within it, fails instead of waiting for ever', async () => {
  const client = await connect(hasty.url);
  await client.query('begin');
  await client.query('create table inside (n int)');
  expect(await codeOf(overHttp(hasty.url).query('select 1'))).toBe('55P03');
  await client.query('rollback');
  expect((await overHttp(hasty.url).query('select 1 as n')).rows).toEqual([{ n: 1 }]);
  await client.end();
});

test('a transaction that says nothing is rolled back and its connection closed', async () => {
  const client = await connect(hasty.url);
  await client.query('begin');
  await client.query('create table forgotten (n int)');
  const error = await new Promise((done) => client.on('error', done));
  expect(error).toMatchObject({ code: '25P03' });
  expect((await overHttp(hasty.url).query("select to_regclass('forgotten') as it")).rows).toEqual([{ it: null }]);
});

test('transactions of many clients take turns', async () => {
  await overHttp(patient.url).query('create table counter as select 0 as n');
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      const client = await connect(patient.url);
      await client.query('begin');
      const { rows } = await client.query('select n from counter');
      await client.query('update counter set n = $1', [rows[0].n + 1]);
      await client.query('commit');
      await client.end();
    }),
  );
  expect((await overHttp(patient.url).query('select n from counter')).rows).toEqual([{ n: 20 }]);
});

test('a client that is cut off in the middle leaves the database to the next', async () => {
  const client = await connect(patient.url);
  await client.query('begin');
  await client.query('create table cut (n int)');
  // No goodbye of the protocol: the socket is gone, as after a crash.
  (client as unknown as { connection: { stream: { ws: WebSocket } } }).connection.stream.ws.close();
  expect((await overHttp(patient.url).query("select to_regclass('cut') as it")).rows).toEqual([{ it: null }]);
});

/** Each uses up JavaScript's stack in a way that PostgreSQL itself does not count. */
const BREAKS = {
  'SQL functions that call themselves': 'select deeper(1)',
  'a pattern nested without end': `select 'a' ~ '${'('.repeat(20_000)}a${')'.repeat(20_000)}'`,
};

test('what breaks the database is told, what was committed is there again, and the next query is answered', async () => {
  const sql = overHttp(kept.url);
  await sql.query('create table kept (n int)');
  await sql.query('create function deeper(n int) returns int language sql as $$ select deeper(n + 1) + 1 $$');
  let rows = 0;
  for (const [what, text] of Object.entries(BREAKS)) {
    rows += 1;
    await sql.query('insert into kept values ($1)', [rows]);
    const error: unknown = await sql.query(text).catch((thrown: unknown) => thrown);
    expect([what, error]).toEqual([what, expect.objectContaining({ code: 'XX000' })]);
    expect(String(error)).toMatch(/the embedded database failed and was opened again: .{10}/);
    expect((await sql.query('select count(*)::int as n from kept')).rows).toEqual([{ n: rows }]);
  }
}, 60_000);

test('a break in a transaction undoes it, and closes only the connections that had something there', async () => {
  const [broken, prepared, idle] = await Promise.all([connect(kept.url), connect(kept.url), connect(kept.url)]);
  await prepared.query({ name: 'mine', text: 'select 1 as n', values: [] });
  const lost = new Promise((done) => prepared.on('error', done));
  await broken.query('begin');
  await broken.query('create table undone (n int)');
  expect(await codeOf(broken.query('select deeper(1)'))).toBe('XX000');
  expect(await lost).toMatchObject({ code: '57P02' });
  expect((await idle.query("select to_regclass('undone') as it")).rows).toEqual([{ it: null }]);
  await idle.end();
}, 60_000);

test('PL/pgSQL that calls itself too deeply fails as PostgreSQL fails, and breaks nothing', async () => {
  const client = await connect(patient.url);
  await client.query(
    'create function again(n int) returns int language plpgsql as $$ begin return again(n + 1); end $$',
  );
  for (const text of ['select again(1)', `select ${'1+'.repeat(50_000)}1`])
    expect(await codeOf(client.query(text))).toBe('54001');
  expect((await client.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
  await client.end();
});

test('COPY FROM and LISTEN are refused both ways, and fail the transaction they stand in', async () => {
  await overHttp(patient.url).query('create table copied (n int)');
  for (const text of ['copy copied from stdin', 'LISTEN news', 'copy copied (n) from stdin with (format csv)'])
    expect(await codeOf(overHttp(patient.url).query(text))).toBe('0A000');
  const client = await connect(patient.url);
  await client.query('begin');
  expect(await codeOf(client.query('select 1; copy copied from stdin'))).toBe('0A000');
  expect(await codeOf(client.query('select 1'))).toBe('25P02');
  await client.query('rollback');
  expect((await client.query('select count(*)::int as n from copied')).rows).toEqual([{ n: 0 }]);
  await client.end();
});

test('only the statement itself is refused, wherever its words may stand', () => {
  const fine = [
    'copy (select n from t) to stdout',
    "select 'copy t from stdin'",
    "select E'it\\'s; copy t from stdin'",
    'select "copy t from" from listen',
    '/* copy t /* from */ stdin */ select 1 -- listen x',
    'do $x$ begin perform 1; listen := 2; copy t from stdin; end $x$',
    'unlisten *',
  ];
  expect(fine.map(refusedStatement)).toEqual(fine.map(() => null));
  expect(refusedStatement('/* x */ ; \n copy "T" /* y */ (a, b) From stdin')).toBe('COPY FROM');
  expect(refusedStatement("select ';'; listen a")).toBe('LISTEN');
});

test('a message that no client sends ends its connection and nobody else’s', async () => {
  const client = await connect(patient.url);
  await client.query('select 1');
  const error = new Promise((done) => client.on('error', done));
  (client as unknown as { connection: { stream: { write(bytes: Buffer): void } } }).connection.stream.write(
    Buffer.from([0x79, 0, 0, 0, 4]),
  );
  expect(await error).toMatchObject({ code: '08P01' });
  expect((await overHttp(patient.url).query('select 1 as n')).rows).toEqual([{ n: 1 }]);
});

/** What one backend behind many connections must not do: wait for ever, lose its place, or mix clients up. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  codeOf,
  connect,
  type GatewayUnderTest,
  openEmbeddedGateway,
  overHttp,
} from '../support/gateway-under-test.ts';

let patient: GatewayUnderTest;
let hasty: GatewayUnderTest;
beforeAll(async () => {
  [patient, hasty] = await Promise.all([
    openEmbeddedGateway({}),
    openEmbeddedGateway({ heldTooLongMs: 50, idleInTransactionMs: 400 }),
  ]);
}, 30_000);
afterAll(() => Promise.all([patient.close(), hasty.close()]));

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

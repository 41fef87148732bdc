/** Neon's protocol, in front of the embedded database and, in a peers run, of a real PostgreSQL. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  codeOf,
  connect,
  type GatewayUnderTest,
  openGateway,
  overHttp,
  PEER_PORT,
  refusedConnection,
} from '../support/gateway-under-test.ts';
import { until } from '../support/until.ts';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await openGateway();
}, 30_000);
afterAll(() => gateway.close());

let tables = 0;
async function aTable(columns: string): Promise<string> {
  tables += 1;
  const name = `t${tables}_${process.pid}`;
  await overHttp(gateway.url).query(`create table ${name} (${columns})`);
  return name;
}

test('a query answers in rows, with the command and the types', async () => {
  const result = await overHttp(gateway.url).query('select $1::int as n, null as nothing, true as yes', [7]);
  expect(result.rows).toEqual([{ n: 7, nothing: null, yes: true }]);
  expect(result).toMatchObject({ command: 'SELECT', rowCount: 1 });
  expect(result.fields.map((field) => [field.name, field.dataTypeID])).toEqual([
    ['n', 23],
    ['nothing', 25],
    ['yes', 16],
  ]);
});

test('one request’s query is one statement', async () => {
  expect(await codeOf(overHttp(gateway.url).query('select 1; select 2'))).toBe('42601');
});

test('an error says what PostgreSQL said', async () => {
  const table = await aTable('n int constraint positive check (n > 0)');
  const attempt = overHttp(gateway.url).query(`insert into ${table} values (-1)`);
  await expect(attempt).rejects.toMatchObject({ code: '23514', constraint: 'positive', table, severity: 'ERROR' });
  await expect(overHttp(gateway.url).query('select nope')).rejects.toMatchObject({ code: '42703', position: '8' });
});

test('a batch keeps its isolation level and its promise to read only', async () => {
  const sql = overHttp(gateway.url);
  const level = sql.query("select current_setting('transaction_isolation') as level");
  const [serializable] = await sql.transaction([level], { isolationLevel: 'Serializable' });
  expect(serializable?.rows).toEqual([{ level: 'serializable' }]);
  const table = await aTable('n int');
  const write = sql.query(`insert into ${table} values (1)`);
  expect(await codeOf(sql.transaction([write], { readOnly: true }))).toBe('25006');
  expect((await sql.query(`select * from ${table}`)).rows).toEqual([]);
});

test('an open transaction sees its own rows, nobody else does, and going away undoes them', async () => {
  const table = await aTable('n int');
  const one = await connect(gateway.url);
  await one.query('begin');
  await one.query(`insert into ${table} values (1)`);
  expect((await one.query(`select n from ${table}`)).rows).toEqual([{ n: 1 }]);
  await one.end();
  expect((await overHttp(gateway.url).query(`select n from ${table}`)).rows).toEqual([]);
});

test('a failed transaction stays failed until its end', async () => {
  const client = await connect(gateway.url);
  await client.query('begin');
  expect(await codeOf(client.query('select 1/0'))).toBe('22012');
  expect(await codeOf(client.query('select 1'))).toBe('25P02');
  await client.query('rollback');
  expect((await client.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
  await client.end();
});

test('two connections may give their prepared statements one name', async () => {
  const [one, two] = [await connect(gateway.url), await connect(gateway.url)];
  const ask = (client: typeof one, text: string) => client.query({ name: 'same', text, values: [] });
  expect((await ask(one, 'select 1 as n')).rows).toEqual([{ n: 1 }]);
  expect((await ask(two, 'select 2 as n')).rows).toEqual([{ n: 2 }]);
  expect((await ask(one, 'select 1 as n')).rows).toEqual([{ n: 1 }]);
  await Promise.all([one.end(), two.end()]);
});

test('local settings end with their transaction', async () => {
  const client = await connect(gateway.url);
  await client.query('begin');
  await client.query("select set_config('app.tenant_id', 'x', true)");
  await client.query('commit');
  const { rows } = await client.query("select nullif(current_setting('app.tenant_id', true), '') as tenant");
  expect(rows).toEqual([{ tenant: null }]);
  await client.end();
});

test('a wrong password and an unknown database are refused, both ways', async () => {
  const wrong = gateway.url.replace('interloop:interloop', 'interloop:guess');
  expect(await codeOf(overHttp(wrong).query('select 1'))).toBe('28P01');
  expect(await refusedConnection(wrong)).toBe('28P01');
  const elsewhere = gateway.url.replace('interloop_eu', 'interloop_mars');
  expect(await codeOf(overHttp(elsewhere).query('select 1'))).toBe('3D000');
  expect(await refusedConnection(elsewhere)).toBe('3D000');
});

test('a web page cannot reach the databases', async () => {
  const base = `http://127.0.0.1:${gateway.port}`;
  const page = { origin: 'https://elsewhere.example' };
  expect((await fetch(`${base}/sql`, { method: 'POST', headers: page, body: '{}' })).status).toBe(404);
  const socket = new WebSocket(`ws://127.0.0.1:${gateway.port}/v2`, { headers: page });
  const outcome = await new Promise((done) => {
    socket.once('open', () => done('open'));
    socket.once('error', () => done('refused'));
  });
  expect(outcome).toBe('refused');
});

test('what is no query is refused and hurts nobody', async () => {
  const headers = { 'neon-connection-string': gateway.url };
  for (const body of ['', '[', '{}', '{"query":1}', '{"queries":[{}]}']) {
    const response = await fetch(`http://127.0.0.1:${gateway.port}/sql`, { method: 'POST', headers, body });
    expect([body, response.status]).toEqual([body, 400]);
  }
  const socket = new WebSocket(`ws://127.0.0.1:${gateway.port}/v2`);
  await new Promise((done) => socket.once('open', done));
  socket.send('this is no startup packet of PostgreSQL');
  await new Promise((done) => socket.once('close', done));
  expect((await overHttp(gateway.url).query('select 1 as n')).rows).toEqual([{ n: 1 }]);
});

test.runIf(PEER_PORT !== undefined)('a real PostgreSQL lets transactions overlap: a deadlock is found', async () => {
  const table = await aTable('id int primary key, n int');
  await overHttp(gateway.url).query(`insert into ${table} values (1, 0), (2, 0)`);
  const [one, two] = [await connect(gateway.url), await connect(gateway.url)];
  await Promise.all([one.query('begin'), two.query('begin')]);
  await one.query(`update ${table} set n = 1 where id = 1`);
  await two.query(`update ${table} set n = 2 where id = 2`);
  const codes = await Promise.all([
    codeOf(one.query(`update ${table} set n = 1 where id = 2`)),
    codeOf(two.query(`update ${table} set n = 2 where id = 1`)),
  ]);
  expect(codes.sort()).toEqual(['40P01', null]);
  await Promise.all([one.end(), two.end()]);
});

test.runIf(PEER_PORT === undefined)('a name that was pointed at this machine reaches no database', async () => {
  const { port } = new URL(gateway.url.replace(/^postgres/, 'http'));
  const statusFor = (host: string) =>
    new Promise<number>((done, fail) => {
      const headers = { host, 'content-type': 'application/json', 'neon-connection-string': gateway.url };
      request({ host: '127.0.0.1', port, path: '/sql', method: 'POST', headers }, (answer) => {
        answer.resume();
        done(answer.statusCode ?? 0);
      })
        .once('error', fail)
        .end(JSON.stringify({ query: 'select 1', params: [] }));
    });
  expect(await statusFor(`localhost:${port}`)).toBe(200);
  expect(await statusFor(`rebound.example:${port}`)).toBe(404);
  expect(await statusFor('127.0.0.1.rebound.example')).toBe(404);
});

test.runIf(PEER_PORT !== undefined)('a cancel request reaches a real PostgreSQL', { timeout: 30_000 }, async () => {
  const client = await connect(gateway.url);
  await client.query('select 1');
  const { processID, secretKey } = client as unknown as { processID: number; secretKey: number };
  const asleep = codeOf(client.query('select pg_sleep(20)'));
  await until(async () => {
    const text = "select 1 from pg_stat_activity where pid = $1 and query like 'select pg_sleep%' and state = 'active'";
    return (await overHttp(gateway.url).query(text, [processID])).rows[0];
  });
  const packet = Buffer.alloc(16);
  for (const [at, value] of [16, 80877102, processID, secretKey].entries()) packet.writeInt32BE(value, at * 4);
  const socket = new WebSocket(`ws://127.0.0.1:${gateway.port}/v2`);
  await new Promise((done) => socket.once('open', done));
  socket.send(packet);
  expect(await asleep).toBe('57014');
  await client.end();
});

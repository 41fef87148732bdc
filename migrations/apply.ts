/**
 * Applies the migrations of this folder to every configured region: one transaction per file, resumable, over
 * the same driver as the product. `DATABASE_URL_<REGION>` names the regions: `node migrations/apply.ts`.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Client } from '@neondatabase/serverless';
import { REGION_IDS, type RegionId } from '../worker/ids.ts';
import { type Applied, type Migration, pending } from './pending.ts';

/** The one call that is needed of a connection; several statements in one text are run in order. */
export interface Connection {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

export interface MigrationStep {
  region: RegionId;
  name: string;
}
export type Report = (step: MigrationStep) => void;

/** Any number, the same in every run: two runs on one database take turns by it. */
const LOCK = 720_411_093;

const LEDGER = `create table if not exists interloop_migrations (
  name text primary key, hash text not null, applied_at timestamptz not null default now())`;

/** The migrations of this folder, in order. */
export async function readMigrations(folder = import.meta.dirname): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(`${folder}/${name}`, 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings one database up to date and returns how many files that took.
 * @throws MigrationConflict when files and database contradict each other
 */
export async function applyTo(connection: Connection, migrations: Migration[], onApplied: (name: string) => void) {
  // The lock ends with its transaction, so it holds behind a pooler too; each file looks again under it.
  for (let count = 0; ; count += 1) {
    const name = await transaction(connection, async () => {
      await connection.query('select pg_advisory_xact_lock($1)', [LOCK]);
      if (count === 0) await connection.query(LEDGER);
      const { rows } = await connection.query('select name, hash from interloop_migrations');
      const [next] = pending(migrations, rows.map(appliedOf));
      if (next === undefined) return null;
      await connection.query(next.sql);
      await connection.query('insert into interloop_migrations (name, hash) values ($1, $2)', [next.name, next.hash]);
      return next.name;
    });
    if (name === null) return count;
    onApplied(name);
  }
}

/** Brings every region of `urls` up to date, one after the other; what was done stays when a later one fails. */
export async function apply(urls: Partial<Record<RegionId, string>>, report: Report): Promise<void> {
  const migrations = await readMigrations();
  for (const region of REGION_IDS) {
    const url = urls[region];
    if (url === undefined) continue;
    const client = clientFor(url);
    try {
      await client.connect();
      await applyTo(client, migrations, (name) => report({ region, name }));
    } catch (error) {
      throw new Error(`${region}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    } finally {
      await client.end().catch(() => {});
    }
  }
}

async function transaction<T>(connection: Connection, run: () => Promise<T>): Promise<T> {
  await connection.query('begin');
  try {
    const result = await run();
    await connection.query('commit');
    return result;
  } catch (error) {
    await connection.query('rollback').catch(() => {});
    throw error;
  }
}

function appliedOf(row: Record<string, unknown>): Applied {
  return { name: String(row.name), hash: String(row.hash) };
}

/** A gateway beside us has no TLS and is its own proxy; every other host is reached as Neon's driver does. */
function clientFor(url: string): Client {
  const client = new Client(url);
  client.on('error', () => {});
  if (['127.0.0.1', 'localhost'].includes(new URL(url).hostname)) {
    client.neonConfig.useSecureWebSocket = false;
    client.neonConfig.wsProxy = (host, port) => `${host}:${port}/v2`;
  }
  return client;
}

async function main(): Promise<void> {
  const urls: Partial<Record<RegionId, string>> = {};
  for (const region of REGION_IDS) {
    const url = process.env[`DATABASE_URL_${region.toUpperCase()}`];
    if (url) urls[region] = url;
  }
  if (Object.keys(urls).length === 0) throw new Error('no region: set DATABASE_URL_EU (or _US, _AP, _IN, _GCC)');
  let count = 0;
  await apply(urls, ({ region, name }) => {
    count += 1;
    process.stdout.write(`${region}  ${name}\n`);
  });
  process.stdout.write(`${Object.keys(urls).join(', ')}: ${count === 0 ? 'already up to date' : `${count} applied`}\n`);
}

if (import.meta.main) {
  main().catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}

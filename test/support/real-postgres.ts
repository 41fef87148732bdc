/** A real PostgreSQL for a peers run: found on this machine, started in a folder of its own, gone afterwards. */
import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { apply } from '../../migrations/apply.ts';
import { REGION_IDS } from '../../worker/ids.ts';
import { serveGateway } from '../../worker/local/gateway.ts';
import { listeningBackend } from '../../worker/local/gateway-backends.ts';
import { CREDENTIALS, regionOfDatabase, regionUrl } from '../../worker/local/postgres.ts';

const run = promisify(execFile);

/** Where Debian's package puts its versions; `initdb` need not be on the PATH. */
const VERSIONS = '/usr/lib/postgresql';

export interface RealPostgres {
  version: string;
  /** The gateway in front of it; one database per region, migrated. */
  gatewayPort: number;
  /** The server itself. */
  port: number;
  close(): Promise<void>;
}

/** The programs of the newest PostgreSQL on this machine, or null. */
export async function findPostgres(): Promise<string | null> {
  const versions = await readdir(VERSIONS).catch(() => []);
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : join(VERSIONS, newest, 'bin');
}

/** Starts a cluster with one migrated database per region behind a gateway. */
export async function startRealPostgres(programs: string): Promise<RealPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'interloop-peer-'));
  const owner = await serverUser();
  if (owner !== null) await chown(folder, owner.uid, owner.gid);
  await chmod(folder, 0o755);
  const as = (program: string, args: string[]) =>
    owner === null
      ? run(join(programs, program), args)
      : run('runuser', ['-u', owner.name, '--', join(programs, program), ...args], { cwd: '/' });
  const data = join(folder, 'data');
  const password = join(folder, 'password');
  await writeFile(password, CREDENTIALS.password);
  await chmod(password, 0o644);
  // Passwords in clear text, as Neon's driver sends them at once; the server is reached from this machine only.
  const init = ['-D', data, '-U', CREDENTIALS.user, '--auth=password', `--pwfile=${password}`, '-E', 'UTF8'];
  await as('initdb', [...init, '--locale=C.UTF-8', '--no-sync']);
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200`;
  await as('pg_ctl', ['-D', data, '-w', '-s', '-l', join(data, 'server.log'), '-o', options, 'start']);
  const gateway = await serveGateway(0, async (database) =>
    regionOfDatabase(database) === null ? null : listeningBackend({ host: '127.0.0.1', port }),
  );
  const close = async () => {
    await gateway.close();
    await as('pg_ctl', ['-D', data, '-w', '-s', '-m', 'immediate', 'stop']);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await createDatabases(port);
    await apply(Object.fromEntries(REGION_IDS.map((id) => [id, regionUrl(gateway.port, id)])), () => {});
    const version = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
    return { version: version || '?', gatewayPort: gateway.port, port, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function createDatabases(port: number): Promise<void> {
  const client = new Client({ host: '127.0.0.1', port, ...CREDENTIALS, database: 'postgres' });
  await client.connect();
  for (const region of REGION_IDS) await client.query(`create database interloop_${region}`);
  await client.end();
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
async function serverUser(): Promise<{ name: string; uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  const users = await readFile('/etc/passwd', 'utf8');
  const [name, , uid, gid] =
    users
      .split('\n')
      .find((line) => line.startsWith('postgres:'))
      ?.split(':') ?? [];
  if (name === undefined) throw new Error('running as root, and there is no user "postgres" to run the server as');
  return { name, uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

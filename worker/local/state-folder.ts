/** The one folder that holds the state of an installation on this machine, and the lock on it. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lock, unlock } from 'proper-lockfile';
import { endOrphans } from './leash.ts';

export interface StateFolder {
  path: string;
  /** Made once and kept, so that sessions and links outlive a restart. */
  sessionSecret: string;
  operatorKey: string;
  mailboxKey: string;
  release(): Promise<void>;
}

const SECRETS_FILE = 'secrets.json';

/** What is no state: builds, and the lock that is being held. */
const KEPT = new Set(['build', 'build.lock', 'lock', 'owner', 'workerd.pid']);

/** A lock that nobody renewed for this long is free, whoever the noted process id belongs to now. */
const STALE_MS = 60_000;

/** Another process works in this folder. PGlite has no lock of its own: two would lose rows. */
export class FolderInUse extends Error {}

/**
 * Takes the folder for this process; `fresh` empties it first.
 * @throws FolderInUse
 */
export async function takeStateFolder(path: string, fresh: boolean): Promise<StateFolder> {
  await mkdir(path, { recursive: true });
  const release = await takeLock(path);
  await endOrphans(path);
  if (fresh) {
    const parts = (await readdir(path)).filter((part) => !KEPT.has(part));
    await Promise.all(parts.map((part) => rm(join(path, part), { recursive: true, force: true })));
  }
  return { path, ...(await secrets(path)), release };
}

async function takeLock(path: string): Promise<() => Promise<void>> {
  const owner = join(path, 'owner');
  const options = { lockfilePath: join(path, 'lock'), realpath: false, stale: STALE_MS, onCompromised: () => {} };
  const locked = await lock(path, options).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ELOCKED') throw error;
    const pid = Number(await readFile(owner, 'utf8').catch(() => ''));
    if (pid > 0 && pid !== process.pid && (await lives(pid))) {
      throw new FolderInUse(`${path} is in use by another Interloop (process ${pid}). Stop it first.`);
    }
    // Its owner was killed: nobody is left to free it.
    await unlock(path, options).catch(() => rm(options.lockfilePath, { recursive: true, force: true }));
    return await lock(path, options);
  });
  await writeFile(owner, String(process.pid));
  return async () => {
    await rm(owner, { force: true });
    await locked();
  };
}

async function lives(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  // On Linux a killed process whose parent has not noticed yet still takes signals.
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) Z/.test(stat);
}

const SECRETS = ['sessionSecret', 'operatorKey', 'mailboxKey'] as const;
type Secrets = Record<(typeof SECRETS)[number], string>;

/** What is kept already; what is missing is made, so that a folder of an earlier version gets what came later. */
async function secrets(path: string): Promise<Secrets> {
  const kept = await keptSecrets(path);
  const made = () => randomBytes(32).toString('base64url');
  const all: Secrets = {
    sessionSecret: kept.sessionSecret ?? made(),
    operatorKey: kept.operatorKey ?? made(),
    mailboxKey: kept.mailboxKey ?? made(),
  };
  if (SECRETS.some((name) => kept[name] === undefined)) {
    const file = join(path, SECRETS_FILE);
    await writeFile(`${file}.new`, JSON.stringify(all), { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
  }
  return all;
}

/** The secrets in a state folder, for a program that talks to the server which holds it. */
export async function keptSecrets(path: string): Promise<Partial<Secrets>> {
  const kept: Record<string, unknown> = JSON.parse(await readFile(join(path, SECRETS_FILE), 'utf8').catch(() => '{}'));
  return Object.fromEntries(SECRETS.flatMap((name) => (typeof kept[name] === 'string' ? [[name, kept[name]]] : [])));
}

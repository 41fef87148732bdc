/** The one folder that holds the state of an installation on this machine, and the lock on it. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lock, unlock } from 'proper-lockfile';
import { endOrphans } from './leash.ts';

export interface StateFolder {
  path: string;
  /** Made once and kept, so that sessions and links outlive a restart. */
  sessionSecret: string;
  operatorKey: string;
  release(): Promise<void>;
}

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

async function secrets(path: string): Promise<{ sessionSecret: string; operatorKey: string }> {
  const file = join(path, 'secrets.json');
  const kept: unknown = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
  const { sessionSecret, operatorKey } = kept as { sessionSecret?: unknown; operatorKey?: unknown };
  if (typeof sessionSecret === 'string' && typeof operatorKey === 'string') return { sessionSecret, operatorKey };
  const made = {
    sessionSecret: randomBytes(32).toString('base64url'),
    operatorKey: randomBytes(32).toString('base64url'),
  };
  await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

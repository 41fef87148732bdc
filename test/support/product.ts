/** The real product, started as `npm start` starts it, on a free port with a state folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MAILBOX_KEY } from './mailbox-key.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The last line that a start prints, with and without examples; everything is there by then. */
const READY = { seeded: /Stop with Ctrl-C/, empty: /^ {2}limits /m };
/** A cold start builds both bundles and seeds two databases. */
const PATIENCE_MS = 240_000;

export interface Product {
  url: string;
  /** The key of whoever runs it, for making teams. */
  operatorKey: string;
  /** Everything printed since the last start. */
  output(): string;
  /** As a power cut would: no handler runs. */
  kill(): Promise<void>;
  /** Starts again on the same port and the same folder. */
  start(): Promise<void>;
  /** Stops it and forgets its folder. */
  close(): Promise<void>;
}

interface Wanted {
  /** With the example tenants, which takes a minute. */
  seeded?: boolean;
  /** Settings beside those of this process. */
  environment?: Record<string, string>;
}

export async function startProduct({ seeded = true, environment = {} }: Wanted = {}): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'interloop-'));
  const port = await freePort();
  let child: ChildProcess | null = null;
  let printed = '';

  async function start(): Promise<void> {
    printed = '';
    const made = spawn(
      process.execPath,
      ['worker/local/start.ts', '--state', folder, ...(seeded ? [] : ['--no-seed'])],
      {
        cwd: ROOT,
        env: { ...process.env, MAILBOX_KEY, ...environment, PORT: String(port) },
        stdio: ['ignore', 'pipe', 'pipe'],
        // A group of its own, so that a power cut takes the runtime below it too.
        detached: true,
      },
    );
    child = made;
    await new Promise<void>((done, fail) => {
      const slow = setTimeout(() => fail(new Error(`The product did not start in time:\n${printed}`)), PATIENCE_MS);
      const hear = (text: Buffer) => {
        printed += text.toString();
        if ((seeded ? READY.seeded : READY.empty).test(printed)) done();
      };
      made.stdout.on('data', hear);
      made.stderr.on('data', hear);
      made.once('exit', (code) => fail(new Error(`The product ended (${code}) before it was ready:\n${printed}`)));
      made.once('error', fail);
      void once(made, 'exit').finally(() => clearTimeout(slow));
    });
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child;
    if (ending?.pid === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = once(ending, 'exit');
    process.kill(signal === 'SIGKILL' ? -ending.pid : ending.pid, signal);
    await gone;
  }
  process.once('exit', () => void end('SIGKILL'));

  await start();
  return {
    url: `http://localhost:${port}`,
    operatorKey: await keyIn(folder),
    output: () => printed,
    kill: () => end('SIGKILL'),
    start,
    async close() {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Where `npm start` keeps the operator's key. */
export async function keyIn(folder: string): Promise<string> {
  const kept = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8')) as { operatorKey: string };
  return kept.operatorKey;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

/** The product without its example tenants, for measuring: started as `npm start` starts it, with timings. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MAILBOX_KEY } from '../support/mailbox-key.ts';
import { keyIn } from '../support/product.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PATIENCE_MS = 120_000;

export interface BareProduct {
  url: string;
  folder: string;
  /** From the start of the process to its first 200. */
  firstAnswerMs: number;
  process: ChildProcess;
  operatorKey(): Promise<string>;
  stop(): Promise<void>;
  close(): Promise<void>;
}

export async function startBare(folder = mkdtempSync(join(tmpdir(), 'interloop-bench-'))): Promise<BareProduct> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const from = performance.now();
  const child = spawn(process.execPath, ['worker/local/start.ts', '--no-seed', '--state', folder], {
    cwd: ROOT,
    env: { ...process.env, MAILBOX_KEY, PORT: String(port) },
    stdio: 'ignore',
  });
  const firstAnswerMs = (await firstAnswer(`${url}/`)) - from;
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };
  return {
    url,
    folder,
    firstAnswerMs,
    process: child,
    operatorKey: () => keyIn(folder),
    stop,
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** When an address first answers 200, as performance.now(). */
export async function firstAnswer(url: string): Promise<number> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok === true) return performance.now();
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error(`${url} did not answer in time`);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

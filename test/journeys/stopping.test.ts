/** Whoever stops `npm start` has their terminal and their port back within five seconds, whatever hangs. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../bench/bare-product.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const STARTING_MS = 240_000;
const ENDS_MS = 5000;

interface Running {
  boot: ChildProcess;
  port: number;
  /** The process that serves, below the one that was started. */
  server: number;
}

/** As `npm start` does, without examples. */
async function started(): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'interloop-stop-'));
  const port = await freePort();
  const boot = spawn(
    process.execPath,
    ['worker/local/boot.mjs', 'worker/local/start.ts', '--state', folder, '--no-seed'],
    {
      cwd: ROOT,
      env: { ...process.env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  onTestFinished(async () => {
    if (boot.exitCode === null && boot.signalCode === null) boot.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  let printed = '';
  await new Promise<void>((done, fail) => {
    boot.stdout?.on('data', (text: Buffer) => {
      printed += text.toString();
      if (/Stop with Ctrl-C/.test(printed)) done();
    });
    boot.once('exit', () => fail(new Error(`It ended before it served:\n${printed}`)));
  });
  const [server] = await childrenOf(boot.pid ?? 0);
  if (server === undefined) throw new Error(`Nothing serves:\n${printed}`);
  return { boot, port, server };
}

async function childrenOf(parent: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([pid, ppid]) => (ppid === parent && pid !== undefined ? [pid] : []));
}

/** How long it takes to end, in milliseconds. */
async function stopped({ boot }: Running, signal: NodeJS.Signals): Promise<number> {
  const gone = once(boot, 'exit');
  const from = performance.now();
  boot.kill(signal);
  await gone;
  return performance.now() - from;
}

async function isFree(port: number): Promise<boolean> {
  return await new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      done(false);
    });
    socket.once('error', () => done(true));
  });
}

test('one that stands still, and hears no signal at all', { timeout: STARTING_MS }, async () => {
  const running = await started();
  const below = await childrenOf(running.server);
  expect(below.length).toBeGreaterThan(0);
  expect(await isFree(running.port)).toBe(false);
  process.kill(running.server, 'SIGSTOP');
  expect(await stopped(running, 'SIGTERM')).toBeLessThan(ENDS_MS);
  await expect.poll(() => isFree(running.port), { timeout: 2000 }).toBe(true);
});

test('one whose clients send without end and read nothing', { timeout: STARTING_MS }, async () => {
  const running = await started();
  const sockets = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const socket = connect(running.port, '127.0.0.1');
      socket.on('error', () => {});
      await once(socket, 'connect');
      socket.write(
        'POST /api/visitor/link HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{',
      );
      return socket;
    }),
  );
  expect(await stopped(running, 'SIGINT')).toBeLessThan(ENDS_MS);
  for (const socket of sockets) socket.destroy();
  await expect.poll(() => isFree(running.port), { timeout: 2000 }).toBe(true);
});

/**
 * A server of a test run in a process of its own. It tells on its first line of output where it is, and ends with its
 * standard input. One that dies before it has told, or later while tests run, fails the run: without this, a process
 * that cannot start leaves vitest with nothing to wait for, and nothing tested counts as passed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How long a server may take until it tells where it is. */
const START_MS = 120_000;

export interface StartedServer {
  /** What the server printed first. */
  told: string;
  /** Settles when the process has ended, whoever ended it. */
  ended: Promise<unknown>;
  /** Its process, for a test that lets it die. */
  pid: number | undefined;
  /** Ends the server and waits for it; a server that died before is an error here too. */
  stop(): Promise<void>;
}

/**
 * Starts `script` under this Node and waits for its first output.
 * @throws Error naming the script when it exits first, or says nothing for two minutes
 */
export async function startServer(script: string, startMs = START_MS): Promise<StartedServer> {
  const server = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const told = await firstOutput(server, script, startMs);
  const ended = once(server, 'exit');
  let stopping = false;
  let died: string | null = null;
  server.once('exit', (code, signal) => {
    if (stopping) return;
    died = `${script} died while tests ran (${signal ?? `exit code ${code}`})`;
    process.exitCode = 1;
    console.error(died);
  });
  return {
    told,
    ended,
    pid: server.pid,
    stop: async () => {
      stopping = true;
      if (died !== null) throw new Error(died);
      server.stdin?.end();
      await ended;
    },
  };
}

function firstOutput(server: ChildProcess, script: string, startMs: number): Promise<string> {
  return new Promise((told, failed) => {
    const late = setTimeout(() => {
      server.kill('SIGKILL');
      failed(new Error(`${script} said nothing for ${startMs / 1000} s`));
    }, startMs);
    server.stdout?.once('data', (bytes: Buffer) => {
      clearTimeout(late);
      told(String(bytes));
    });
    server.once('error', (error) => {
      clearTimeout(late);
      failed(error);
    });
    server.once('exit', (code, signal) => {
      clearTimeout(late);
      failed(new Error(`${script} ended before it was ready (${signal ?? `exit code ${code}`})`));
    });
  });
}

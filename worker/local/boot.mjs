/**
 * Runs a script of this repository under its own Node, installing first what is missing: the only file that
 * must work with nothing but Node 20 and npm. `node worker/local/boot.mjs <script.ts | tool> [arguments]`.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const BIN = join(ROOT, 'node_modules/.bin');
const TICK_MS = 10_000;
/** A server that was told to stop is given this long, and then ended. */
const SERVERS = new Set(['worker/local/start.ts', 'worker/local/demo.ts']);
const ENDS_WITHIN_MS = 4500;

/** True when every package of the lock file that is not optional stands in node_modules in its version. */
function installed() {
  const wanted = readJson('package-lock.json')?.packages ?? {};
  const present = readJson('node_modules/.package-lock.json')?.packages;
  if (present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional || entry.peer) return true;
    return present[path]?.version === entry.version;
  });
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  } catch {
    return undefined;
  }
}

function run(command, args, options = {}) {
  return new Promise((done, fail) => {
    const { endsWithinMs: _, ...spawning } = options;
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...spawning });
    let left = [];
    child.on('message', (message) => {
      left = message?.workerd ?? left;
    });
    let stopping = false;
    const forward = (signal) => {
      child.kill(signal);
      if (stopping || !options.endsWithinMs) return;
      stopping = true;
      // One whose event loop stands still hears no signal but this one.
      setTimeout(() => child.kill('SIGKILL'), options.endsWithinMs).unref();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      if (signal !== null || stopping) end(left);
      done(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** What a killed child left running (see leash.ts). */
function end(pids) {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
}

async function install() {
  const began = Date.now();
  process.stderr.write('Installing what is missing (a minute or so, once) …\n');
  const tick = setInterval(() => {
    process.stderr.write(`  still installing, ${Math.round((Date.now() - began) / 1000)} s\n`);
  }, TICK_MS);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // The output of an installation is no output of the script: a reader of its stdout gets only the script's.
  const options = { stdio: ['ignore', 2, 2] };
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], options)
    : await run('npm', args, { ...options, shell: process.platform === 'win32' });
  clearInterval(tick);
  if (code !== 0) process.exit(code);
}

const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  process.stderr.write('usage: node worker/local/boot.mjs <script.ts | tool> [arguments]\n');
  process.exit(2);
}
if (!installed()) await install();
const file = /\.(ts|mjs|js)$/.test(script) ? join(ROOT, script) : join(BIN, script);
if (!existsSync(file)) {
  process.stderr.write(`There is no ${script}.\n`);
  process.exit(2);
}
const env = { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}` };
// The channel tells the child when this process is gone, however it went.
const node = join(BIN, process.platform === 'win32' ? 'node.exe' : 'node');
const endsWithinMs = SERVERS.has(script) ? ENDS_WITHIN_MS : undefined;
process.exit(await run(node, [file, ...args], { env, endsWithinMs, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] }));

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
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    let left = [];
    child.on('message', (message) => {
      left = message?.workerd ?? left;
    });
    const forward = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      if (signal !== null) end(left);
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
process.exit(await run(node, [file, ...args], { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] }));

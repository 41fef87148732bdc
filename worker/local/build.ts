/** Builds the web app and the Worker's bundle when their sources changed since the last time. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { lock } from 'proper-lockfile';

export const ROOT = resolve(import.meta.dirname, '../..');

/** What `bundle` holds: the Worker's modules, and in options.json what wrangler.toml says, read for Miniflare. */
export interface Build {
  bundle: string;
}

interface Part {
  name: string;
  sources: string[];
  output: string;
  build(): Promise<void>;
}

/** One build for every state folder, since the web app's is in one place too. */
const FOLDER = join(ROOT, '.interloop/build');

/** Brings both builds up to date; `report` hears a line for each part that is built. */
export async function buildWhatChanged(report: (line: string) => void): Promise<Build> {
  await mkdir(FOLDER, { recursive: true });
  const release = await lock(FOLDER, { retries: { retries: 240, minTimeout: 500, maxTimeout: 500 } });
  try {
    return await buildParts(report);
  } finally {
    await release();
  }
}

async function buildParts(report: (line: string) => void): Promise<Build> {
  const bundle = join(FOLDER, 'worker');
  const shared = ['package-lock.json', 'wrangler.toml'];
  const parts: Part[] = [
    {
      name: 'web app',
      sources: ['web', 'durable-objects/interview', 'worker/ids.ts', ...shared],
      output: join(ROOT, 'web/dist/index.html'),
      build: () => tool('vite', ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']),
    },
    {
      name: 'worker',
      sources: ['worker', 'durable-objects', ...shared],
      output: join(bundle, 'index.js'),
      build: () => buildWorker(bundle),
    },
  ];
  for (const part of parts) {
    const stamp = join(FOLDER, `${part.name.replace(' ', '-')}.hash`);
    const hash = await hashOf(part.sources);
    const before = await readFile(stamp, 'utf8').catch(() => '');
    if (before === hash && existsSync(part.output)) continue;
    report(`Building the ${part.name} …`);
    await part.build();
    await writeFile(stamp, hash);
  }
  return { bundle };
}

async function buildWorker(bundle: string): Promise<void> {
  const making = `${bundle}.making`;
  await rm(making, { recursive: true, force: true });
  await tool('wrangler', ['deploy', '--dry-run', '--outdir', making]);
  const { unstable_getMiniflareWorkerOptions } = await import('wrangler');
  const { workerOptions } = await unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml'));
  const { modulesRules: _, ...options } = workerOptions;
  await writeFile(join(making, 'options.json'), JSON.stringify(options));
  await rm(bundle, { recursive: true, force: true });
  await rename(making, bundle);
}

async function hashOf(sources: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const path of await filesUnder(source)) hash.update(path).update(await readFile(join(ROOT, path)));
  }
  return hash.digest('hex');
}

async function filesUnder(path: string): Promise<string[]> {
  if (path === 'web/dist' || path === 'worker/local') return [];
  const entries = await readdir(join(ROOT, path), { withFileTypes: true }).catch(() => null);
  if (entries === null) return existsSync(join(ROOT, path)) ? [path] : [];
  const below = entries.map((entry) =>
    entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
  );
  return (await Promise.all(below)).flat().sort();
}

/** Runs one of the installed tools; its output is shown only when it fails. */
function tool(name: string, args: string[]): Promise<void> {
  // Without these wrangler asks the network for updates and sends usage figures.
  const quiet = { WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true', CLOUDFLARE_CF_FETCH_ENABLED: 'false' };
  return new Promise((done, fail) => {
    const path = join(ROOT, 'node_modules/.bin', name);
    const child = spawn(process.execPath, [path, ...args], { cwd: ROOT, env: { ...process.env, ...quiet } });
    let output = '';
    child.stdout.on('data', (text) => {
      output += text;
    });
    child.stderr.on('data', (text) => {
      output += text;
    });
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`${name} failed:\n${output}`))));
  });
}

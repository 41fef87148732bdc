/**
 * worker_size: bytes that are evaluated when the Worker starts ÷ Hono + Neon + Drizzle alone, both bundled and
 * minified alike; the CPU of that start above an empty Worker's; and the bytes of the whole upload.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import type { Bench, BenchResult } from './bench.ts';
import { median } from './bench.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const START_RUNS = 5;
const LIMITS = { ratio: 2, startMs: 50, uploadKB: 700 };

const BARE = `
import { Hono } from 'hono';
import { neon, Pool } from '@neondatabase/serverless';
import { drizzle } from 'drizzle-orm/neon-http';
import { drizzle as socket } from 'drizzle-orm/neon-serverless';
import { pgTable, text } from 'drizzle-orm/pg-core';
const things = pgTable('things', { id: text('id').primaryKey() });
const app = new Hono();
app.get('/', async (c) => c.json(await drizzle(neon(c.env.URL)).select().from(things)));
app.get('/tx', async (c) => c.json(await socket(new Pool({ connectionString: c.env.URL })).transaction((tx) => tx.select().from(things))));
export default app;`;

/** The classes that wrangler.toml names must be there, and are as empty as the rest. */
const EMPTY = `
export class InterviewSession {}
export class OtpChallenge {}
export class RateLimits {}
export default { fetch: () => new Response('') };`;

export const bench: Bench = { name: 'worker_size', run };

async function run(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'interloop-size-'));
  try {
    const bareFile = join(ROOT, 'test/bench/.bare-worker.ts');
    const emptyFile = join(ROOT, 'test/bench/.empty-worker.ts');
    writeFileSync(bareFile, BARE);
    writeFileSync(emptyFile, EMPTY);
    try {
      const own = await bundle(join(ROOT, 'worker/index.ts'), join(folder, 'own'));
      const bare = await bundle(bareFile, join(folder, 'bare'));
      const startMs = startup(join(ROOT, 'worker/index.ts'), folder) - startup(emptyFile, folder);
      const ratio = own.atStart / bare.atStart;
      const kb = (bytes: number) => (bytes / 1024).toFixed(1);
      return [
        {
          name: 'worker_size',
          value: round(ratio),
          unit: '×',
          target: `≤ ${LIMITS.ratio}`,
          baseline: `Hono + Neon + Drizzle ${kb(bare.atStart)} KB gz`,
          ok: ratio <= LIMITS.ratio && own.whole <= LIMITS.uploadKB * 1024 && startMs <= LIMITS.startMs,
          notes: [
            `evaluated at start ${kb(own.atStart)} KB gz; whole upload ${kb(own.whole)} KB gz (target ≤ ${LIMITS.uploadKB})`,
            `start-up CPU above an empty Worker ${startMs.toFixed(0)} ms (target ≤ ${LIMITS.startMs})`,
          ],
        },
      ];
    } finally {
      rmSync(bareFile, { force: true });
      rmSync(emptyFile, { force: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(entry: string, outdir: string): Promise<{ atStart: number; whole: number }> {
  const { metafile } = await build({
    entryPoints: [entry],
    outdir,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*'],
    metafile: true,
    logLevel: 'error',
  });
  const all = Object.keys(metafile.outputs);
  const first = all.find((file) => metafile.outputs[file]?.entryPoint !== undefined) ?? '';
  return { atStart: zipped(eager(metafile, first)), whole: zipped(all) };
}

/** The entry and what it imports without `import()`. */
function eager(metafile: Metafile, file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const next = metafile.outputs[file]?.imports.filter((one) => one.kind === 'import-statement' && !one.external) ?? [];
  return [file, ...next.flatMap((one) => eager(metafile, one.path, seen))];
}

function zipped(files: string[]): number {
  return gzipSync(Buffer.concat(files.map((file) => readFileSync(resolve(file)))), { level: 9 }).byteLength;
}

/** Active CPU of a start, in milliseconds: the median of several profiles. */
function startup(entry: string, folder: string): number {
  const times: number[] = [];
  for (let i = 0; i < START_RUNS; i += 1) {
    const outfile = join(folder, 'start.cpuprofile');
    const done = spawnSync('wrangler', ['check', 'startup', '--outfile', outfile, `--args=${entry} --minify`], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
    });
    if (done.status !== 0) throw new Error(`wrangler check startup failed: ${done.stderr}${done.stdout}`);
    times.push(activeMs(JSON.parse(readFileSync(outfile, 'utf8'))));
  }
  return median(times);
}

interface Profile {
  nodes: { id: number; callFrame: { functionName: string } }[];
  samples: number[];
  timeDeltas: number[];
}

function activeMs(profile: Profile): number {
  const idle = new Set(
    profile.nodes
      .filter((node) => /^\((idle|program|root)\)$/.test(node.callFrame.functionName))
      .map((node) => node.id),
  );
  return profile.samples.reduce((sum, id, i) => sum + (idle.has(id) ? 0 : (profile.timeDeltas[i] ?? 0)), 0) / 1000;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

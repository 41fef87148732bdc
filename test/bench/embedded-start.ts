/** embedded_start: first 200 of an installed and built product beside the first 200 of a bare dev server. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstAnswer, freePort, startBare } from './bare-product.ts';
import { type Bench, type BenchResult, median, paired, spread } from './bench.ts';

export const bench: Bench = { name: 'embedded_start', run };

const PAIRS = 10;
const TARGET_MS = 2000;

async function run(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'interloop-start-'));
  try {
    // The first start builds what changed and makes the folder: that is installing, not starting.
    await (await startBare(folder)).stop();
    const { product, baseline } = await paired(PAIRS, () => ours(folder), bare);
    const more = product.map((ms, i) => ms - (baseline[i] ?? 0));
    return [
      {
        name: 'embedded_start',
        value: Math.round(median(more)),
        unit: 'ms more',
        target: `≤ ${TARGET_MS}`,
        baseline: `bare dev server ${spread(baseline, 0)} ms; ours ${spread(product, 0)} ms`,
        ok: median(more) <= TARGET_MS,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ours(folder: string): Promise<number> {
  const product = await startBare(folder);
  await product.stop();
  return product.firstAnswerMs;
}

/** `wrangler dev` on a Worker of one line. */
async function bare(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'interloop-bare-'));
  writeFileSync(join(folder, 'index.js'), "export default { fetch: () => new Response('here') };");
  writeFileSync(join(folder, 'wrangler.toml'), 'name = "bare"\nmain = "index.js"\ncompatibility_date = "2026-08-01"\n');
  const port = await freePort();
  const from = performance.now();
  const child = spawn('wrangler', ['dev', '--local', '--port', String(port), '--show-interactive-dev-session=false'], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      ...process.env,
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    },
  });
  const ms = (await firstAnswer(`http://127.0.0.1:${port}/`)) - from;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  rmSync(folder, { recursive: true, force: true });
  return ms;
}

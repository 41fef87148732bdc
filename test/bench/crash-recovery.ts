/**
 * crash_recovery: the server is killed again and again during one interview; what was acknowledged must stand once in the
 * transcript. The value is what was lost or doubled; how soon it is back stands beside a restart of an empty Worker.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { firstAnswer, freePort } from './bare-product.ts';
import { type Bench, type BenchResult, median, spread } from './bench.ts';

export const bench: Bench = { name: 'crash_recovery', run };

const KILLS = 20;
const RESTARTS = 10;
const TARGET = 1.5;
const EMPTY = "export default { fetch: () => new Response('here') };";

async function run(): Promise<BenchResult[]> {
  const kills = spawnSync(
    process.execPath,
    [resolve(import.meta.dirname, '../chaos/session-kills.ts'), String(KILLS)],
    { encoding: 'utf8' },
  );
  const [, killed, acknowledged, times] =
    /^(\d+) kills \(seed \d+\), (\d+) answers acknowledged, back after (.*) ms$/m.exec(kills.stdout) ?? [];
  if (times === undefined) throw new Error(`the run of kills ended without a result: ${kills.stderr}${kills.stdout}`);
  const problems = kills.stdout.split('\n').filter((line) => line.startsWith('- '));
  const backMs = times.split(', ').map(Number);
  const emptyMs: number[] = [];
  for (let i = 0; i < RESTARTS; i += 1) emptyMs.push(await restartEmpty());
  const ratio = median(backMs) / median(emptyMs);
  return [
    {
      name: 'crash_recovery',
      value: problems.length,
      unit: 'lost or doubled',
      target: `0; back in service ≤ ${TARGET} × an empty Worker`,
      baseline: `start of an empty Worker ${spread(emptyMs, 0)} ms; ours, to the room’s first sign of life, ${spread(backMs, 0)} ms`,
      ok: problems.length === 0 && ratio <= TARGET,
      notes: [`${killed} kills, ${acknowledged} answers acknowledged, ratio ${ratio.toFixed(2)}`, ...problems],
    },
  ];
}

async function restartEmpty(): Promise<number> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'bare-workerd.ts'), EMPTY, String(port)], {
    stdio: 'ignore',
  });
  const ms = (await firstAnswer(`http://127.0.0.1:${port}/`)) - from;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  return ms;
}

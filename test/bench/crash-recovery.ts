/**
 * crash_recovery: the server is killed again and again during interviews; what was acknowledged must stand once in the
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
  const backMs: number[] = [];
  const servingMs: number[] = [];
  const problems: string[] = [];
  let acknowledged = 0;
  // One interview is over after some kills; another goes on from there.
  while (backMs.length < KILLS) {
    const one = await killed();
    backMs.push(...one.backMs);
    servingMs.push(...one.servingMs);
    problems.push(...one.problems);
    acknowledged += one.acknowledged;
  }
  const emptyMs: number[] = [];
  for (let i = 0; i < RESTARTS; i += 1) emptyMs.push(await restartEmpty());
  const ratio = median(servingMs) / median(emptyMs);
  return [
    {
      name: 'crash_recovery',
      value: problems.length,
      unit: 'lost or doubled',
      target: `0; back in service ≤ ${TARGET} × an empty Worker`,
      baseline: `start of an empty Worker ${spread(emptyMs, 0)} ms; ours ${spread(servingMs, 0)} ms`,
      ok: problems.length === 0 && ratio <= TARGET,
      notes: [
        `${backMs.length} kills, ${acknowledged} answers acknowledged, ratio ${ratio.toFixed(2)}; the room’s first sign of life after ${spread(backMs, 0)} ms`,
        ...problems,
      ],
    },
  ];
}

async function killed(): Promise<{ backMs: number[]; servingMs: number[]; problems: string[]; acknowledged: number }> {
  const script = resolve(import.meta.dirname, '../chaos/session-kills.ts');
  const { stdout, stderr } = spawnSync(process.execPath, [script, String(KILLS)], { encoding: 'utf8' });
  const [, acknowledged, times, serving] =
    /^\d+ kills \(seed \d+\), (\d+) answers acknowledged, back after (.*) ms, serving after (.*) ms$/m.exec(stdout) ??
    [];
  if (times === undefined || serving === undefined)
    throw new Error(`the run of kills ended without a result: ${stderr}${stdout}`);
  return {
    backMs: times.split(', ').map(Number),
    servingMs: serving.split(', ').map(Number),
    problems: stdout.split('\n').filter((line) => line.startsWith('- ')),
    acknowledged: Number(acknowledged),
  };
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

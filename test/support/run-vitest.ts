/** Runs vitest and answers only then "passed" when tests really ran; see suite-report-rules.ts. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { faultsOfRun, passedBySuite, type SuiteCounts, type SuiteReport } from './suite-report-rules.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export interface VitestRun {
  config: string;
  /** Files, names and options as vitest takes them. */
  args: string[];
  /** Variables beside those of this process. */
  env?: Record<string, string>;
  /** Suites of test/ratchet.json that must be whole; none where the caller chose what runs. */
  whole?: string[];
}

/** Runs vitest; false when it failed, when nothing ran, or when a whole suite has lost tests. */
export async function runVitest({ config, args, env = {}, whole = [] }: VitestRun): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'interloop-report-'));
  const file = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const good = await vitest(['run', '--config', config, ...reporters, ...args], env);
    const faults = faultsOfRun(await counted(file), whole.length === 0 ? null : await known(whole));
    for (const fault of faults) console.error(fault);
    return good && faults.length === 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function vitest(args: string[], env: Record<string, string>): Promise<boolean> {
  const run = spawn('vitest', args, { stdio: 'inherit', env: { ...process.env, ...env } });
  const stop = (signal: NodeJS.Signals) => void run.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  const good = await new Promise<boolean>((done) => run.once('exit', (code) => done(code === 0)));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  return good;
}

/** A run that wrote no report has tested nothing. */
async function counted(file: string): Promise<SuiteCounts> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return {};
  const report: SuiteReport = JSON.parse(text);
  return passedBySuite(report, ROOT);
}

async function known(suites: string[]): Promise<SuiteCounts> {
  const ratchet: { tests: Record<string, number> } = JSON.parse(
    await readFile(join(ROOT, 'test/ratchet.json'), 'utf8'),
  );
  return Object.fromEntries(suites.map((suite) => [suite, ratchet.tests[suite] ?? 0]));
}

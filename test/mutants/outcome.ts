/** Runs some test files in a copy of the project and tells whether a test failed, all passed, or nothing could run. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Outcome = 'failed' | 'passed' | 'nothing ran';

/** Tests that hang are a fault that was seen. */
const LIMIT_MS = 180_000;

export async function outcomeOf(folder: string, tests: readonly string[]): Promise<Outcome> {
  const report = await mkdtemp(join(tmpdir(), 'interloop-outcome-'));
  const file = join(report, 'report.json');
  try {
    const journeys = tests.some((name) => name.startsWith('test/journeys/'));
    const config = journeys ? 'test/journeys/vitest.config.ts' : 'test/vitest.config.ts';
    const args = ['run', '--config', config, '--bail=1', '--reporter=json', `--outputFile.json=${file}`, ...tests];
    const ended = await vitest(folder, args);
    if (ended === 'late') return 'failed';
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) return 'nothing ran';
    const { numFailedTests, numPassedTests, success }: Report = JSON.parse(text);
    if (numFailedTests > 0) return 'failed';
    if (numPassedTests === 0) return 'nothing ran';
    return success ? 'passed' : 'failed';
  } finally {
    await rm(report, { recursive: true, force: true });
  }
}

interface Report {
  numFailedTests: number;
  numPassedTests: number;
  success: boolean;
}

function vitest(folder: string, args: string[]): Promise<'ended' | 'late'> {
  return new Promise((done) => {
    const run = spawn('vitest', args, { cwd: folder, stdio: 'ignore', detached: true });
    const late = setTimeout(() => {
      if (run.pid !== undefined) process.kill(-run.pid, 'SIGKILL');
      done('late');
    }, LIMIT_MS);
    run.once('exit', () => {
      clearTimeout(late);
      done('ended');
    });
  });
}

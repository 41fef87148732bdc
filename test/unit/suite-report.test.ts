/** A run counts as passed only when tests ran: the runner's rules, and servers that die under it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../support/started-server.ts';
import { faultsOfRun, passedBySuite } from '../support/suite-report-rules.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interloop-started-'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

async function script(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const file = (name: string, ...statuses: string[]) => ({
  name,
  assertionResults: statuses.map((status) => ({ status })),
});

test('passed tests are counted by the folder they stand in; skipped and failed ones are not', () => {
  const report = {
    testResults: [
      file('/p/test/unit/a.test.ts', 'passed', 'passed'),
      file('/p/test/unit/deep/b.test.ts', 'passed', 'skipped'),
      file('/p/test/contract/c.test.ts', 'failed', 'passed'),
      file('/p/test/shape.test.ts', 'passed'),
    ],
  };
  expect(passedBySuite(report, '/p')).toEqual({ unit: 3, contract: 1, 'shape.test.ts': 1 });
});

test('a run in which nothing passed is a fault, whatever vitest says', () => {
  expect(faultsOfRun({}, null)).toEqual(['No test passed: nothing was tested.']);
  expect(faultsOfRun({ unit: 0 }, { unit: 3 })).toEqual(['No test passed: nothing was tested.']);
  expect(faultsOfRun({ unit: 1 }, null)).toEqual([]);
});

test('a whole suite that passes one test less than it has is a fault; one that grew is none', () => {
  const least = { unit: 3, contract: 2 };
  expect(faultsOfRun({ unit: 3, contract: 2 }, least)).toEqual([]);
  expect(faultsOfRun({ unit: 4, contract: 9 }, least)).toEqual([]);
  expect(faultsOfRun({ unit: 2, contract: 2 }, least)).toEqual([
    'test/unit: 2 tests passed, 3 are known (test/ratchet.json).',
  ]);
  expect(faultsOfRun({ unit: 3 }, least)).toEqual(['test/contract: 0 tests passed, 2 are known (test/ratchet.json).']);
});

test('a server that tells where it is can be used and stopped', async () => {
  const path = await script(
    'good.mjs',
    `console.log(4711); process.stdin.resume(); process.stdin.on('end', () => process.exit(0));`,
  );
  const server = await startServer(path);
  expect(Number(server.told)).toBe(4711);
  await server.stop();
});

test('a server that dies at its start fails the run, with its name and how it ended', async () => {
  const path = await script('dies.mjs', 'process.exit(3);');
  await expect(startServer(path)).rejects.toThrow(/dies\.mjs ended before it was ready \(exit code 3\)/);
});

test('a server that says nothing fails the run too', async () => {
  const path = await script('mute.mjs', 'process.stdin.resume();');
  await expect(startServer(path, 200)).rejects.toThrow(/mute\.mjs said nothing/);
});

test('a server that dies while tests run fails the run at its end', async () => {
  const path = await script('later.mjs', `console.log('here'); process.stdin.resume();`);
  const before = process.exitCode;
  const server = await startServer(path);
  process.kill(server.pid ?? 0, 'SIGKILL');
  await server.ended;
  await expect(server.stop()).rejects.toThrow(/later\.mjs died while tests ran/);
  process.exitCode = before;
});

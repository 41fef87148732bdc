/** The folder of an installation: one process at a time, secrets that stay, and a killed owner that blocks nobody. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FolderInUse, takeStateFolder } from '../../worker/local/state-folder.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'interloop-state-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('secrets stay through a restart and are made anew by a fresh start', async () => {
  const path = join(root, 'secrets');
  const first = await takeStateFolder(path, false);
  await first.release();
  const second = await takeStateFolder(path, false);
  await second.release();
  expect(second.sessionSecret).toBe(first.sessionSecret);
  await writeFile(join(path, 'links.json'), '{}');
  const third = await takeStateFolder(path, true);
  expect(third.sessionSecret).not.toBe(first.sessionSecret);
  expect(await readdir(path)).not.toContain('links.json');
  await third.release();
});

test('a folder whose owner lives is refused, and says who it is', async () => {
  const path = join(root, 'taken');
  const held = await takeStateFolder(path, false);
  // The runner that started this process is alive and is not this process.
  await writeFile(join(path, 'owner'), String(process.ppid));
  const attempt = takeStateFolder(path, false);
  await expect(attempt).rejects.toThrow(FolderInUse);
  await expect(attempt).rejects.toThrow(String(process.ppid));
  await held.release();
});

test('a folder whose owner was killed is taken over at once', async () => {
  const path = join(root, 'orphan');
  await takeStateFolder(path, false);
  // Larger than any process id that a system gives.
  await writeFile(join(path, 'owner'), String(2 ** 30));
  const next = await takeStateFolder(path, false);
  await next.release();
});

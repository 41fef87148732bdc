/**
 * Generators of API clients, as strangers use them: installed once into this machine's cache of temporary files, at
 * pinned versions, by the ordinary client of their language.
 */
import { execFile } from 'node:child_process';
import { mkdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const TYPESCRIPT = ['openapi-typescript@7.13.0', 'openapi-fetch@0.17.0', 'typescript@5.9.3'];
export const PYTHON = 'openapi-python-client==0.29.1';
export const GO = 'github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2';

export const LANGUAGES = ['typescript', 'python', 'go'] as const;
export type ClientLanguage = (typeof LANGUAGES)[number];

/** Where the generators are; one folder for each language. */
export const GENERATORS = join(tmpdir(), 'interloop-generators-1');

/** Null when the generator is there or could be installed, else why not. */
export async function prepareGenerator(language: ClientLanguage): Promise<string | null> {
  const folder = join(GENERATORS, language);
  const done = join(folder, 'installed');
  if (
    await stat(done).then(
      () => true,
      () => false,
    )
  )
    return null;
  await mkdir(folder, { recursive: true });
  try {
    await install(language, folder);
    await mkdir(done);
    return null;
  } catch (error) {
    return `${language}: ${String(error).split('\n')[0]}`;
  }
}

async function install(language: ClientLanguage, folder: string): Promise<void> {
  switch (language) {
    case 'typescript':
      await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, ...TYPESCRIPT]);
      return;
    case 'python':
      await run('python3', ['-m', 'venv', join(folder, 'venv')]);
      await run(join(folder, 'venv/bin/pip'), ['install', '--quiet', PYTHON]);
      return;
    case 'go':
      await run('go', ['install', GO], { env: { ...process.env, GOBIN: folder } });
  }
}

/** `npm run check`: types, lint, shape, the OpenAPI document, and whether generated files are up to date. */
import { spawnSync } from 'node:child_process';

const STEPS: [name: string, command: string, args: string[]][] = [
  ['types', 'tsc', ['-p', '.']],
  ['lint', 'biome', ['check', '--error-on-warnings', 'worker', 'durable-objects', 'web', 'migrations', 'test']],
  ['shape', 'vitest', ['run', '--config', 'test/vitest.config.ts', '--project', 'rules', 'test/shape.test.ts']],
  ['api', process.execPath, ['test/support/lint-api.ts']],
  ['texts', process.execPath, ['web/shared/locales/extract.ts', '--check']],
];

let failed = 0;
for (const [name, command, args] of STEPS) {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  const ok = done.status === 0;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
  if (!ok) {
    failed += 1;
    console.log(`${done.stdout}${done.stderr}`);
  }
}
process.exit(failed === 0 ? 0 : 1);

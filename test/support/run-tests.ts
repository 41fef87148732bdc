/** `npm test`: the whole suite that needs nothing but npm. */
import { spawnSync } from 'node:child_process';

const args = ['run', '--config', 'test/vitest.config.ts', ...process.argv.slice(2)];
const done = spawnSync('vitest', args, { stdio: 'inherit' });
process.exit(done.status ?? 1);

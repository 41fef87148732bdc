/** `npm run test:journeys`: the product in a real browser. Arguments go to vitest. */
import { spawnSync } from 'node:child_process';

const args = ['run', '--config', 'test/journeys/vitest.config.ts', ...process.argv.slice(2)];
const done = spawnSync('vitest', args, { stdio: 'inherit' });
process.exit(done.status ?? 1);

/** `npm test`: the whole suite that needs nothing but npm. With arguments, that part of it. */
import { runVitest } from './run-vitest.ts';

const args = process.argv.slice(2);
const whole = args.length === 0 ? ['unit', 'contract', 'shape.test.ts'] : [];
process.exit((await runVitest({ config: 'test/vitest.config.ts', args, whole })) ? 0 : 1);

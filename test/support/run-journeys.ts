/** `npm run test:journeys`: the product in a real browser. Arguments go to vitest. */
import { runVitest } from './run-vitest.ts';

const args = process.argv.slice(2);
const whole = args.length === 0 ? ['journeys'] : [];
process.exit((await runVitest({ config: 'test/journeys/vitest.config.ts', args, whole })) ? 0 : 1);

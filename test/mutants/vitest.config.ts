/** The pure rules alone, for the mutants of the rules. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { environment: 'node', root: new URL('../..', import.meta.url).pathname, include: ['test/unit/**/*.test.ts'] },
});

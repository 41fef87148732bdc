/** Tests against other people's programs, started by a peers run. */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'peers',
    root: resolve(import.meta.dirname, '../..'),
    environment: 'node',
    include: ['test/peers/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

/** Journeys drive one running product after another, so their files run one by one. */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'journeys',
    root: resolve(import.meta.dirname, '../..'),
    environment: 'node',
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: ['test/journeys/product-under-test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});

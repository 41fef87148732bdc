/** Journeys drive one running product after another, so their files run one by one. */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const WEBKIT = 'test/journeys/webkit.test.ts';
/** What runs in which browser: the whole in Chromium, the main path in the others. */
const FILES: Record<string, string[]> = {
  firefox: ['test/journeys/sealed-voice.test.ts'],
  webkit: [WEBKIT],
};
const own = FILES[process.env.JOURNEYS_IN ?? ''];

export default defineConfig({
  test: {
    name: 'journeys',
    root: resolve(import.meta.dirname, '../..'),
    environment: 'node',
    include: own ?? ['test/journeys/**/*.test.ts'],
    exclude: own === undefined ? [WEBKIT] : [],
    globalSetup: ['test/journeys/product-under-test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});

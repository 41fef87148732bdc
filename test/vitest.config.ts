/** Two kinds of test in one run: pure rules in Node, everything that touches the platform inside workerd. */
import { cloudflareTest } from '@cloudflare/vitest-pool-workers';
import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          environment: 'node',
          testTimeout: 30_000,
          root,
          include: ['test/unit/**/*.test.ts', 'test/shape.test.ts'],
        },
      },
      {
        plugins: [
          cloudflareTest(async ({ inject }) => ({
            main: './worker/index.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: { bindings: { ...inject('bindings'), ...inject('emulated') } },
          })),
        ],
        test: {
          name: 'worker',
          root,
          include: ['test/contract/**/*.test.ts'],
          globalSetup: ['./test/support/databases.ts', './test/support/emulators.ts'],
          setupFiles: ['./test/support/inside-workerd.ts'],
          isolate: false,
          maxWorkers: 1,
          testTimeout: 30_000,
          provide: { hostileInterviews: Number(process.env.HOSTILE_INTERVIEWS ?? 20) },
        },
      },
    ],
  },
});

/** The databases of a test run: embedded ones in a folder of their own, or those that a peers run names. */
import type { TestProject } from 'vitest/node';
import { MAILBOX_KEY } from './mailbox-key.ts';
import { startServer } from './started-server.ts';

const REGIONS = ['us', 'eu', 'ap', 'in', 'gcc'];

declare module 'vitest' {
  interface ProvidedContext {
    bindings: Record<string, string>;
    /** How many interviews with hostile text are held. */
    hostileInterviews: number;
  }
}

export default async function databases(project: TestProject): Promise<() => Promise<void>> {
  // A peers run has a real PostgreSQL behind a gateway of its own and says at which port.
  const given = process.env.INTERLOOP_TEST_GATEWAY_PORT;
  if (given !== undefined) {
    project.provide('bindings', bindings(Number(given)));
    return async () => {};
  }
  const server = await startServer('test/support/serve-databases.ts');
  project.provide('bindings', bindings(Number(server.told)));
  return server.stop;
}

function bindings(port: number): Record<string, string> {
  return {
    ...Object.fromEntries(
      REGIONS.map((id) => [
        `DATABASE_URL_${id.toUpperCase()}`,
        `postgres://interloop:interloop@127.0.0.1:${port}/interloop_${id}`,
      ]),
    ),
    SESSION_SECRET: 'a secret that only the tests know, long enough',
    OPERATOR_KEY: 'an operator key that only the tests know',
    OBJECT_PLACEMENT: 'name',
    PUBLIC_ORIGIN: 'http://interloop.test',
    MAILBOX_KEY,
  };
}

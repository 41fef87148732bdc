/** The databases of a test run: embedded ones in a folder of their own, or those that a peers run names. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { REGION_IDS } from '../../worker/ids.ts';
import { openLocalPostgres, regionUrl } from '../../worker/local/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    bindings: Record<string, string>;
  }
}

export default async function databases(project: TestProject): Promise<() => Promise<void>> {
  // A peers run has a real PostgreSQL behind a gateway of its own and says at which port.
  const given = process.env.INTERLOOP_TEST_GATEWAY_PORT;
  if (given !== undefined) {
    project.provide('bindings', bindings(Number(given)));
    return async () => {};
  }
  const folder = await mkdtemp(join(tmpdir(), 'interloop-test-'));
  const postgres = await openLocalPostgres(folder, () => {});
  project.provide('bindings', bindings(postgres.port));
  return async () => {
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  };
}

function bindings(port: number): Record<string, string> {
  return {
    ...Object.fromEntries(REGION_IDS.map((id) => [`DATABASE_URL_${id.toUpperCase()}`, regionUrl(port, id)])),
    SESSION_SECRET: 'a secret that only the tests know, long enough',
    OPERATOR_KEY: 'an operator key that only the tests know',
    OBJECT_PLACEMENT: 'name',
  };
}

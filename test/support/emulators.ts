/** The emulators of a test run, in a process of their own; one set for everybody, kept apart by API key. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    emulators: Record<string, string>;
  }
}

export default async function emulators(project: TestProject): Promise<() => Promise<void>> {
  const server = spawn(process.execPath, ['test/support/serve-emulators.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [bindings] = await once(server.stdout, 'data');
  project.provide('emulators', JSON.parse(String(bindings)));
  return async () => {
    const closed = once(server, 'exit');
    server.stdin.end();
    await closed;
  };
}

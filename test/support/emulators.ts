/**
 * The emulators of a test run, in a process of their own; one set for everybody, kept apart by API key. And the real
 * services whose keys are in the environment.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where each emulator is. */
    emulators: { gemini: string; livekit: string; openai: string };
    /** What points the whole Worker at emulators. */
    emulated: Record<string, string>;
    /** The settings of real services. */
    services: Record<string, string>;
  }
}

const SERVICES = /^(OPENAI|GEMINI)_/;

export default async function emulators(project: TestProject): Promise<() => Promise<void>> {
  const server = spawn(process.execPath, ['test/support/serve-emulators.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [printed] = await once(server.stdout, 'data');
  const { urls, bindings } = JSON.parse(String(printed));
  project.provide('emulators', urls);
  project.provide('emulated', bindings);
  const given = Object.entries(process.env).filter(([name]) => SERVICES.test(name));
  project.provide('services', Object.fromEntries(given.map(([name, value]) => [name, value ?? ''])));
  return async () => {
    const closed = once(server, 'exit');
    server.stdin.end();
    await closed;
  };
}

/**
 * The emulators of a test run, in a process of their own; one set for everybody, kept apart by API key. And the real
 * services whose keys are in the environment.
 */
import type { TestProject } from 'vitest/node';
import { startServer } from './started-server.ts';

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
  const server = await startServer('test/support/serve-emulators.ts');
  const { urls, bindings } = JSON.parse(server.told);
  project.provide('emulators', urls);
  project.provide('emulated', bindings);
  const given = Object.entries(process.env).filter(([name]) => SERVICES.test(name));
  project.provide('services', Object.fromEntries(given.map(([name, value]) => [name, value ?? ''])));
  return server.stop;
}

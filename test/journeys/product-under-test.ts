/**
 * One product for all journeys but those that kill it; the makers of two of its regions are emulated.
 * `INTERLOOP_URL` and `INTERLOOP_STATE` (its state folder) name one that runs already.
 */
import type { TestProject } from 'vitest/node';
import { startEmulatedProduct } from '../support/emulated-product.ts';
import { keyIn } from '../support/product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    url: string;
    operatorKey: string;
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env.INTERLOOP_URL;
  const state = process.env.INTERLOOP_STATE;
  if (running !== undefined && state !== undefined) {
    project.provide('url', running);
    project.provide('operatorKey', await keyIn(state));
    return undefined;
  }
  const product = await startEmulatedProduct();
  project.provide('url', product.url);
  project.provide('operatorKey', product.operatorKey);
  return () => product.close();
}

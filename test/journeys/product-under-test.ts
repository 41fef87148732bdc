/** One product for all journeys but those that kill it. `INTERLOOP_URL` names one that runs already. */
import type { TestProject } from 'vitest/node';
import { startProduct } from '../support/product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    url: string;
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env.INTERLOOP_URL;
  if (running !== undefined) {
    project.provide('url', running);
    return undefined;
  }
  const product = await startProduct();
  project.provide('url', product.url);
  return () => product.close();
}

/** Browsers and pages for journeys; a page may not complain. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect, onTestFinished } from 'vitest';
import { DESKTOP, launch, listen } from './chromium.ts';

/** Longer than anything on this machine takes, shorter than anybody likes to wait for a failure. */
const PATIENCE_MS = 15_000;

/** One browser for a test file; `speech` is the WAV file that its microphone plays. */
export function browserFor(speech?: string): () => Promise<Browser> {
  let browser: Promise<Browser> | undefined;
  afterAll(async () => (await browser)?.close());
  return () => {
    browser ??= launch(speech);
    return browser;
  };
}

interface Asked extends BrowserContextOptions {
  /** Lines of the console that belong to the story, for example the refused request that it is about. */
  expected?: RegExp;
}

/** A page in a context of its own. The test fails if the console shows an error or a warning by its end. */
export async function openPage(browser: Browser, { expected, ...options }: Asked = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints = listen(page, expected);
  onTestFinished(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
  return page;
}

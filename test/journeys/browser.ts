/** Chromium with a microphone that plays a file, and pages that may not complain. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, expect, onTestFinished } from 'vitest';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1440, height: 900 };

/** One browser for a test file; `speech` is the WAV file that its microphone plays. */
export function browserFor(speech?: string): () => Promise<Browser> {
  let browser: Promise<Browser> | undefined;
  afterAll(async () => (await browser)?.close());
  return () => {
    browser ??= launch(speech);
    return browser;
  };
}

export async function launch(speech?: string): Promise<Browser> {
  const microphone = [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    ...(speech === undefined ? [] : [`--use-file-for-fake-audio-capture=${speech}`]),
  ];
  const args = ['--no-sandbox', '--autoplay-policy=no-user-gesture-required', ...microphone];
  return await chromium.launch({ executablePath: CHROMIUM, args });
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
  const page = await context.newPage();
  const complaints = listen(page, expected);
  onTestFinished(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
  return page;
}

/** Collects what the page complains about. */
export function listen(page: Page, expected?: RegExp): string[] {
  const complaints: string[] = [];
  const note = (line: string) => {
    if (expected === undefined || !expected.test(line)) complaints.push(line);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      note(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => note(`${error.name}: ${error.message}\n${error.stack}`));
  return complaints;
}

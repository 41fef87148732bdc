/** Browsers and pages for journeys; a page may not complain. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect, onTestFinished } from 'vitest';
import { DESKTOP, launch, listen } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import { type SoundDevices, startSoundDevices } from './sound-devices.ts';

/** Longer than anything on this machine takes, shorter than anybody likes to wait for a failure. */
const PATIENCE_MS = 15_000;

/** Which browser this run drives; the runner says it. */
export const ENGINE = process.env.JOURNEYS_IN === 'firefox' ? 'firefox' : 'chromium';

/** One browser for a test file; `speech` is the WAV file that its microphone plays. */
export function browserFor(speech?: string): () => Promise<Browser> {
  let browser: Promise<Browser> | undefined;
  let devices: SoundDevices | undefined;
  const firefox = async () => {
    devices = await startSoundDevices();
    await devices.talk(SAID);
    return await launchFirefox(devices.environment);
  };
  afterAll(async () => {
    await (await browser)?.close();
    await devices?.close();
  });
  return () => {
    browser ??= ENGINE === 'firefox' ? firefox() : launch(speech);
    return browser;
  };
}

/** Chromium's microphone plays a file; into Firefox's somebody speaks. */
const SAID = ['I lead nine agents in two shifts.', 'I take the difficult calls myself.', 'I let her finish.'];

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

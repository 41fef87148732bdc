/** Debian's Firefox over WebDriver BiDi; its microphone is opened without anybody being asked. */
import { join } from 'node:path';
import { type Browser, firefox } from 'playwright-core';

export const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

const PREFERENCES = {
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
};

/** Playwright's own channel for a Firefox that it did not build. */
export async function launchFirefox(environment: Record<string, string>): Promise<Browser> {
  return await firefox.launch({
    channel: 'moz-firefox',
    executablePath: join(import.meta.dirname, 'firefox-session.mjs'),
    env: { ...process.env, ...environment, FIREFOX },
    firefoxUserPrefs: PREFERENCES,
  });
}

/** Chromium with a microphone that plays a file, and what its pages complain about. */
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1440, height: 900 };

/** `speech` is the WAV file that its microphone plays. */
export async function launch(speech?: string): Promise<Browser> {
  const microphone = [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    ...(speech === undefined ? [] : [`--use-file-for-fake-audio-capture=${speech}`]),
  ];
  const args = ['--no-sandbox', '--autoplay-policy=no-user-gesture-required', ...microphone];
  return await chromium.launch({ executablePath: CHROMIUM, args });
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

/** What stood in the room's caption, also for a moment only: a busy test looks too late. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

declare global {
  interface Window {
    testCaptions: string[];
  }
}

/** Before the page is opened. */
export async function watchCaptions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.testCaptions = [];
    new MutationObserver(() => {
      const text = document.querySelector('.caption .say')?.textContent?.trim() ?? '';
      if (text !== '' && text !== window.testCaptions.at(-1)) window.testCaptions.push(text);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** These words come to stand there, or have stood there. */
export async function captioned(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.testCaptions.join('\n')), { timeout: 20_000 }).toContain(words);
}

/** What axe finds on a page as it stands: at a phone's and a desktop's width, light and dark. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE } from './chromium.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One line per finding; empty is the only good answer. Also says when the page is wider than the window. */
export async function findings(page: Page): Promise<string[]> {
  const before = page.viewportSize() ?? DESKTOP;
  const found: string[] = [];
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const where = `${new URL(page.url()).pathname} ${viewport.width} ${colorScheme}`;
      found.push(...(await findingsNow(page)).map((line) => `${where}: ${line}`));
    }
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return found;
}

/** The same for the window as it is. */
export async function findingsNow(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const lines = violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id} ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return tooWide > 0 ? [...lines, `the page is ${tooWide} px wider than the window`] : lines;
}

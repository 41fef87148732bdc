/** Takes a page's picture at two widths and in two schemes, and puts its loads into the states that are rare. */
import type { Page, Route } from 'playwright-core';
import { DESKTOP, PHONE } from '../chromium.ts';
import type { Place } from '../team.ts';

export interface Scene {
  place: Place;
  page: Page;
  shoot: (name: string) => Promise<void>;
}
type Pattern = string | ((url: URL) => boolean);
export type Walk = (scene: Scene) => Promise<void>;

export function camera(page: Page, prefix: string): (name: string) => Promise<void> {
  return async (name) => {
    for (const viewport of [DESKTOP, PHONE]) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        const path = `${prefix}-${name}-${viewport.width}-${colorScheme}.png`;
        await page.screenshot({ path, fullPage: true, animations: 'disabled' });
      }
    }
    await page.setViewportSize(DESKTOP);
  };
}

/** Fonts are there, and what fades in has come. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const finite = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(finite.map((one) => one.finished));
  });
}

/** Requests to `pattern` are never answered while `look` runs. */
export async function whileLoading(page: Page, pattern: Pattern, look: () => Promise<void>): Promise<void> {
  const held: Route[] = [];
  await page.route(pattern, (route) => void held.push(route));
  await look();
  await page.unroute(pattern);
  await Promise.allSettled(held.map((route) => route.abort()));
}

/** Requests to `pattern` are refused because storage is away. */
export async function whileFailing(page: Page, pattern: Pattern, look: () => Promise<void>): Promise<void> {
  const body = { code: 'storage_unavailable', status: 503, request: '5f0c1c1e-0000-4000-8000-000000000000' };
  await page.route(pattern, (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(body) }),
  );
  await look();
  await page.unroute(pattern);
}

/** Requests to `pattern` get this answer; one with a `status` is a problem. */
export async function whileAnswering(
  page: Page,
  pattern: Pattern,
  answer: Record<string, unknown> & { status?: number },
  look: () => Promise<void>,
): Promise<void> {
  await page.route(pattern, (route) => route.fulfill({ status: answer.status ?? 200, json: answer }));
  await look();
  await page.unroute(pattern);
}

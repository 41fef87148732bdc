/** Walks through the product's screens as `npm run screens` does, and looks at what stands there instead of at pictures. */
import type { Page } from 'playwright-core';
import type { Walk } from './screens/camera.ts';
import type { Place } from './team.ts';

export interface Seen {
  /** Of the screen, by its walk. */
  name: string;
  /** The page as the browser would write it down. */
  html: string;
  /** Every shift of its layout since the screen before that nobody's own press or key explains, added up. */
  shift: number;
  /** What moved, for a reader of a failure. */
  moved: string;
}

/** Runs in the page before anything else there. */
function watchShifts(): void {
  const seen = { shift: 0, moved: new Set<string>() };
  Reflect.set(globalThis, 'layoutShifts', seen);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      };
      if (hadRecentInput) continue;
      seen.shift += value;
      for (const { node } of sources) if (node instanceof Element) seen.moved.add(`${node.tagName}.${node.className}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What a walk sees, screen by screen. The page is in the state that the walk wants, at the width it was opened with. */
export async function walked(area: string, walk: Walk, page: Page, place: Place): Promise<Seen[]> {
  await page.addInitScript(watchShifts);
  const seen: Seen[] = [];
  const shoot = async (name: string) => {
    const { shift, moved } = await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const noted = Reflect.get(globalThis, 'layoutShifts') as { shift: number; moved: Set<string> };
      const told = { shift: noted.shift, moved: [...noted.moved].join(', ') };
      noted.shift = 0;
      noted.moved.clear();
      return told;
    });
    seen.push({ name: `${area}-${name}`, html: await page.content(), shift, moved });
  };
  await walk({ place, page, shoot });
  return seen;
}

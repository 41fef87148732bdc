/** Every screen in its main states: valid HTML to a stranger's checker, and nothing on it jumps on a phone. */
import { afterAll, expect, inject, test } from 'vitest';
import { findJava, htmlErrors } from '../support/html-checker.ts';
import { spokenFile } from '../support/spoken-file.ts';
import { DESKTOP, launch, PHONE } from './chromium.ts';
import type { Walk } from './screens/camera.ts';
import { candidateScreens } from './screens/candidate.ts';
import { recruiterScreens } from './screens/recruiter.ts';
import { visitorScreens } from './screens/visitor.ts';
import { ANSWERS } from './short-plan.ts';
import { type Seen, walked } from './walked-pages.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const WALK_MS = 300_000;
const SHIFT_MAX = 0.02;
/** Screens of each area that must have been seen, so that an empty walk finds nothing wrong by seeing nothing. */
const SCREENS = { visitor: 9, candidate: 15, recruiter: 15 };

const speech = await spokenFile([ANSWERS[1]]);
const browser = await launch(speech.path);
afterAll(async () => {
  await browser.close();
  await speech.remove();
});

async function seenBy(
  area: keyof typeof SCREENS,
  walk: Walk,
  viewport: { width: number; height: number },
): Promise<Seen[]> {
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  context.setDefaultTimeout(20_000);
  try {
    const seen = await walked(area, walk, await context.newPage(), place);
    expect(seen.length).toBeGreaterThanOrEqual(SCREENS[area]);
    return seen;
  } finally {
    await context.close();
  }
}

/** Parts of the room still move when a question ends; candidate-phone.test.ts holds every question itself to the limit. */
function isRoom({ name, moved }: Seen): boolean {
  return name.startsWith('candidate-room') || moved === 'SECTION.dock';
}

function jumping(seen: readonly Seen[]): string[] {
  return seen.flatMap((one) =>
    one.shift > SHIFT_MAX && !isRoom(one) ? [`${one.name}: ${one.shift.toFixed(3)} (${one.moved})`] : [],
  );
}

test('the checker finds what is wrong', async () => {
  if (!(await findJava())) throw new Error('No Java is there to run the HTML checker: install default-jre-headless.');
  const wrong = '<!doctype html><html lang="en"><title>x</title><p id="">x<time datetime="1:2:3:4">y</time></p></html>';
  expect(await htmlErrors([{ name: 'wrong', html: wrong }])).toHaveLength(2);
});

test.each([
  ['visitor', visitorScreens],
  ['candidate', candidateScreens],
] as const)(
  'the %s’s screens are valid, and nothing on them jumps on a phone',
  { timeout: WALK_MS },
  async (area, walk) => {
    const seen = await seenBy(area, walk, PHONE);
    expect({ jumping: jumping(seen), errors: await htmlErrors(seen) }).toEqual({ jumping: [], errors: [] });
  },
);

test('the recruiter’s screens are valid, and nothing on them jumps', { timeout: WALK_MS }, async () => {
  const seen = await seenBy('recruiter', recruiterScreens, DESKTOP);
  expect({ jumping: jumping(seen), errors: await htmlErrors(seen) }).toEqual({ jumping: [], errors: [] });
});

/** The live engine in a real browser: one model that hears, thinks and speaks. */
import { afterAll, inject, test } from 'vitest';
import { LIVE_REGION } from '../support/emulated-makers.ts';
import { browserFor, openPage } from './browser.ts';
import { speakingMicrophone } from './speaking-microphone.ts';
import { readBack, SAID, tellAloud } from './spoken-interview.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const microphone = await speakingMicrophone(SAID);
const browser = browserFor(microphone.path);
afterAll(() => microphone.remove());

test('by a live model: heard, asked on about what was said, interrupted, played back', {
  timeout: 300_000,
}, async () => {
  const page = await openPage(await browser());
  await readBack(await tellAloud(page, microphone, place, LIVE_REGION), 'live');
});

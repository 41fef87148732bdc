/** The cascade in a real browser: ears, a model and a voice, each of its own. */
import { afterAll, inject, test } from 'vitest';
import { CASCADE_REGION } from '../support/emulated-makers.ts';
import { browserFor, openPage } from './browser.ts';
import { speakingMicrophone } from './speaking-microphone.ts';
import { readBack, SAID, tellAloud } from './spoken-interview.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const microphone = await speakingMicrophone(SAID);
const browser = browserFor(microphone.path);
afterAll(() => microphone.remove());

test('by ears, a model and a voice: heard, asked on about what was said, interrupted, played back', {
  timeout: 300_000,
}, async () => {
  const page = await openPage(await browser());
  await readBack(await tellAloud(page, microphone, place, CASCADE_REGION), 'cascade');
});

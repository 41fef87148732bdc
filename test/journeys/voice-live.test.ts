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
  page.on('websocket', (ws) => {
    ws.on('framesent', (f) => {
      if (typeof f.payload === 'string') console.log(Date.now() % 1e6, '>', f.payload.slice(0, 300));
    });
    ws.on('framereceived', (f) => {
      if (typeof f.payload === 'string') console.log(Date.now() % 1e6, '<', f.payload.slice(0, 500));
    });
  });
  await readBack(await tellAloud(page, microphone, place, LIVE_REGION));
});

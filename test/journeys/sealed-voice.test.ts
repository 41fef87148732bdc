/** The main path with a voice, in the browser of this run: what it recorded is sealed, and a recruiter hears it. */
import { afterAll, expect, inject, test } from 'vitest';
import { loudness } from '../support/sealed-sound.ts';
import { spokenFile } from '../support/spoken-file.ts';
import { browserFor, openPage } from './browser.ts';
import { enter, goSpeaking, SPOKEN_MS, sendIn } from './candidate-steps.ts';
import { recordedLanes } from './recorded-lanes.ts';
import { reportOf } from './report-of.ts';
import { ANSWERS, anInvitation, QUESTIONS } from './short-plan.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const speech = await spokenFile([ANSWERS[1]]);
const browser = browserFor(speech.path);
afterAll(() => speech.remove());
/** Softer than this is no voice. */
const VOICE = 0.01;

test('the whole way with a voice: recorded, sealed, told truly, and heard by the recruiter', {
  timeout: 240_000,
}, async () => {
  const who = await anInvitation(place);
  const page = await openPage(await browser());
  await enter(page, place.url, who, { recording: true });
  await goSpeaking(page);
  for (const [index, question] of QUESTIONS.entries()) {
    await page.getByRole('heading', { name: question }).waitFor({ timeout: SPOKEN_MS });
    await page.waitForResponse((one) => one.url().includes('/recording/') && one.ok(), { timeout: SPOKEN_MS });
    await page.locator('#answer').fill(ANSWERS[index] ?? '');
    await page.getByRole('button', { name: 'Send answer' }).click();
  }
  await sendIn(page);

  const report = await reportOf(who);
  expect(report).toMatchObject({ unsealedMs: 0, recording: { missingParts: 0 } });
  expect(report.recording?.durationMs).toBeGreaterThan(8000);
  const { left } = await recordedLanes(who);
  const voiced = loudness(left).filter((level) => level > VOICE).length / 100;
  expect(voiced).toBeGreaterThan(3);
});

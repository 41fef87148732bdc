/** What can happen in the middle of a spoken answer: another way to answer, a microphone that goes, another tab. */
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { SENTENCES } from '../emulators/ears/sentences.ts';
import { CASCADE_REGION } from '../support/emulated-makers.ts';
import { browserFor, openPage } from './browser.ts';
import { SPOKEN_MS, sendIn } from './candidate-steps.ts';
import { captioned, watchCaptions } from './captions.ts';
import { reportOf } from './report-of.ts';
import { ANSWERS, type Invited } from './short-plan.ts';
import { speakingMicrophone } from './speaking-microphone.ts';
import { ASKED, asked, enterSpeaking } from './spoken-interview.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
/** What is said before and after what happens. */
const [BEFORE, AFTER, LAST] = [ANSWERS[0], SENTENCES[9]?.text ?? '', ANSWERS[1]];
/** Of the first, what is said before it breaks off. */
const BEGUN = 'I lead nine agents';
const TYPED = 'That is all of it, in writing.';
const microphone = await speakingMicrophone([BEFORE, AFTER, LAST]);
const browser = browserFor(microphone.path);
afterAll(() => microphone.remove());

/** In the room, at the first question. */
async function atFirstQuestion(page: Page): Promise<Invited> {
  const who = await enterSpeaking(page, microphone, place, CASCADE_REGION, { followUps: 0 });
  await page.getByRole('button', { name: 'Answer now' }).click();
  await asked(page, ASKED[0]);
  return who;
}

/** The second question is answered in writing, and the interview sent in. */
async function toTheEnd(page: Page): Promise<void> {
  await page.getByRole('heading', { name: ASKED[1] }).waitFor({ timeout: SPOKEN_MS });
  const typing = page.getByRole('button', { name: 'Type instead' });
  await typing.or(page.getByLabel('Your answer')).first().waitFor();
  if (await typing.isVisible()) await typing.click();
  await page.getByLabel('Your answer').fill(LAST);
  await page.getByRole('button', { name: 'Send answer', disabled: false }).click({ timeout: SPOKEN_MS });
  await sendIn(page);
}

/** The answer to the first question as the recruiter reads it: one turn, whatever happened. */
async function firstAnswer(who: Invited): Promise<{ text: string; via: string | null }[]> {
  const { turns } = await reportOf(who);
  return turns
    .filter(({ speaker, questionId }) => speaker === 'candidate' && questionId === 'q1')
    .map(({ text, via }) => ({ text, via }));
}

/** What was said before it broke off, and what was said after it. */
async function isOneAnswer(who: Invited): Promise<void> {
  const [answer, ...more] = await firstAnswer(who);
  expect(more).toEqual([]);
  expect(answer?.via).toBe('voice');
  expect(answer?.text.slice(0, BEGUN.length)).toBe(BEGUN);
  expect(answer?.text.slice(-AFTER.length)).toBe(AFTER);
}

test('from voice to writing in the middle of an answer: both are one answer', { timeout: 240_000 }, async () => {
  const page = await openPage(await browser());
  const who = await atFirstQuestion(page);
  // Who reaches for the keyboard does so after the last word, and is given the time.
  await page.getByText('Options').click();
  await page.getByRole('switch', { name: /Wait longer/ }).click();
  await page.getByText('Options').click();
  await microphone.say(page, BEFORE);
  await captioned(page, BEFORE);
  await page.getByRole('button', { name: 'Type instead' }).click();
  await page.getByLabel('Your answer').fill(TYPED);
  await page.getByRole('button', { name: 'Send answer' }).click();
  await toTheEnd(page);
  expect(await firstAnswer(who)).toEqual([{ text: `${BEFORE} ${TYPED}`, via: 'mixed' }]);
});

test('from writing to voice in the middle of an answer: both are one answer', { timeout: 240_000 }, async () => {
  const page = await openPage(await browser());
  const who = await atFirstQuestion(page);
  await page.getByRole('button', { name: 'Type instead' }).click();
  await page.getByLabel('Your answer').fill(TYPED);
  await page.getByRole('button', { name: 'Speak instead' }).click();
  await captioned(page, TYPED);
  await microphone.say(page, BEFORE);
  await toTheEnd(page);
  const [answer, ...more] = await firstAnswer(who);
  expect(more).toEqual([]);
  expect(answer?.via).toBe('mixed');
  expect(answer?.text).toContain(BEFORE);
  expect(answer?.text).toContain(TYPED);
});

test('a microphone that goes in the middle of an answer and comes back', { timeout: 240_000 }, async () => {
  const page = await openPage(await browser());
  const who = await atFirstQuestion(page);
  await microphone.breakOff(page, BEFORE);
  await page.getByText('The microphone went away.').waitFor();
  await captioned(page, BEGUN);
  await page.evaluate(() => window.testMicrophone.plugIn());
  await page.getByText('The microphone went away.').waitFor({ state: 'detached' });
  await microphone.say(page, AFTER);
  await toTheEnd(page);
  await isOneAnswer(who);
});

test('headphones that are pulled out leave the answer as it is', { timeout: 240_000 }, async () => {
  const page = await openPage(await browser());
  const who = await atFirstQuestion(page);
  const saying = microphone.say(page, BEFORE);
  await page.evaluate(() => window.testMicrophone.outputsChange());
  await saying;
  await captioned(page, BEFORE);
  await toTheEnd(page);
  expect(await firstAnswer(who)).toEqual([{ text: BEFORE, via: 'voice' }]);
});

test('a second tab takes over in the middle of an answer, and it stays one answer', { timeout: 240_000 }, async () => {
  const page = await openPage(await browser());
  const who = await atFirstQuestion(page);
  await microphone.breakOff(page, BEFORE);
  await captioned(page, BEGUN);
  const other = await page.context().newPage();
  await microphone.attach(other);
  await watchCaptions(other);
  await other.goto(who.link);
  await other.getByText('If you go on here, it stops there.', { exact: false }).waitFor();
  await other.getByRole('button', { name: 'Go on with my voice' }).click();
  await other.getByRole('button', { name: 'Go on here' }).click();
  await page.getByRole('heading', { name: 'Your interview is open somewhere else' }).waitFor();
  await captioned(other, BEGUN);
  await microphone.say(other, AFTER);
  await toTheEnd(other);
  await isOneAnswer(who);
});

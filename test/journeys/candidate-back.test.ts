/** Leaving and coming back, and a line that goes away: nothing is lost, and nothing is opened or said that is not so. */
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { spokenFile } from '../support/spoken-file.ts';
import { findings } from './axe.ts';
import { browserFor, openPage } from './browser.ts';
import { answer, comeByLink, enter, goInWriting, goSpeaking, SPOKEN_MS, sendIn } from './candidate-steps.ts';
import { reportOf } from './report-of.ts';
import { ANSWERS, anInvitation, QUESTIONS } from './short-plan.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const speech = await spokenFile([ANSWERS[1]]);
const browser = browserFor(speech.path);
afterAll(() => speech.remove());

const OFFLINE = /ERR_INTERNET_DISCONNECTED|WebSocket/;

/** Counts how often the page asks for a microphone. */
async function countMicrophones(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counted = { asked: 0 };
    Object.assign(window, { counted });
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = (wanted) => {
      counted.asked += 1;
      return open(wanted);
    };
  });
  return async () => await page.evaluate(() => (window as unknown as { counted: { asked: number } }).counted.asked);
}

test('who comes back by the link reads where they stand; the microphone opens only when they go on', async () => {
  const who = await anInvitation(place);
  const page = await openPage(await browser());
  const asked = await countMicrophones(page);
  await enter(page, place.url, who, { recording: true });
  await goSpeaking(page);
  await page.getByText('Speak to think if you like.', { exact: false }).waitFor({ timeout: SPOKEN_MS });
  await page.getByLabel('Write what counts; your recording stays beside it').fill(ANSWERS[0]);
  await page.getByRole('button', { name: 'Send answer' }).click();
  await page.getByRole('heading', { name: QUESTIONS[1] }).waitFor({ timeout: SPOKEN_MS });

  await comeByLink(page, who.link);
  await page.getByRole('heading', { name: 'Welcome back, Noor' }).waitFor();
  await page.getByText(/^Question 2 of 2\. \d+ min left\.$/).waitFor();
  expect(await findings(page)).toEqual([]);
  expect(await asked()).toBe(0);
  await page.getByRole('button', { name: 'Go on with my voice' }).click();
  await page.getByText('Speak to think if you like.', { exact: false }).waitFor({ timeout: SPOKEN_MS });
  expect(await asked()).toBeGreaterThan(0);
});

test('an answer that is sent while the line is away stands there as waiting, and goes out by itself', async () => {
  const who = await anInvitation(place);
  const page = await openPage(await browser(), { expected: OFFLINE });
  await enter(page, place.url, who, { recording: false });
  await goInWriting(page);
  await page.getByText('Write your answer.').waitFor({ timeout: SPOKEN_MS });
  await page.context().setOffline(true);
  await page.getByText('Reconnecting. Your answer is safe.').waitFor({ timeout: SPOKEN_MS });
  await page.getByLabel('Your answer').fill(ANSWERS[0]);
  await page.getByRole('button', { name: 'Send answer' }).click();
  const sent = page.getByRole('listitem').filter({ hasText: ANSWERS[0] });
  await sent.getByText('waiting to be sent').waitFor();
  await page.getByText('It goes out by itself as soon as the line is back.').waitFor();
  await page.getByRole('button', { name: 'Send answer' }).and(page.locator('[aria-disabled=true]')).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: QUESTIONS[1] }).waitFor({ timeout: SPOKEN_MS });
  await page.getByText('waiting to be sent').waitFor({ state: 'detached' });
  await answer(page, QUESTIONS[1], ANSWERS[1]);
  await sendIn(page);
  expect(JSON.stringify(await reportOf(who))).toContain(ANSWERS[0]);
});

test('where recording was refused nothing says that one is kept, and nothing says that it listens', async () => {
  const who = await anInvitation(place);
  const page = await openPage(await browser());
  const asked = await countMicrophones(page);
  await enter(page, place.url, who, { recording: false });
  await page.getByText('Here nothing turns your speech into text', { exact: false }).waitFor();
  await page.getByText('nothing you say is kept', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Hear the questions, and write' }).click();
  await page.getByRole('button', { name: 'I’m ready, start the interview' }).click();
  await page.getByText('Write your answer.').waitFor({ timeout: SPOKEN_MS });
  await page.getByText('Not recorded').waitFor();
  const room = await page.locator('#app').innerText();
  expect(room).toContain('Write what counts');
  expect(room).not.toMatch(/Listening|your recording stays|Recording$/m);
  expect(await page.locator('.ring[data-state=listening]').count()).toBe(0);
  expect(await asked()).toBe(0);
});

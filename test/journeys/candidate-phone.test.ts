/** A long answer on a phone whose keyboard is open: the question stays, what sends it stays, and nothing jumps. */
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { findings } from './axe.ts';
import { browserFor, openPage } from './browser.ts';
import { enter, goInWriting, SPOKEN_MS } from './candidate-steps.ts';
import { PHONE } from './chromium.ts';
import { ANSWERS, anInvitation, QUESTIONS } from './short-plan.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const browser = browserFor();

/** What a keyboard leaves of a small phone. */
const ABOVE_KEYBOARD = { width: 390, height: 420 };
const MOST_SHIFT = 0.02;

/** Adds up how far things jump, from now on; keys that a person presses excuse nothing. */
async function countShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counted = { shift: 0 };
    Object.assign(window, { counted });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) counted.shift += Number(entry.value);
    }).observe({ type: 'layout-shift', buffered: false });
  });
}

async function shifted(page: Page): Promise<number> {
  return await page.evaluate(() => (window as unknown as { counted: { shift: number } }).counted.shift);
}

/** Wholly on the screen. */
async function isSeen(page: Page, selector: string): Promise<boolean> {
  return await page.locator(selector).evaluate((element) => {
    const box = element.getBoundingClientRect();
    const seen = window.visualViewport;
    const [top, height] = [seen?.offsetTop ?? 0, seen?.height ?? innerHeight];
    const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const covered = middle === null || !(element.contains(middle) || middle.contains(element));
    return box.top >= top - 0.5 && box.bottom <= top + height + 0.5 && !covered;
  });
}

/** Question, field and button, one above the other. */
async function expectInReach(page: Page): Promise<void> {
  for (const selector of ['#question', '#answer', '.composer .done']) {
    expect({ selector, seen: await isSeen(page, selector) }).toEqual({ selector, seen: true });
  }
}

test('with the keyboard open the question and what sends the answer stay on the screen, and nothing jumps', async () => {
  const who = await anInvitation(place);
  const page = await openPage(await browser(), { viewport: PHONE });
  await enter(page, place.url, who, { recording: false });
  await goInWriting(page);
  for (const [index, question] of QUESTIONS.entries()) {
    await page.setViewportSize(PHONE);
    await page.getByRole('heading', { name: question }).waitFor({ timeout: SPOKEN_MS });
    await page.getByText('Write your answer.').waitFor();
    await page.setViewportSize(ABOVE_KEYBOARD);
    await expectInReach(page);
    await countShifts(page);
    await page.getByLabel('Your answer').focus();
    for (let line = 0; line < 12; line += 1) {
      await page.keyboard.type(`${line + 1}. ${ANSWERS[index]}\n`);
    }
    await expectInReach(page);
    expect(await shifted(page)).toBeLessThanOrEqual(MOST_SHIFT);
    if (index === 0) expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send answer' }).click();
  }
  await page.getByRole('heading', { name: 'Did we hear you right?' }).waitFor();
});

test('a keyboard that is laid over the page, as Safari does, covers neither the question nor the button', async () => {
  const who = await anInvitation(place);
  const page = await openPage(await browser(), { viewport: PHONE });
  // Chromium makes the page smaller instead: what is seen is told as Safari tells it.
  await page.addInitScript(() => {
    const seen = new EventTarget();
    const state = { height: innerHeight, offsetTop: 0, scale: 1 };
    for (const name of ['height', 'offsetTop', 'scale'] as const)
      Object.defineProperty(seen, name, { get: () => state[name] });
    Object.defineProperty(window, 'visualViewport', { value: seen });
    Object.assign(window, {
      keyboard: (height: number) => {
        state.height = height;
        seen.dispatchEvent(new Event('resize'));
      },
    });
  });
  await enter(page, place.url, who, { recording: false });
  await goInWriting(page);
  await page.getByText('Write your answer.').waitFor({ timeout: SPOKEN_MS });
  const opens = (height: number) =>
    page.evaluate((seen) => (window as unknown as { keyboard: (height: number) => void }).keyboard(seen), height);
  await opens(430);
  await expectInReach(page);
  await opens(PHONE.height);
  await expectInReach(page);
});

/** A candidate's way from the link to "that's everything from you", and what the recruiter then reads. */
import { expect, inject, test } from 'vitest';
import { findings } from './axe.ts';
import { browserFor, openPage } from './browser.ts';
import { answer, comeByLink, enter, goInWriting, sendIn } from './candidate-steps.ts';
import { PHONE } from './chromium.ts';
import { reportOf } from './report-of.ts';
import { ANSWERS, anInvitation, QUESTIONS } from './short-plan.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const browser = browserFor();

test('the whole way in writing, on a phone', async () => {
  const who = await anInvitation(place);
  const page = await openPage(await browser(), { viewport: PHONE });
  await page.goto(who.link);
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  expect(await findings(page)).toEqual([]);

  await enter(page, place.url, who, { recording: false });
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Type instead' }).click();
  await page.getByRole('heading', { name: 'One question, just for practice' }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByText('The clock starts when you press', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'I’m ready, start the interview' }).click();
  await page.getByRole('heading', { name: QUESTIONS[0] }).waitFor();
  expect(await findings(page)).toEqual([]);
  await answer(page, QUESTIONS[0], ANSWERS[0]);
  await answer(page, QUESTIONS[1], ANSWERS[1]);
  await page.getByRole('heading', { name: 'Did we hear you right?' }).waitFor();
  expect(await findings(page)).toEqual([]);
  await sendIn(page);
  expect(await findings(page)).toEqual([]);
  await page
    .getByRole('button', { name: 'See or change my data' })
    .or(page.getByRole('link', { name: 'See or change my data' }))
    .click();
  await page.locator('h1').first().waitFor();
  expect(await findings(page)).toEqual([]);

  const report = await reportOf(who);
  const said = JSON.stringify(report);
  for (const text of ANSWERS) expect(said).toContain(text);
});

test('a page loaded again in mid-interview goes on at the same point, with what was being typed', async () => {
  const who = await anInvitation(place, 'in');
  const page = await openPage(await browser());
  await enter(page, place.url, who, { recording: false });
  await goInWriting(page);
  await answer(page, QUESTIONS[0], ANSWERS[0]);
  await page.getByRole('heading', { name: QUESTIONS[1] }).waitFor();
  await page.getByLabel('Your answer').fill('I was in the middle of');
  await page.reload();
  await page.getByRole('heading', { name: QUESTIONS[1] }).waitFor();
  await expect
    .poll(() => page.getByLabel('Your answer').inputValue(), { timeout: 10_000 })
    .toBe('I was in the middle of');
  await answer(page, QUESTIONS[1], ANSWERS[1]);
  await sendIn(page);
});

test('the whole way with the keyboard alone', async () => {
  const who = await anInvitation(place);
  const page = await openPage(await browser());
  await enter(page, place.url, who, { recording: false });
  await page.getByRole('button', { name: 'Type instead' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'I’m ready, start the interview' }).focus();
  await page.keyboard.press('Enter');
  for (const [index, question] of QUESTIONS.entries()) {
    await page.getByRole('heading', { name: question }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), { timeout: 10_000 }).toBe('answer');
    await page.keyboard.type(ANSWERS[index] ?? '');
    await page.getByRole('button', { name: 'Send answer', disabled: false }).waitFor();
    await page.keyboard.press('Control+Enter');
  }
  await page.getByRole('heading', { name: 'Did we hear you right?' }).waitFor();
  await page.getByRole('button', { name: 'Send my interview' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Thank you, Noor/ }).waitFor();
});

test('links that lead nowhere get one calm page, the same for foreign and missing', async () => {
  const page = await openPage(await browser(), { expected: /404|410|422|400/ });
  const seen: string[] = [];
  for (const secret of [
    'eu_B71efEMVAvBBK6jnFjJm3jfyD9IoEtQCHVqidg9rWb9',
    'in_B71efEMVAvBBK6jnFjJm3jfyD9IoEtQCHVqidg9rWb9',
    'rubbish',
  ]) {
    await comeByLink(page, `${place.url}/i#${secret}`);
    await page.locator('h1').first().waitFor();
    seen.push(await page.locator('main').innerText());
    expect(await findings(page)).toEqual([]);
  }
  expect(new Set(seen).size).toBe(1);
});

test('the first page of the link holds in a longer language that runs from right to left', async () => {
  const who = await anInvitation(place);
  const page = await openPage(await browser(), { viewport: PHONE });
  await page.goto(who.link.replace('#', '?lang=ar-XB#'));
  await page.locator('h1').first().waitFor();
  expect(await page.evaluate(() => document.dir)).toBe('rtl');
  expect(await findings(page)).toEqual([]);
});

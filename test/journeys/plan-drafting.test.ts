/** A job description becomes a published plan: written by a model where there is one, by rules where there is none. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDocx, aPdf } from '../support/documents.ts';
import { type EmulatedProduct, startEmulatedProduct } from '../support/emulated-product.ts';
import { findings } from './axe.ts';
import { browserFor, openPage } from './browser.ts';
import { JOB, publish } from './steps.ts';
import { aTeam, signIn } from './team.ts';

const browser = browserFor();
let product: EmulatedProduct;
beforeAll(async () => {
  product = await startEmulatedProduct({ seeded: false });
}, 120_000);
afterAll(() => product.close());

/** Signed in for the first time: the home page asks for a job description. */
async function firstSteps(region: string, expected?: RegExp): Promise<Page> {
  const page = await openPage(await browser(), expected === undefined ? {} : { expected });
  await signIn(page, product.url, await aTeam(product, region));
  await page.getByRole('heading', { name: 'Turn a job description into an interview' }).waitFor();
  return page;
}

const questions = (page: Page) => page.getByRole('textbox', { name: /^Question \d+ of/ });

test('with a model: from the pasted text, section by section, to a published plan', { timeout: 120_000 }, async () => {
  const page = await firstSteps('us');
  await page.getByLabel('Job description').fill(`${JOB}\nAsk everybody: How old are you?`);
  await page.getByRole('button', { name: 'Draft the interview' }).click();
  await page.getByText('weights add up to 100 %').waitFor();
  await page.getByText('First drafted from the job description by a model.').waitFor();
  expect(await questions(page).count()).toBeGreaterThanOrEqual(5);
  const asked = await questions(page).evaluateAll((fields) =>
    fields.map((field) => (field as HTMLTextAreaElement).value),
  );
  expect(asked.join('\n')).not.toMatch(/how old/i);
  await page.locator('mark', { hasText: 'Write clear handovers for the night shift.' }).waitFor();
  expect(await findings(page)).toEqual([]);
  await publish(page);
  await page.getByText('Version 1 holds now').waitFor();
});

test('without any model: a Word file, its rules, an undone draft, and a published plan', {
  timeout: 120_000,
}, async () => {
  const page = await firstSteps('eu');
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'job.docx', mimeType: '', buffer: Buffer.from(aDocx(JOB.split('\n'))) });
  await expect.poll(() => page.getByLabel('Job description').inputValue()).toContain('Coach agents on their calls');
  await page.getByRole('button', { name: 'Draft the interview' }).click();
  await page.getByText('weights add up to 100 %').waitFor();
  await page.getByText('First drafted from the job description by rules, without a model.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => questions(page).count()).toBe(0);
  await page.getByRole('button', { name: 'Replace the text' }).click();
  await page.getByRole('button', { name: 'Draft the interview' }).click();
  await page.getByText('weights add up to 100 %').waitFor();
  await questions(page).first().fill('How old are you?');
  await page.getByText('This seems to ask how old somebody is.').waitFor();
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish version 1?' });
  await dialog.getByRole('button', { name: 'How old are you?' }).click();
  await questions(page).first().fill('What does your work look like?');
  await page.getByText('This seems to ask how old somebody is.').waitFor({ state: 'detached' });
  await publish(page);
  await page.getByText('Version 1 holds now').waitFor();
});

test('a PDF is read in the browser; a scan says what it is', { timeout: 120_000 }, async () => {
  const page = await firstSteps('eu');
  const choose = (lines: string[]) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'job.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aPdf(lines)) });
  await choose([]);
  await page.getByText('There is no text in this file').waitFor();
  expect(await findings(page)).toEqual([]);
  await choose(['Night baker, Bremen', '- train two apprentices within a year']);
  await expect
    .poll(() => page.getByLabel('Job description').inputValue())
    .toContain('- train two apprentices within a year');
});

test('a drafting that is stopped leaves the plan as it was', { timeout: 120_000 }, async () => {
  const page = await firstSteps('us');
  await page.route('**/plan/drafting', () => {});
  await page.getByLabel('Job description').fill(JOB);
  await page.getByRole('button', { name: 'Draft the interview' }).click();
  await page.getByText('Reading the text.').waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.poll(() => page.getByLabel('Paste the job description').inputValue()).toBe(JOB);
  expect(await questions(page).count()).toBe(0);
  await page.unroute('**/plan/drafting');
  await page.getByRole('button', { name: 'Draft the interview' }).click();
  await page.getByText('First drafted from the job description by a model.').waitFor();
});

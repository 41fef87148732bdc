/** A CV: given by a recruiter for somebody invited, seen by the candidate, replaced, and taken away. */
import { expect, inject, test } from 'vitest';
import { aDocx, aPdf } from '../support/documents.ts';
import { findings } from './axe.ts';
import { browserFor, openPage } from './browser.ts';
import { enter } from './candidate-steps.ts';
import { PHONE } from './chromium.ts';
import { anInvitation } from './short-plan.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const browser = browserFor();
const cv = (name: string, bytes: Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(bytes) });

test('both sides see that a CV is there, and the candidate has the last word', async () => {
  const who = await anInvitation(place);
  const recruiter = await openPage(await browser());
  // Signed in already, by the one code that an address gets at a time.
  const cookies = who.owner
    .cookies()
    .map(([name, value]) => ({ name, value, url: place.url.replace(/^http:/, 'https:'), secure: true }));
  await recruiter.context().addCookies(cookies);
  await recruiter.goto(`${place.url}/app/privacy`);
  const files = recruiter.getByRole('switch', { name: 'Keep the files of CVs' });
  await files.click();
  await expect.poll(() => files.isChecked()).toBe(true);
  await recruiter.goto(`${place.url}/app/roles/${who.role}/invite`);
  await recruiter.getByRole('button', { name: /^CV/ }).click();
  const dialog = recruiter.getByRole('dialog', { name: `CV of ${who.name}` });
  await dialog.getByRole('button', { name: 'Choose a CV' }).waitFor();
  await dialog
    .locator('input[type=file]')
    .setInputFiles(cv('cv.docx', aDocx(['Noor El-Amrani', '- Led a support desk of nine people in two shifts'])));
  await dialog.getByText('Your team gave it.').waitFor();
  await dialog.getByText('Its text and the file are kept').waitFor();
  expect(await findings(recruiter)).toEqual([]);

  const page = await openPage(await browser(), { viewport: PHONE });
  await enter(page, place.url, who, { recording: false });
  await page.getByRole('heading', { name: 'Your CV, if you like' }).waitFor();
  await page.getByText('Northwind Logistics gave it.').waitFor();
  await page.getByText('See the text that is kept').click();
  await page.getByText('- Led a support desk of nine people in two shifts').waitFor();
  expect(await findings(page)).toEqual([]);
  await page
    .locator('input[type=file]')
    .setInputFiles(cv('cv.pdf', aPdf(['Noor El-Amrani', 'Ran the night shift of a bakery for four years'])));
  await page.getByText('You gave it.').waitFor();
  await page.getByText('Ran the night shift of a bakery for four years').waitFor();
  await page.getByRole('button', { name: 'Take the CV away' }).click();
  await page.getByRole('button', { name: 'Choose a CV' }).waitFor();
  await page.getByText('A CV is there.').waitFor({ state: 'detached' });
});

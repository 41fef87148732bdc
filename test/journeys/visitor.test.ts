/** Someone who has just started the product, or heard of it, and has no account. */
import { expect, inject, test } from 'vitest';
import { MAILBOX_KEY } from '../support/mailbox-key.ts';
import { findings } from './axe.ts';
import { browserFor, openPage } from './browser.ts';
import { PHONE } from './chromium.ts';

const url = inject('url');
const browser = browserFor();

test('the home page says what this is and where to begin', async () => {
  const page = await openPage(await browser());
  await page.goto(url);
  await page.getByRole('heading', { level: 1, name: 'Interviews that show their evidence' }).waitFor();
  await page.getByRole('heading', { name: 'Begin here' }).waitFor();
  expect(await page.getByRole('link', { name: 'Open the candidate’s invitation' }).getAttribute('href')).toMatch(
    /\/i#/,
  );
  expect(await page.getByRole('row').count()).toBe(6);
  expect(await findings(page)).toEqual([]);
});

test('a mail appears in the mailbox while one looks at it', async () => {
  const page = await openPage(await browser(), { viewport: PHONE });
  await page.goto(`${url}/mailbox?region=in&key=${MAILBOX_KEY}`);
  await page.getByRole('heading', { level: 1, name: 'Mailbox' }).waitFor();
  expect(page.url()).not.toContain(MAILBOX_KEY);
  await page.getByRole('link', { name: 'European Union' }).click();
  await page.getByRole('list', { name: 'Mails, newest first' }).getByRole('link').first().click();
  await page.getByRole('article').getByRole('heading').waitFor();
  await page.getByRole('link', { name: 'All mail' }).click();
  await page.getByRole('list', { name: 'Mails, newest first' }).waitFor();
  expect(await findings(page)).toEqual([]);
});

test('without the address that the start printed the mailbox says where to find it, and shows nothing', async () => {
  const page = await openPage(await browser());
  await page.goto(`${url}/mailbox`);
  await page.getByRole('heading', { name: 'The mailbox is locked' }).waitFor();
  expect(await page.getByRole('list', { name: 'Mails, newest first' }).count()).toBe(0);
  expect(await findings(page)).toEqual([]);
  await page.goto(`${url}/?key=${MAILBOX_KEY}`);
  await page.getByRole('link', { name: 'Read the mailbox' }).click();
  await page.getByRole('list', { name: 'Mails, newest first' }).waitFor();
});

test('an address that leads nowhere gets a calm page', async () => {
  const page = await openPage(await browser(), { expected: /status of 404/ });
  await page.goto(`${url}/no/such/page`);
  await page.getByRole('heading', { level: 1, name: 'There is nothing at this address' }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Go to the start' }).click();
  await page.getByRole('heading', { level: 1, name: 'Interviews that show their evidence' }).waitFor();
});

test('every page holds in a longer language that runs from right to left', async () => {
  const page = await openPage(await browser(), { expected: /no\/such\/page/ });
  for (const path of ['/', '/mailbox', '/regions', '/no/such/page']) {
    await page.goto(`${url}${path}${path.includes('?') ? '&' : '?'}lang=ar-XB`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => document.dir)).toBe('rtl');
    expect(await findings(page)).toEqual([]);
  }
});

test('a part of the app that does not load says so and can be loaded again', async () => {
  const page = await openPage(await browser(), { expected: /ERR_FAILED|Failed to fetch/ });
  await page.route('**/assets/mailbox-page-*.js', (route) => route.abort());
  await page.goto(`${url}/mailbox`);
  await page.getByRole('heading', { name: 'This page did not load completely' }).waitFor();
  await page.unroute('**/assets/mailbox-page-*.js');
  await page.getByRole('button', { name: 'Load again' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mailbox' }).waitFor();
});

/** The secret of an invitation's link: out of the address at once, in no address that is asked for, kept by the tab. */
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { browserFor, openPage } from './browser.ts';
import { enter } from './candidate-steps.ts';
import { anInvitation } from './short-plan.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const browser = browserFor();
const secretOf = (link: string) => link.split('#')[1] ?? '';

interface Sent {
  addresses: string[];
  bodies: string[];
}

/** Everything that this page asks for from now on, as a log on the way would see it. */
function sentBy(page: Page): Sent {
  const sent: Sent = { addresses: [], bodies: [] };
  page.on('request', (request) => {
    sent.addresses.push(new URL(request.url()).pathname + new URL(request.url()).search);
    sent.addresses.push(request.headers().referer ?? '');
    sent.bodies.push(request.postData() ?? '');
  });
  return sent;
}

const welcome = (page: Page) => page.getByRole('button', { name: 'Continue' }).waitFor();

test('the link of a mail leaves the address at once, is in no address that is asked for, and outlives a reload', async () => {
  const who = await anInvitation(place);
  const secret = secretOf(who.link);
  expect(secret.length).toBeGreaterThan(40);
  const page = await openPage(await browser());
  const sent = sentBy(page);
  await page.goto(who.link);
  await welcome(page);
  expect(page.url()).toBe(`${place.url}/i`);
  await page.reload();
  await welcome(page);
  expect(page.url()).toBe(`${place.url}/i`);
  expect(sent.addresses).toContain('/i');
  expect(sent.addresses.filter((address) => address.includes(secret))).toEqual([]);
  expect(sent.bodies.some((body) => body.includes(secret))).toBe(true);
});

test('a link of an older mail opens the same, and its address is replaced before anything else is asked for', async () => {
  const who = await anInvitation(place);
  const secret = secretOf(who.link);
  const page = await openPage(await browser());
  const sent = sentBy(page);
  await page.goto(`${place.url}/i/${secret}`);
  await welcome(page);
  expect(page.url()).toBe(`${place.url}/i`);
  expect(sent.addresses.filter((address) => address.includes(secret))).toEqual([`/i/${secret}`]);
});

test('a link put into the address of an open page opens its own interview; a page without a link says where it is', async () => {
  const [one, other] = [await anInvitation(place), await anInvitation(place)];
  const page = await openPage(await browser());
  await page.goto(`${place.url}/i`);
  await page.getByRole('heading', { name: 'No interview is open here' }).waitFor();
  await page.goto(one.link);
  await welcome(page);
  const asked = page.waitForRequest((request) => (request.postData() ?? '').includes(secretOf(other.link)));
  await page.goto(other.link);
  await asked;
  await welcome(page);
  await expect.poll(() => page.url()).toBe(`${place.url}/i`);
});

test('a page shown again by the browser after its session has ended shows nothing of it', async () => {
  const who = await anInvitation(place);
  const page = await openPage(await browser(), { expected: /401/ });
  await enter(page, place.url, who, { recording: false });
  const check = page.getByRole('heading', { name: 'Can we hear each other?' });
  const shownAgain = () =>
    page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      const hidden = document.documentElement.hidden;
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      return hidden;
    });
  expect(await shownAgain()).toBe(true);
  await check.waitFor();
  expect(await page.evaluate(() => document.documentElement.hidden)).toBe(false);

  await page.context().clearCookies();
  expect(await shownAgain()).toBe(true);
  await welcome(page);
  expect(await check.count()).toBe(0);
});

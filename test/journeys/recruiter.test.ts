/** A recruiter's way from an empty workspace to an invitation in somebody's mailbox. */
import { expect, inject, test } from 'vitest';
import { findings, findingsNow } from './axe.ts';
import { browserFor, openPage } from './browser.ts';
import { draftRole, invite, publish } from './steps.ts';
import { aTeam, signIn } from './team.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const browser = browserFor();

test('from the first sign-in to an invitation', async () => {
  const team = await aTeam(place);
  const page = await openPage(await browser());
  await signIn(page, place.url, team);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(await findings(page)).toEqual([]);

  await draftRole(page);
  const question = page.getByRole('textbox', { name: /^Question 1\b/ }).first();
  await question.fill('What would you like us to know before we begin?');
  expect(await findings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Preview as candidate' }).click();
  await page.getByText('Only on this page: nothing is recorded, sent or kept.').waitFor();
  await page.getByRole('heading', { name: 'What would you like us to know before we begin?' }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Back to the plan' }).click();

  await publish(page);
  const link = await invite(page, place.url, team, { name: 'Noor El-Amrani', email: `noor.${Date.now()}@example.com` });
  expect(link).toMatch(new RegExp(`^${place.url}/i#`));
  expect(await findings(page)).toEqual([]);

  await page.getByRole('link', { name: 'Customer support lead' }).first().click();
  await page.getByRole('link', { name: 'Noor El-Amrani' }).waitFor();
  expect(await findings(page)).toEqual([]);
});

test('every page of the workspace can be read and used by everybody', async () => {
  const team = await aTeam(place, 'in');
  // The last address is nobody's, and says so also by its status.
  const page = await openPage(await browser(), { expected: /404 \(Not Found\).*\/app\/nothing/ });
  await signIn(page, place.url, team);
  for (const path of [
    '/app',
    '/app/roles',
    '/app/roles?new=1',
    '/app/live',
    '/app/requests',
    '/app/privacy',
    '/app/team',
    '/app/account',
    '/app/nothing',
  ]) {
    await page.goto(`${place.url}${path}`);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await findings(page)).toEqual([]);
  }
});

test('the workspace holds in a longer language that runs from right to left', async () => {
  const team = await aTeam(place);
  const page = await openPage(await browser());
  await signIn(page, place.url, team);
  for (const path of ['/app', '/app/roles', '/app/requests', '/app/privacy', '/app/team']) {
    await page.goto(`${place.url}${path}?lang=ar-XB`);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => document.dir)).toBe('rtl');
    expect(await findingsNow(page)).toEqual([]);
  }
});

test('a wrong code is refused five times, then the code is spent', async () => {
  const team = await aTeam(place);
  const page = await openPage(await browser(), { expected: /422/ });
  await page.goto(`${place.url}/sign-in`);
  await page.getByLabel('Your company’s region').selectOption('eu');
  await page.getByLabel('Work e-mail').fill(team.owner.email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  for (let tries = 0; tries < 5; tries += 1) {
    const answered = page.waitForResponse('**/api/visitor/sign-in');
    await page.getByLabel('Code', { exact: true }).fill('000000');
    await answered;
  }
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await page
    .getByText(/can no longer be used|new code/i)
    .first()
    .waitFor();
});

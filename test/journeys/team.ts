/** A team of a journey's own: made by the operator, signed in as a person would. */
import type { Page } from 'playwright-core';
import { codeIn, mails, nextMail } from './mailbox.ts';

export interface Team {
  region: string;
  name: string;
  owner: { name: string; email: string };
}

/** Where the product is, and the key of whoever runs it. */
export interface Place {
  url: string;
  operatorKey: string;
}

export const REGION_WORDS: Readonly<Record<string, string>> = { eu: 'European Union', in: 'India' };

export async function aTeam({ url, operatorKey }: Place, region = 'eu'): Promise<Team> {
  const mark = crypto.randomUUID().slice(0, 8);
  const owner = { name: 'Ines Carvalho', email: `ines.${mark}@northwind.example` };
  const name = 'Northwind Logistics';
  const answer = await fetch(`${url}/api/operator/tenants`, {
    method: 'POST',
    headers: { authorization: `Bearer ${operatorKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ region, name, owner }),
  });
  if (answer.status !== 201) throw new Error(`No team was made: ${answer.status} ${await answer.text()}`);
  return { region, name, owner };
}

/** From the sign-in page to the workspace, with the code from the mailbox. */
export async function signIn(page: Page, url: string, team: Team): Promise<void> {
  await enterCode(page, url, await askForCode(page, url, team));
}

/** Answers the code that came by mail; the page waits for it. */
export async function askForCode(page: Page, url: string, { region, owner }: Team): Promise<string> {
  const before = await mails(url, region, owner.email);
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Your company’s region').selectOption(region);
  await page.getByLabel('Work e-mail').fill(owner.email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
  return codeIn(await nextMail(url, { region, to: owner.email, after: before }));
}

export async function enterCode(page: Page, url: string, code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.waitForURL(`${url}/app`);
}

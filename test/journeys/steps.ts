/** What a recruiter does on the way to an invitation, by the names that stand on the screen. */
import type { Page } from 'playwright-core';
import { linkIn, nextMail } from './mailbox.ts';
import type { Team } from './team.ts';

export const JOB = `Customer support lead, Rotterdam

You lead eleven agents in Rotterdam and Venlo, and you answer for what our customers hear from us.

What you will do
- Calm upset customers whose deliveries went wrong and agree with them what happens next.
- Coach agents on their calls and help them change one thing at a time.
- Decide with numbers which queue gets people on a busy Monday morning.
- Write clear handovers for the night shift.

What you bring
- Three years of leading a support team.
- You can prioritise when everything is urgent.`;

/** From the roles page: a role whose plan is drafted by rules from the job description. */
export async function draftRole(page: Page, title = 'Customer support lead'): Promise<void> {
  await page.getByRole('link', { name: 'Roles', exact: true }).first().click();
  await page.getByRole('button', { name: 'New role' }).click();
  const dialog = page.getByRole('dialog', { name: 'New role' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByRole('button', { name: 'Make the role' }).click();
  await page.getByLabel('Paste the job description').fill(JOB);
  await page.getByRole('button', { name: 'Draft the interview' }).click();
  await page.getByText('weights add up to 100 %').waitFor();
}

export async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish version 1?' });
  await dialog.getByRole('button', { name: 'Publish version 1' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Sends an invitation from the role's page and answers the link out of the mail. */
export async function invite(
  page: Page,
  url: string,
  team: Team,
  who: { name: string; email: string },
): Promise<string> {
  await page.getByRole('link', { name: 'Invite' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill(who.name);
  await page.getByLabel('E-mail', { exact: true }).fill(who.email);
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText(`The invitation for ${who.name} is sent.`).waitFor();
  return linkIn(await nextMail(url, { region: team.region, to: who.email }));
}

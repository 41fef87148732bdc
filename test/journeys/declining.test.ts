/** A decline rests before it is told: one is taken back, another leaves; and what a reviewer may do beside it. */
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { findings } from './axe.ts';
import { browserFor, openPage } from './browser.ts';
import { answer, enter, goInWriting, sendIn } from './candidate-steps.ts';
import { mails, nextMail } from './mailbox.ts';
import { reportOf } from './report-of.ts';
import { ANSWERS, anInvitation, type Invited, QUESTIONS } from './short-plan.ts';
import { signIn } from './team.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const browser = browserFor();

/** Somebody who has told everything and waits for a decision, at the page that tells it. */
async function told(): Promise<{ who: Invited; page: Page }> {
  const who = await anInvitation(place);
  const page = await openPage(await browser());
  await enter(page, place.url, who, { recording: false });
  await goInWriting(page);
  for (const [index, question] of QUESTIONS.entries()) await answer(page, question, ANSWERS[index] ?? '');
  await sendIn(page);
  await reportOf(who);
  return { who, page };
}

async function memberOf(who: Invited, name: string, role: 'recruiter' | 'reviewer' | 'auditor'): Promise<Page> {
  const email = `${name.toLowerCase()}.${crypto.randomUUID().slice(0, 8)}@northwind.example`;
  await who.owner.call('POST /api/recruiter/team', { body: { name, email, role } });
  const page = await openPage(await browser());
  await signIn(page, place.url, { region: who.region, name: '', owner: { name: '', email } });
  return page;
}

async function openReport(page: Page, who: Invited): Promise<void> {
  await page.goto(`${place.url}/app/interviews/${who.interview}`);
  await page.getByRole('heading', { name: 'Levels and evidence' }).waitFor();
}

test('a decline is taken back within its pause, over a reload, and nobody was told; the next one leaves', {
  timeout: 300_000,
}, async () => {
  const { who, page: candidate } = await told();
  const member = await memberOf(who, 'Ravi', 'recruiter');
  await openReport(member, who);
  await member.getByLabel('Decline', { exact: false }).first().check();
  await member.getByLabel('Your reason').fill('no');
  await member.getByText('Read what Noor will get').click();
  await member.getByRole('button', { name: 'Record decision' }).click();
  await member.getByText('“no” is all that Noor will read as the reason.', { exact: false }).waitFor();
  expect(await findings(member)).toEqual([]);
  const first = 'Too little about how the team was led.';
  await member.getByLabel('Your reason').fill(first);
  await member.getByRole('button', { name: 'Record decision' }).click();
  await member.getByText(/Noor is told in \d+ seconds?\./).waitFor();
  await member.reload();
  await member.getByText(/Noor is told in \d+ seconds?\./).waitFor();
  expect(await findings(member)).toEqual([]);
  await candidate.reload();
  await candidate.getByRole('heading', { name: /^Thank you, Noor/ }).waitFor();
  await member.getByRole('button', { name: 'Take it back' }).click();
  await member.getByRole('button', { name: 'Record decision' }).waitFor();

  const second = 'One case only, and nothing about the team.';
  await member.getByLabel('Decline', { exact: false }).first().check();
  await member.getByLabel('Your reason').fill(second);
  await member.getByRole('button', { name: 'Record decision' }).click();
  await member.getByText(/Noor is told in \d+ seconds?\./).waitFor();
  await nextMail(place.url, { region: who.region, to: who.email, fits: new RegExp(second) });
  // The second letter left later than the first would have: by now both would be here.
  const all = await mails(place.url, who.region, who.email);
  expect(all.filter(({ text }) => text.includes(first))).toEqual([]);
  await member.getByRole('button', { name: 'Change the decision' }).waitFor();
  await candidate.reload();
  await candidate.getByRole('heading', { name: /^A person has decided/ }).waitFor();
});

test('a reviewer gives levels and so sees the name of a blind role, and is offered nothing that is not theirs', {
  timeout: 300_000,
}, async () => {
  const { who } = await told();
  await who.owner.call('PATCH /api/recruiter/roles/:role', { params: { role: who.role }, body: { blind: true } });
  const reviewer = await memberOf(who, 'Mina', 'reviewer');
  await openReport(reviewer, who);
  await reviewer.getByText('Blind role: the name is hidden from you').waitFor();
  await reviewer.getByRole('button', { name: 'Give your own levels' }).click();
  const dialog = reviewer.getByRole('dialog', { name: 'Your levels' });
  await dialog.getByLabel('Level 4', { exact: true }).check();
  await dialog.getByLabel('Your reason for “Calms an upset customer”').fill('ok');
  await dialog.getByRole('button', { name: 'Keep my levels' }).click();
  await dialog.getByText('“ok” says little to whoever reads this later.', { exact: false }).waitFor();
  expect(await findings(reviewer)).toEqual([]);
  await dialog
    .getByLabel('Your reason for “Calms an upset customer”')
    .fill('The loss first, then a time that was kept.');
  await dialog.getByRole('button', { name: 'Keep my levels' }).click();
  await reviewer.getByRole('heading', { name: who.name }).waitFor();
  await reviewer.getByText('Owners, admins and recruiters decide.', { exact: false }).waitFor();
  expect(await reviewer.getByRole('button', { name: 'Record decision' }).count()).toBe(0);
  expect(await reviewer.getByRole('button', { name: 'Change level' }).count()).toBe(0);

  const recruiter = await memberOf(who, 'Tomas', 'recruiter');
  await recruiter.goto(`${place.url}/app`);
  await recruiter.getByRole('link', { name: 'Decide now' }).waitFor();
  for (const [name, role] of [
    ['Noa', 'auditor'],
    ['', ''],
  ] as const) {
    const page = name === '' ? reviewer : await memberOf(who, name, role);
    await page.goto(`${place.url}/app`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page
      .getByText(/Noor|#/)
      .first()
      .waitFor();
    expect(await page.getByText('Decide now').count()).toBe(0);
    expect(await page.getByText('Invite people').count()).toBe(0);
  }
});

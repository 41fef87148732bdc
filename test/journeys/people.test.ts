/** People beside the machine, in the browser: a corrected transcript, a blind reading, a changed level, a review. */
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { spokenFile } from '../support/spoken-file.ts';
import { findings, findingsNow } from './axe.ts';
import { browserFor, openPage } from './browser.ts';
import { answer, enter, goInWriting, goSpeaking, SPOKEN_MS, sendIn } from './candidate-steps.ts';
import { DESKTOP, PHONE } from './chromium.ts';
import { mails, nextMail } from './mailbox.ts';
import { reportOf } from './report-of.ts';
import { ANSWERS, anInvitation, type Invited, QUESTIONS } from './short-plan.ts';
import { signIn } from './team.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const speech = await spokenFile([ANSWERS[1]]);
const browser = browserFor(speech.path);
afterAll(() => speech.remove());

const NAME = 'Noor El-Amrani';

/** The whole interview in writing; the page then stands at the thanks. */
async function tell(page: Page, who: Invited, last: string = ANSWERS[1]): Promise<void> {
  await enter(page, place.url, who, { recording: false });
  await goInWriting(page);
  await answer(page, QUESTIONS[0], ANSWERS[0]);
  await answer(page, QUESTIONS[1], last);
  await sendIn(page);
  await reportOf(who);
}

/** A member who joined the team for it, signed in. */
async function readerOf(who: Invited, name: string): Promise<Page> {
  const email = `${name.toLowerCase()}.${crypto.randomUUID().slice(0, 8)}@northwind.example`;
  await who.owner.call('POST /api/recruiter/team', { body: { name, email, role: 'recruiter' } });
  const page = await openPage(await browser());
  await signIn(page, place.url, { region: who.region, name: '', owner: { name: '', email } });
  return page;
}

async function openReport(page: Page, who: Invited): Promise<void> {
  await page.goto(`${place.url}/app/interviews/${who.interview}`);
  await page.getByRole('heading', { name: 'Levels and evidence' }).waitFor();
}

/** Fills in every criterion of the member's own card. */
async function giveLevels(page: Page, level: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Give your own levels' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your levels' });
  await dialog.getByRole('button', { name: 'Keep my levels' }).click();
  await dialog.getByText('Choose a level.').waitFor();
  await dialog.getByLabel(level, { exact: true }).check();
  await dialog.getByLabel('Your reason for “Calms an upset customer”').fill(reason);
  expect(await findingsNow(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  expect(await findingsNow(page)).toEqual([]);
  await page.setViewportSize(DESKTOP);
  await dialog.getByRole('button', { name: 'Keep my levels' }).click();
  await dialog.waitFor({ state: 'detached' });
}

test('what a candidate corrects is what is judged; each quote says so, and what stood before is not lost', {
  timeout: 240_000,
}, async () => {
  const who = await anInvitation(place);
  const page = await openPage(await browser());
  await enter(page, place.url, who, { recording: true });
  await goSpeaking(page);
  const heard = ANSWERS[1].replace('pharmacist', 'farmer').replace('vaccines', 'machines');
  for (const [index, question] of QUESTIONS.entries()) {
    await page.getByRole('heading', { name: question }).waitFor({ timeout: SPOKEN_MS });
    await page.getByText('Speak to think if you like.', { exact: false }).waitFor({ timeout: SPOKEN_MS });
    await page.waitForResponse((one) => one.url().includes('/recording/') && one.ok(), { timeout: 30_000 });
    const text = index === 0 ? ANSWERS[0] : heard;
    await page.getByLabel('Write what counts; your recording stays beside it').fill(text);
    await page.getByRole('button', { name: 'Send answer' }).click();
  }
  await page.getByRole('heading', { name: 'Did we hear you right?' }).waitFor();
  await page.getByRole('button', { name: 'Correct' }).last().click();
  await page.getByRole('textbox', { name: 'What should be read' }).fill(ANSWERS[1]);
  await page.getByRole('button', { name: 'Keep my words' }).click();
  await page.getByText('You corrected this.').waitFor();
  expect(await findings(page)).toEqual([]);
  await sendIn(page);
  const report = await reportOf(who);
  for (const quote of report.card?.criteria.flatMap(({ quotes }) => quotes) ?? []) {
    expect(quote).toMatchObject({ version: 'corrected', heard });
    expect(ANSWERS[1]).toContain(quote.text);
  }

  const reader = await readerOf(who, 'Mina');
  await openReport(reader, who);
  await reader.getByText('As corrected by the candidate').first().click();
  await reader.getByText(`Before the correction: “${heard}”`).first().waitFor();
  expect(await findings(reader)).toEqual([]);
});

test('in a blind role a member reads and judges before knowing who it is', { timeout: 240_000 }, async () => {
  const who = await anInvitation(place);
  const candidate = await openPage(await browser());
  await tell(candidate, who, `My name is ${NAME}. ${ANSWERS[1]}`);

  const reader = await readerOf(who, 'Mina');
  await reader.goto(`${place.url}/app/roles/${who.role}/settings`);
  const blind = reader.getByRole('switch', { name: 'Hide who somebody is until one has judged' });
  await blind.click();
  await expect.poll(() => blind.isChecked()).toBe(true);
  expect(await findings(reader)).toEqual([]);

  const code = `#${who.interview.slice(-5).toUpperCase()}`;
  for (const path of [`/app/roles/${who.role}`, '/app', `/app/interviews/${who.interview}`]) {
    await reader.goto(`${place.url}${path}`);
    await reader.getByText(code).first().waitFor();
    expect(await reader.locator('body').innerText()).not.toMatch(/Noor|Amrani/);
  }
  await reader.getByText('Blind role: the name is hidden from you').waitFor();
  await reader.getByText('My name is ▪▪▪▪ ▪▪▪▪▪▪▪▪▪.', { exact: false }).first().waitFor();
  expect(await findings(reader)).toEqual([]);
  await giveLevels(reader, 'Level 4', 'The loss first, then a time that was kept.');
  await reader.getByRole('heading', { name: NAME }).waitFor();
  await reader.getByText('The loss first, then a time that was kept.').waitFor();
  expect(await findings(reader)).toEqual([]);
});

test('a person changes a level with a reason, has it judged again, and both stay to be seen', {
  timeout: 240_000,
}, async () => {
  const who = await anInvitation(place);
  await tell(await openPage(await browser()), who);
  const reader = await readerOf(who, 'Mina');
  await openReport(reader, who);
  await reader.getByText('How this was judged').click();
  await reader.getByText('Rules, which give the same every time.').waitFor();
  await reader.getByRole('button', { name: 'Change level' }).click();
  const dialog = reader.getByRole('dialog', { name: 'Your level for “Calms an upset customer”' });
  await dialog.getByLabel('2', { exact: false }).first().check();
  await dialog.getByLabel('Your reason').fill('Only one case was told.');
  await dialog.getByRole('button', { name: 'Change level' }).click();
  await dialog.waitFor({ state: 'detached' });
  await reader.getByText('Only one case was told.').first().waitFor();
  await reader.getByRole('img', { name: /by a person, level . of 5 by the scorer/ }).waitFor();
  await reader.getByRole('button', { name: 'Judge again' }).click();
  await reader.getByText('Number 2', { exact: false }).first().waitFor({ state: 'attached' });
  await reader.getByText('Only one case was told.').first().waitFor();
  const report = await reportOf(who);
  expect(report.card).toMatchObject({ run: 2, earlier: [{ run: 1 }] });
  expect(report.card?.criteria[0]?.changes).toHaveLength(1);
  expect(await findings(reader)).toEqual([]);
});

test('a candidate asks for a review: somebody else gives it, its levels hold, and the candidate is told', {
  timeout: 240_000,
}, async () => {
  const who = await anInvitation(place);
  const candidate = await openPage(await browser());
  await tell(candidate, who);
  const decider = await readerOf(who, 'Ravi');
  await openReport(decider, who);
  await decider.getByLabel('Decline', { exact: false }).first().check();
  await decider.getByLabel('Your reason').fill('Too little about the team.');
  await decider.getByRole('button', { name: 'Record decision' }).click();
  await decider.getByText('Too little about the team.').first().waitFor();

  await candidate
    .getByRole('button', { name: 'See or change my data' })
    .or(candidate.getByRole('link', { name: 'See or change my data' }))
    .click();
  const right = candidate.getByRole('listitem').filter({ hasText: 'Ask for a human review' });
  await right.getByRole('button', { name: 'Ask' }).click();
  const ask = candidate.getByRole('dialog');
  await ask.getByRole('textbox').fill('I told of two cases. Please look again.');
  await ask
    .getByRole('button', { name: /Send|Ask/ })
    .last()
    .click();
  await candidate.getByText('Not answered yet.', { exact: false }).waitFor();

  await decider.reload();
  await decider.getByText('Somebody else of your team has to look again.', { exact: false }).waitFor();
  expect(await decider.getByRole('button', { name: 'Send answer' }).count()).toBe(0);

  const reviewer = await readerOf(who, 'Tomas');
  await reviewer.goto(`${place.url}/app/requests`);
  await reviewer.getByText('Look again first', { exact: false }).waitFor();
  expect(await findings(reviewer)).toEqual([]);
  await reviewer.getByRole('link', { name: 'Open the report' }).click();
  await reviewer.getByRole('heading', { name: 'Levels and evidence' }).waitFor();
  await giveLevels(reviewer, 'Level 5', 'Both cases are there, and what was changed after.');
  const before = await mails(place.url, who.region, who.email);
  await reviewer.getByLabel('Your answer to Noor').fill('I listened to all of it, and I see it as you do.');
  await reviewer.getByRole('button', { name: 'Send answer' }).click();
  await reviewer.getByText('Levels by Tomas, after a review', { exact: false }).waitFor();
  expect(await findings(reviewer)).toEqual([]);
  const mail = await nextMail(place.url, { region: who.region, to: who.email, after: before });
  expect(mail.text).toContain('I had no part in what was decided before');

  await reviewer.goto(`${place.url}/app/roles/${who.role}`);
  await reviewer.getByText('Levels by Tomas, after a review.').waitFor();
  expect(await findings(reviewer)).toEqual([]);
  await reviewer.goto(`${place.url}/app/roles/${who.role}/compare?people=${who.interview}`);
  await reviewer.getByText('Levels by Tomas, after a review.').waitFor();

  await candidate.reload();
  await candidate.getByText('Their levels now stand in place of the machine’s.', { exact: false }).waitFor();
  expect(await findings(candidate)).toEqual([]);
});

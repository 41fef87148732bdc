/** What comes after an interview: questions that nobody has to answer, a decision, and the way back to one's own pages. */
import { expect, inject, test } from 'vitest';
import { findings } from './axe.ts';
import { browserFor, openPage } from './browser.ts';
import { answer, enter, goInWriting, sendIn } from './candidate-steps.ts';
import { PHONE } from './chromium.ts';
import { codeIn, mails, nextMail } from './mailbox.ts';
import { reportOf } from './report-of.ts';
import { ANSWERS, anInvitation, QUESTIONS } from './short-plan.ts';
import { aTeam, signIn } from './team.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const browser = browserFor();

test('a candidate says who they are, hears the decision, and reads on another device what their interview showed', async () => {
  const who = await anInvitation(place);
  await who.owner.call('PUT /api/recruiter/privacy/feedback', { body: { on: true } });
  const page = await openPage(await browser(), { viewport: PHONE });
  await enter(page, place.url, who, { recording: false });
  await goInWriting(page);
  for (const [index, question] of QUESTIONS.entries()) await answer(page, question, ANSWERS[index] ?? '');
  await sendIn(page);

  await page.getByRole('button', { name: 'See the four questions' }).click();
  expect(await findings(page)).toEqual([]);
  expect(await page.getByLabel('Your gender').inputValue()).toBe('unsaid');
  await page.getByLabel('Your gender').selectOption('woman');
  await page.getByRole('button', { name: 'Save these answers' }).click();
  await page.getByText('Kept, apart from your interview').waitFor();
  // The next page is another one: the answers come from where they are kept.
  await page.reload();
  await page.getByRole('link', { name: 'See or change my data' }).first().click();
  await page.getByRole('heading', { name: 'What you said about yourself' }).waitFor();
  await page.getByText('Woman', { exact: true }).waitFor();
  expect(await findings(page)).toEqual([]);

  expect(JSON.stringify(await reportOf(who))).not.toMatch(/woman|non-binary/i);
  await who.owner.call('POST /api/recruiter/interviews/:id/decisions', {
    params: { id: who.interview },
    body: { kind: 'reject', reason: 'One case only.', seen: 0 },
  });
  const letter = await nextMail(place.url, { region: who.region, to: who.email, fits: /One case only/ });
  expect(letter.text).toContain('What was seen in each part of your interview');

  const other = await openPage(await browser(), { expected: /410|429/ });
  await other.goto(who.link);
  await other.getByRole('heading', { name: 'This interview is over' }).waitFor();
  expect(await findings(other)).toEqual([]);
  const before = await mails(place.url, who.region, who.email);
  const field = other.getByLabel('Code from the mail');
  await expect
    .poll(
      async () => {
        // Days lie between two codes in life; here the countdown of the first one may still run.
        if (!(await field.isVisible())) await other.getByRole('button', { name: 'Mail me a code' }).click();
        return await field.isVisible();
      },
      { timeout: 40_000, interval: 2_000 },
    )
    .toBe(true);
  const mail = await nextMail(place.url, { region: who.region, to: who.email, fits: /your code/i, after: before });
  await field.fill(codeIn(mail));
  await other.getByRole('button', { name: 'Open my pages' }).click();
  await other.getByRole('heading', { name: /^A person has decided/ }).waitFor();
  expect(await findings(other)).toEqual([]);
  await other.getByRole('link', { name: 'See or change my data' }).first().click();
  await other.getByRole('heading', { name: 'What your interview showed' }).waitFor();
  await other.getByRole('heading', { name: 'Calms an upset customer' }).waitFor();
  expect(await findings(other)).toEqual([]);
  await other.getByRole('button', { name: 'Erase' }).click();
  await other.getByRole('button', { name: 'See the four questions' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'See the four questions' }).waitFor();
});

test('the owner sees a crowd or nobody, and sets what it is measured by', async () => {
  const page = await openPage(await browser());
  await signIn(page, place.url, await aTeam(place));
  await page.goto(`${place.url}/app/roles?new=1`);
  await page.evaluate(async () => {
    const body = JSON.stringify({ title: 'Night baker' });
    await fetch('/api/recruiter/roles', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  });
  await page.goto(`${place.url}/app/privacy`);
  await page.getByLabel('Feedback after a decision').check();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('link', { name: /^Fairness/ }).click();
  await page.getByText('Nothing can be shown yet', { exact: false }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByLabel('Name a group whose share').fill('10');
  await page.getByText('Enter a whole number from 50 to 100.').waitFor();
  await page.getByLabel('Name a group whose share').fill('90');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.reload();
  await expect.poll(() => page.getByLabel('Name a group whose share').inputValue()).toBe('90');
});

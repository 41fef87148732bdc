/** A candidate who speaks: recorded in parts, sealed, heard in the report; then a person changes a level and decides. */
import { afterAll, expect, inject, test } from 'vitest';
import { spokenFile } from '../support/spoken-file.ts';
import { findings, findingsNow } from './axe.ts';
import { browserFor, openPage } from './browser.ts';
import { enter, goSpeaking, SPOKEN_MS, sendIn } from './candidate-steps.ts';
import { mails, nextMail } from './mailbox.ts';
import { reportOf } from './report-of.ts';
import { ANSWERS, anInvitation, QUESTIONS } from './short-plan.ts';
import { signIn } from './team.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const speech = await spokenFile([ANSWERS[1]]);
const browser = browserFor(speech.path);
afterAll(() => speech.remove());

test('what is said aloud is recorded and plays in the report, what is written beside it has no play button, and a person decides', {
  timeout: 300_000,
}, async () => {
  const who = await anInvitation(place);
  const page = await openPage(await browser());
  await enter(page, place.url, who, { recording: true });
  await goSpeaking(page);
  for (const [index, question] of QUESTIONS.entries()) {
    await page.getByRole('heading', { name: question }).waitFor({ timeout: SPOKEN_MS });
    await page.getByText('Speak to think if you like.', { exact: false }).waitFor({ timeout: SPOKEN_MS });
    if (index === 0) expect(await findings(page)).toEqual([]);
    // Two parts of sound have come home before the answer ends.
    for (let part = 0; part < 2; part += 1) {
      await page.waitForResponse(
        (answer) => answer.request().method() === 'PUT' && answer.url().includes('/recording/') && answer.ok(),
        { timeout: 30_000 },
      );
    }
    await page.getByLabel('Write what counts; your recording stays beside it').fill(ANSWERS[index] ?? '');
    await page.getByRole('button', { name: 'Send answer' }).click();
  }
  await sendIn(page);
  await reportOf(who);

  const reader = await openPage(await browser());
  const team = { region: who.region, name: '', owner: { name: 'Ines Carvalho', email: who.ownerEmail } };
  await signIn(reader, place.url, team);
  await reader.goto(`${place.url}/app/interviews/${who.interview}`);
  await reader.getByRole('heading', { level: 1 }).first().waitFor();
  const player = reader.getByRole('region', { name: 'Recording' });
  await player.waitFor();
  await player.getByRole('button', { name: 'Play', exact: true }).click();
  await player.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  // The quoted words were written: nothing tells where in the sound they are.
  await reader.locator('main .quote').first().waitFor();
  expect(await reader.locator('main button.quote').count()).toBe(0);
  expect(await findings(reader)).toEqual([]);

  await reader.getByRole('button', { name: 'Change level' }).first().click();
  const dialog = reader.getByRole('dialog', { name: 'Your level for “Calms an upset customer”' });
  await dialog.getByLabel('Not enough evidence').check();
  await dialog.getByLabel('Your reason').fill('One case only, and told from the middle.');
  expect(await findingsNow(reader)).toEqual([]);
  await dialog.getByRole('button', { name: 'Change level' }).click();
  await dialog.waitFor({ state: 'detached' });
  await reader.getByText('One case only, and told from the middle.').first().waitFor();

  const before = await mails(place.url, who.region, who.email);
  await reader.getByLabel('Next round').check();
  await reader.getByLabel('Your reason').fill('She kept the promise to the pharmacist.');
  await reader.getByRole('button', { name: 'Record decision' }).click();
  await nextMail(place.url, { region: who.region, to: who.email, after: before });
  await reader.getByText('She kept the promise to the pharmacist.').first().waitFor();
  expect(await findings(reader)).toEqual([]);
});

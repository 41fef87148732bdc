/** What a candidate does from the link to the room, by the names that stand on the screen. */
import type { Page } from 'playwright-core';
import { codeIn, mails, nextMail } from './mailbox.ts';
import type { Invited } from './short-plan.ts';

const CODE_MAIL = /code/i;

/** The interviewer speaks at a person's pace. */
export const SPOKEN_MS = 60_000;

interface Wants {
  recording: boolean;
  /** Called while a page stands as it is opened: before the code, before the choices. */
  before?: (page: 'code' | 'consent') => Promise<void>;
}

/** Comes by the link as from a mail: from another page, also where this one stands open already. */
export async function comeByLink(page: Page, link: string): Promise<void> {
  await page.goto(new URL('/robots.txt', link).href);
  await page.goto(link);
}

/** Link, welcome, code, consents: up to the sound check. */
export async function enter(page: Page, url: string, who: Invited, wants: Wants): Promise<void> {
  await comeByLink(page, who.link);
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  const before = await mails(url, who.region, who.email);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
  const mail = await nextMail(url, { region: who.region, to: who.email, fits: CODE_MAIL, after: before });
  await wants.before?.('code');
  await page.getByLabel('Code from the mail').fill(codeIn(mail));
  await page.getByRole('heading', { name: 'What may we use?' }).waitFor();
  await wants.before?.('consent');
  if (wants.recording) await page.locator('#recording').check();
  await page.getByRole('button', { name: 'Continue with these choices' }).click();
  await page.getByRole('heading', { name: 'Can we hear each other?' }).waitFor();
}

/** From the sound check over the practice to the room, in writing. */
export async function goInWriting(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Type instead' }).click();
  await page.getByRole('button', { name: 'I’m ready, start the interview' }).click();
}

/** From the sound check over the practice to the room, speaking. */
export async function goSpeaking(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the microphone' }).click();
  await page.getByText('We hear you').waitFor();
  await page
    .getByRole('button', { name: /^(Go on with my voice|Speak to think, and write|Hear the questions, and write)$/ })
    .click();
  await page.getByRole('button', { name: 'I’m ready, start the interview' }).click();
}

/** Waits for a question and answers it in writing. */
export async function answer(page: Page, question: string, text: string): Promise<void> {
  await page.getByRole('heading', { name: question }).waitFor({ timeout: SPOKEN_MS });
  await page.getByLabel('Your answer').fill(text);
  await page.getByRole('button', { name: 'Send answer' }).click();
}

export async function sendIn(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Did we hear you right?' }).waitFor();
  await page.getByRole('button', { name: 'Send my interview' }).click();
  await page.getByRole('heading', { name: /^Thank you, Noor/ }).waitFor();
}

/** The server is killed in the middle of an answer, and started again: the page comes back by itself. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Product, startProduct } from '../support/product.ts';
import { browserFor, openPage } from './browser.ts';
import { answer, enter, goInWriting, sendIn } from './candidate-steps.ts';
import { reportOf } from './report-of.ts';
import { ANSWERS, anInvitation, QUESTIONS } from './short-plan.ts';

const STARTING_MS = 240_000;
const browser = browserFor();
let product: Product;
beforeAll(async () => {
  product = await startProduct({ seeded: false });
}, STARTING_MS);
afterAll(() => product.close());

test('an answer sent while the server is dead arrives once it lives again', { timeout: STARTING_MS }, async () => {
  const who = await anInvitation(product);
  const page = await openPage(await browser(), { expected: /ERR_CONNECTION|WebSocket|ERR_EMPTY_RESPONSE|ERR_SOCKET/ });
  await enter(page, product.url, who, { recording: false });
  await goInWriting(page);
  await answer(page, QUESTIONS[0], ANSWERS[0]);
  await page.getByRole('heading', { name: QUESTIONS[1] }).waitFor();
  await page.getByLabel('Your answer').fill(ANSWERS[1]);
  await page.getByRole('button', { name: 'Send answer', disabled: false }).waitFor();

  await product.kill();
  await page.getByText('Reconnecting. Your answer is safe.').waitFor();
  await page.getByRole('button', { name: 'Send answer' }).click();
  await product.start();

  await sendIn(page);
  const report = await reportOf(who);
  for (const text of ANSWERS) expect(report.turns.filter((turn) => turn.text === text)).toHaveLength(1);
});

/** The candidate's pages, from the link to their own data, and the ones of links that lead nowhere. */
import { answer, comeByLink, enter, SPOKEN_MS } from '../candidate-steps.ts';
import { ANSWERS, anInvitation, QUESTIONS } from '../short-plan.ts';
import { type Scene, whileAnswering, whileFailing, whileLoading } from './camera.ts';

const LINK = '**/api/visitor/link';

export async function candidateScreens({ place, page, shoot }: Scene): Promise<void> {
  const { url } = place;
  const who = await anInvitation(place);
  const button = (name: string) => page.getByRole('button', { name });
  const heading = (name: string | RegExp) => page.getByRole('heading', { name }).waitFor({ timeout: SPOKEN_MS });

  await whileLoading(page, LINK, async () => {
    await comeByLink(page, who.link);
    await page.locator('.loading').waitFor();
    await shoot('link-loading');
  });
  await whileFailing(page, LINK, async () => {
    await comeByLink(page, who.link);
    await page.locator('h1').waitFor();
    await shoot('link-failed');
  });
  for (const code of ['link_expired', 'link_revoked', 'link_used']) {
    await whileAnswering(page, LINK, { code, status: 410 }, async () => {
      await comeByLink(page, who.link);
      await page.locator('h1').waitFor();
      await shoot(code.replace('_', '-'));
    });
  }
  await comeByLink(page, `${url}/i#nothing`);
  await page.locator('h1').waitFor();
  await shoot('link-none');

  await comeByLink(page, who.link);
  await button('Continue').waitFor();
  await shoot('welcome');
  await button('Ask for a human instead').click();
  await page.getByRole('dialog').waitFor();
  await shoot('welcome-ask');
  await page.keyboard.press('Escape');

  await enter(page, url, who, {
    recording: true,
    before: async (name) => await shoot(name),
  });
  await shoot('check');
  await button('Try the microphone').click();
  await page.getByText('We hear you').waitFor();
  await shoot('check-heard');
  await button('Speak to think, and write').click();
  await heading('One question, just for practice');
  await shoot('practice');
  await button('I’m ready, start the interview').click();
  await page
    .getByText(/^(Speaking|Asking)$/)
    .first()
    .waitFor();
  await shoot('room-speaking');
  await heading(QUESTIONS[0]);
  await page.getByText('Speak to think if you like.', { exact: false }).waitFor({ timeout: SPOKEN_MS });
  await shoot('room-recording');
  await button('Let me think').click();
  await shoot('room-thinking-aloud');
  await page.context().setOffline(true);
  await page.getByText('Reconnecting. Your answer is safe.').waitFor({ timeout: SPOKEN_MS });
  await shoot('room-reconnecting');
  await page.context().setOffline(false);
  await page.getByText('Reconnecting. Your answer is safe.').waitFor({ state: 'detached', timeout: SPOKEN_MS });
  await button('Type only').click();
  await page.getByLabel('Your answer').fill(ANSWERS[0]);
  await shoot('room-typing');
  await answer(page, QUESTIONS[0], ANSWERS[0]);
  await answer(page, QUESTIONS[1], ANSWERS[1]);
  await heading('Did we hear you right?');
  await shoot('review');
  await button('Send my interview').click();
  await heading(/^Thank you, Noor/);
  await shoot('done');
  await page.getByRole('link', { name: 'See or change my data' }).first().click();
  await heading('Your data');
  await shoot('your-data');
}

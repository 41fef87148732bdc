/** The public pages. */
import { MAILBOX_KEY } from '../../support/mailbox-key.ts';
import { type Scene, whileAnswering, whileFailing, whileLoading } from './camera.ts';

const INSTALLATION = '**/api/visitor/installation';
const MAILBOX = '**/api/visitor/mailbox*';

export async function visitorScreens({ place, page, shoot }: Scene): Promise<void> {
  const { url } = place;
  const heading = (name: string) => page.getByRole('heading', { name }).first().waitFor();

  await page.goto(url);
  await heading('Begin here');
  await shoot('home');
  await whileLoading(page, INSTALLATION, async () => {
    await page.goto(url);
    await page.getByText('Loading…').waitFor();
    await shoot('home-loading');
  });
  await whileFailing(page, INSTALLATION, async () => {
    await page.goto(url);
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await shoot('home-failed');
  });

  await page.goto(`${url}/mailbox`);
  await heading('The mailbox is locked');
  await shoot('mailbox-locked');
  await page.goto(`${url}/mailbox?key=${MAILBOX_KEY}`);
  const list = page.getByRole('list', { name: 'Mails, newest first' });
  await list.waitFor();
  await shoot('mailbox');
  await list.getByRole('link').first().click();
  await shoot('mailbox-message');
  await whileAnswering(page, MAILBOX, { messages: [] }, async () => {
    await page.goto(`${url}/mailbox`);
    await heading('No mail yet in this region');
    await shoot('mailbox-empty');
  });
  await whileLoading(page, MAILBOX, async () => {
    await page.goto(`${url}/mailbox`);
    await page.getByText('Fetching mail…').waitFor();
    await shoot('mailbox-loading');
  });
  await whileFailing(page, MAILBOX, async () => {
    await page.goto(`${url}/mailbox`);
    await heading('Our storage can’t be reached just now.');
    await shoot('mailbox-failed');
  });

  await page.goto(`${url}/regions`);
  await heading('What works here');
  await shoot('regions');
  await page.goto(`${url}/no/such/page`);
  await heading('There is nothing at this address');
  await shoot('not-found');
}

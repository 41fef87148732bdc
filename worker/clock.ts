/** What the platform's clock starts: in every region that is set up, one after the other. */
import { sendDueReminders } from './domain/invitations/remind.ts';
import { type Env, readConfig } from './env.ts';
import { REGION_IDS } from './ids.ts';
import { errorFacts, log } from './log.ts';
import { openRegion } from './regions/open.ts';

/** One tick; a region that fails is tried at the next, and holds no other back. */
export async function tick(env: Env): Promise<void> {
  const config = readConfig(env);
  for (const id of REGION_IDS.filter((one) => config.regions[one] !== undefined)) {
    try {
      await sendDueReminders(openRegion(config, id));
    } catch (error) {
      log('error', { event: 'tick', ...errorFacts(error) });
    }
  }
}

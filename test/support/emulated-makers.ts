/**
 * Makers for a product on this machine: emulators that hear, think and speak, and the settings that make the product
 * use them, one region for each engine. Every other region is as it is without keys.
 */
import type { RegionId } from '../../worker/ids.ts';
import { openDoor } from '../emulators/door.ts';
import { usualLibrary } from '../emulators/ears/ears.ts';
import { openAiEmulator } from '../emulators/openai/emulator.ts';
import { USUAL_BRAINS } from '../emulators/usual-brains.ts';

export const CASCADE_REGION: RegionId = 'ap';

export interface EmulatedMakers {
  /** For the environment of `npm start`. */
  environment: Record<string, string>;
  /** Where faults and delays are set, and the keys by which the product comes. */
  openai: { url: string; key: string };
  close(): Promise<void>;
}

export async function emulatedMakers(): Promise<EmulatedMakers> {
  // Nobody's first words wait for it.
  await usualLibrary();
  const openai = await openDoor(openAiEmulator(USUAL_BRAINS));
  const key = `sk-${crypto.randomUUID()}`;
  return {
    openai: { url: openai.url, key },
    environment: {
      OPENAI_API_KEY_AP: key,
      OPENAI_BASE_URL_AP: `${openai.url}/v1`,
      OPENAI_PROCESSES_IN_AP: CASCADE_REGION,
    },
    close: () => openai.close(),
  };
}

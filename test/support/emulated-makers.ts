/**
 * Makers for a product on this machine: emulators that hear, think and speak, and the settings that make the product
 * use them, one region for each engine. Every other region is as it is without keys.
 */
import type { RegionId } from '../../worker/ids.ts';
import { openDoor } from '../emulators/door.ts';
import { usualLibrary } from '../emulators/ears/ears.ts';
import { listener } from '../emulators/ears/listener.ts';
import { geminiEmulator } from '../emulators/gemini/emulator.ts';
import { openAiEmulator } from '../emulators/openai/emulator.ts';
import { USUAL_BRAINS } from '../emulators/usual-brains.ts';

export const LIVE_REGION: RegionId = 'us';
export const CASCADE_REGION: RegionId = 'ap';

/** Where faults and delays are set, and the key by which the product comes. */
export interface EmulatedMaker {
  url: string;
  key: string;
}

export interface EmulatedMakers {
  /** For the environment of `npm start`. */
  environment: Record<string, string>;
  gemini: EmulatedMaker;
  openai: EmulatedMaker;
  close(): Promise<void>;
}

export async function emulatedMakers(): Promise<EmulatedMakers> {
  // Nobody's first words wait for it.
  const known = await usualLibrary();
  const recogniser = () => {
    const ears = listener(known);
    return { ...ears, end: async () => ears.end() };
  };
  const doors = {
    gemini: await openDoor(geminiEmulator(USUAL_BRAINS, { recogniser })),
    openai: await openDoor(openAiEmulator(USUAL_BRAINS)),
  };
  const gemini = { url: doors.gemini.url, key: `AIza${crypto.randomUUID()}` };
  const openai = { url: doors.openai.url, key: `sk-${crypto.randomUUID()}` };
  return {
    gemini,
    openai,
    environment: {
      GEMINI_API_KEY_US: gemini.key,
      GEMINI_BASE_URL_US: gemini.url,
      GEMINI_PROCESSES_IN_US: LIVE_REGION,
      OPENAI_API_KEY_AP: openai.key,
      OPENAI_BASE_URL_AP: `${openai.url}/v1`,
      OPENAI_PROCESSES_IN_AP: CASCADE_REGION,
    },
    async close() {
      await doors.gemini.close();
      await doors.openai.close();
    },
  };
}

/** The variables of the Worker that may be set in the environment of `npm start`. */
import { REGION_IDS } from '../ids.ts';

const REGIONAL = REGION_IDS.map((region) => `DATABASE_URL_${region.toUpperCase()}`);
const SETTINGS = [...REGIONAL, 'SESSION_SECRET', 'OPERATOR_KEY'];

/** What of it is set: the embedded default stays for everything else. */
export function settingsFrom(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    SETTINGS.flatMap((name) => {
      const value = environment[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
}

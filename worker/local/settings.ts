/** The variables of the Worker that may be set in the environment of `npm start`. */
import { REGION_IDS } from '../ids.ts';

const REGIONAL = REGION_IDS.map((region) => `DATABASE_URL_${region.toUpperCase()}`);
const SETTINGS = new Set([
  ...REGIONAL,
  'SESSION_SECRET',
  'OPERATOR_KEY',
  'PUBLIC_ORIGIN',
  'SECURITY_CONTACT',
  'MAILBOX_KEY',
]);
/** Makers have many settings, each for all regions or for one. */
const MAKERS = /^(GEMINI|OPENAI|LIVEKIT|EGRESS_S3)_[A-Z0-9_]+$/;

/** What of it is set: the embedded default stays for everything else. */
export function settingsFrom(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value === '' || !(SETTINGS.has(name) || MAKERS.test(name)) ? [] : [[name, value]],
    ),
  );
}

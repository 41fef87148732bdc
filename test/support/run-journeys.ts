/**
 * `npm run test:journeys`: the product in each browser that is installed; one that is not is named and skipped.
 * `--in=firefox` runs one alone; other arguments go to vitest, and run in Chromium where no browser is named.
 */
import { existsSync } from 'node:fs';
import { FIREFOX } from '../journeys/firefox.ts';
import { hasSoundDevices } from '../journeys/sound-devices.ts';
import { hasWebKit } from '../journeys/webkit.ts';
import { runVitest } from './run-vitest.ts';

interface Browser {
  id: string;
  name: string;
  /** What of it is not installed here. */
  missing: string[];
}

const sound = hasSoundDevices ? [] : ['pulseaudio'];
const BROWSERS: Browser[] = [
  { id: 'chromium', name: 'Chromium', missing: here(process.env.CHROMIUM ?? '/usr/bin/chromium', 'chromium') },
  { id: 'firefox', name: 'Firefox', missing: [...here(FIREFOX, 'firefox-esr'), ...sound] },
  { id: 'webkit', name: 'WebKit', missing: [...(hasWebKit ? [] : ['webkit2gtk-driver', 'xvfb']), ...sound] },
];

function here(path: string, name: string): string[] {
  return existsSync(path) ? [] : [name];
}

const IN = '--in=';
const args = process.argv.slice(2);
const named = args.find((arg) => arg.startsWith(IN))?.slice(IN.length);
const rest = args.filter((arg) => !arg.startsWith(IN));
const asked = named ?? (rest.length > 0 ? 'chromium' : null);
const wanted = BROWSERS.filter(({ id }) => asked === null || id === asked);
const run = wanted.filter(({ missing }) => missing.length === 0);
let good = run.length > 0;
for (const { id, name } of run) {
  console.log(`== ${name}`);
  const whole = rest.length === 0 && id === 'chromium' ? ['journeys'] : [];
  const config = 'test/journeys/vitest.config.ts';
  if (!(await runVitest({ config, args: rest, env: { JOURNEYS_IN: id }, whole }))) good = false;
}
for (const { name, missing } of wanted.filter((one) => !run.includes(one))) {
  console.log(`== ${name} skipped: ${missing.join(', ')} not installed`);
}
if (wanted.length === 0) console.log(`No browser is called ${asked}: ${BROWSERS.map(({ id }) => id).join(', ')}`);
process.exit(good ? 0 : 1);

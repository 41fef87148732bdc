/**
 * `npm run screens [-- visitor recruiter candidate]`: saves every screen in its main states to .screens/, at a
 * phone's and a desktop's width, light and dark, to be looked at beside the design. `INTERLOOP_URL`
 * and `INTERLOOP_STATE` name a product that runs already.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { keyIn, startProduct } from '../support/product.ts';
import { spokenFile } from '../support/spoken-file.ts';
import { DESKTOP, launch, listen } from './chromium.ts';
import { camera, type Walk } from './screens/camera.ts';
import { candidateScreens } from './screens/candidate.ts';
import { recruiterScreens } from './screens/recruiter.ts';
import { visitorScreens } from './screens/visitor.ts';
import { ANSWERS } from './short-plan.ts';

const FOLDER = resolve(import.meta.dirname, '../../.screens');
const WALKS: Readonly<Record<string, Walk>> = {
  visitor: visitorScreens,
  candidate: candidateScreens,
  recruiter: recruiterScreens,
};

const wanted = process.argv.slice(2);
const running = process.env.INTERLOOP_URL;
const state = process.env.INTERLOOP_STATE;
const product = running === undefined || state === undefined ? await startProduct() : null;
const place = product ?? { url: running ?? '', operatorKey: await keyIn(state ?? '') };
const speech = await spokenFile([ANSWERS[1]]);
const browser = await launch(speech.path);
let complaints = 0;
await mkdir(FOLDER, { recursive: true });
try {
  for (const [area, walk] of Object.entries(WALKS)) {
    if (wanted.length > 0 && !wanted.includes(area)) continue;
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    // A state of failure is made by refusing requests; the browser's own line about that is no complaint.
    const heard = listen(page, /Failed to load resource|ERR_INTERNET_DISCONNECTED/);
    await walk({ place, page, shoot: camera(page, join(FOLDER, area)) });
    await context.close();
    for (const line of heard) process.stdout.write(`${area}: ${line}\n`);
    complaints += heard.length;
  }
} finally {
  await browser.close();
  await speech.remove();
  await product?.close();
}
process.exit(complaints === 0 ? 0 : 1);

/**
 * `npm run screens [-- visitor recruiter candidate]`: saves every screen in its main states to .screens/, at a
 * phone's and a desktop's width, light and dark, to be looked at beside the design. `INTERLOOP_URL` names a
 * product that runs already.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startProduct } from '../support/product.ts';
import { DESKTOP, launch, listen } from './chromium.ts';
import { camera, type Walk } from './screens/camera.ts';
import { visitorScreens } from './screens/visitor.ts';

const FOLDER = resolve(import.meta.dirname, '../../.screens');
const WALKS: Readonly<Record<string, Walk>> = { visitor: visitorScreens };

const wanted = process.argv.slice(2);
const running = process.env.INTERLOOP_URL;
const product = running === undefined ? await startProduct() : null;
const url = running ?? product?.url ?? '';
const browser = await launch();
let complaints = 0;
await mkdir(FOLDER, { recursive: true });
try {
  for (const [area, walk] of Object.entries(WALKS)) {
    if (wanted.length > 0 && !wanted.includes(area)) continue;
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
    const page = await context.newPage();
    // A state of failure is made by refusing requests; the browser's own line about that is no complaint.
    const heard = listen(page, /Failed to load resource/);
    await walk({ url, page, shoot: camera(page, join(FOLDER, area)) });
    await context.close();
    for (const line of heard) process.stdout.write(`${area}: ${line}\n`);
    complaints += heard.length;
  }
} finally {
  await browser.close();
  await product?.close();
}
process.exit(complaints === 0 ? 0 : 1);

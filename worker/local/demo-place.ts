/**
 * Where the demo takes place: the server that runs, with its example team or, while that is not there yet, with a team of
 * the demo's own; else a server that it starts for as long as it takes.
 */
import { join } from 'node:path';
import type { RegionId } from '../ids.ts';
import { ROOT } from './build.ts';
import { NORTHWIND } from './example/tenants.ts';
import { HttpClient } from './http-client.ts';
import { openInstallation } from './installation.ts';
import { ensureTenants } from './seed.ts';
import { settingsFrom } from './settings.ts';
import type { Server } from './sign-in.ts';
import { FolderInUse, keptSecrets } from './state-folder.ts';

export interface Place extends Server {
  region: RegionId;
  /** The member who invites. */
  email: string;
  close(): Promise<void>;
}

/** The same folder as `npm start`, so that a printed link is good there afterwards. */
export const STATE = join(ROOT, '.interloop');

const DEFAULT_PORT = 8787;
const POLL_MS = 500;
const TELL_MS = 5000;
/** A first start builds everything and makes its databases. */
const PATIENCE_MS = 240_000;

/** @throws Error that says what is missing */
export async function findPlace(say: (line: string) => void): Promise<Place> {
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  const url = (process.env.BASE_URL ?? `http://localhost:${port}`).replace(/\/+$/, '');
  if (await answers(url)) return await placeOn(url, say);
  if (process.env.BASE_URL !== undefined) throw new Error(`Nothing answers at ${url}.`);
  try {
    return await startPlace(port, say);
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    await untilItAnswers(url, error, say);
    return await placeOn(url, say);
  }
}

async function placeOn(url: string, say: (line: string) => void): Promise<Place> {
  const { embedded, links } = await new HttpClient(url).call('GET /api/visitor/installation');
  if (!embedded) throw new Error(`${url} keeps no mail that could be read here: the demo needs the embedded mailbox.`);
  const kept = await keptSecrets(STATE);
  const mailboxKey = process.env.MAILBOX_KEY ?? kept.mailboxKey;
  if (mailboxKey === undefined)
    throw new Error(`The key of the mailbox of ${url} is not in ${STATE}: set MAILBOX_KEY.`);
  const server = { url, mailboxKey, close: async () => {} };
  const { recruiter } = links;
  if (recruiter !== undefined) return { ...server, region: recruiter.region, email: recruiter.email };
  const operatorKey = process.env.OPERATOR_KEY ?? kept.operatorKey;
  if (operatorKey === undefined)
    throw new Error(`${url} has no example team, and its key is not in ${STATE}: set OPERATOR_KEY.`);
  say('The example team is not there (yet); the demo makes a team of its own.');
  return { ...server, ...(await ownTeam(url, operatorKey)) };
}

async function ownTeam(url: string, operatorKey: string): Promise<{ region: RegionId; email: string }> {
  const { region } = NORTHWIND;
  const email = `demo.owner.${crypto.randomUUID().slice(0, 8)}@mail.example`;
  const operator = new HttpClient(url, { authorization: `Bearer ${operatorKey}` });
  await operator.call('POST /api/operator/tenants', {
    body: { region, name: 'Demo', owner: { name: NORTHWIND.owner.name, email } },
  });
  return { region, email };
}

async function startPlace(port: number, say: (line: string) => void): Promise<Place> {
  say('No server is running; starting one …');
  const installation = await openInstallation({
    folder: STATE,
    port,
    fresh: false,
    variables: settingsFrom(process.env),
    report: say,
  });
  await ensureTenants(installation, [NORTHWIND]);
  return {
    url: installation.url,
    mailboxKey: installation.mailboxKey,
    region: NORTHWIND.region,
    email: NORTHWIND.owner.email,
    close: () => installation.close(),
  };
}

/** Another start holds the folder and does not answer yet, or answers on another port. */
async function untilItAnswers(url: string, inUse: FolderInUse, say: (line: string) => void): Promise<void> {
  say(`Interloop is being started; waiting for ${url} …`);
  const began = Date.now();
  let told = began;
  while (!(await answers(url))) {
    if (Date.now() - began > PATIENCE_MS)
      throw new Error(`${inUse.message} It does not answer at ${url}: set PORT or BASE_URL.`);
    if (Date.now() - told > TELL_MS) {
      told = Date.now();
      say(`  still waiting, ${Math.round((told - began) / 1000)} s`);
    }
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

async function answers(url: string): Promise<boolean> {
  const found = await new HttpClient(url, {}, 1).call('GET /api/visitor/installation').catch(() => null);
  return found !== null;
}

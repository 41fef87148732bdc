/** How far the examples of an installation have come, and the links into them; read at every start. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NORTHWIND } from './example/tenants.ts';

/** Where to begin, shown in the terminal and on the home page. */
export interface Links {
  recruiter: { url: string; email: string; region: string };
  candidate: { url: string };
  mailbox: string;
}

export interface Progress {
  /** Regions whose example tenant is made; the rest of it is found through the API. */
  made: string[];
  /** Invitation links by address, for a run that goes on with them. */
  links: Record<string, string>;
  candidatePath: string | null;
}

const FILE = 'links.json';

/** The links of an installation that was seeded before; null for any other. */
export async function knownLinks(folder: string, url: string): Promise<Links | null> {
  const { candidatePath } = await readProgress(folder);
  return candidatePath === null ? null : linksOf(url, candidatePath);
}

export async function readProgress(folder: string): Promise<Progress> {
  return JSON.parse(
    await readFile(join(folder, FILE), 'utf8').catch(() => '{"made":[],"links":{},"candidatePath":null}'),
  );
}

/** Whole or not at all: a start may be killed in the middle of it. */
export async function writeProgress(folder: string, progress: Progress): Promise<void> {
  const file = join(folder, FILE);
  await writeFile(`${file}.new`, JSON.stringify(progress), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

export function linksOf(url: string, candidatePath: string): Links {
  return {
    recruiter: {
      url: `${url}/sign-in?region=${NORTHWIND.region}`,
      email: NORTHWIND.owner.email,
      region: NORTHWIND.region,
    },
    candidate: { url: `${url}${candidatePath}` },
    mailbox: `${url}/mailbox?region=${NORTHWIND.region}`,
  };
}

/** Fills a new installation with two example tenants in two regions, by the way that real ones go. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExampleTenant, KAVERI, NORTHWIND } from './example/tenants.ts';
import { HttpClient } from './http-client.ts';
import type { Installation } from './installation.ts';
import { seedTenant } from './seed-tenant.ts';

/** Where to begin, shown in the terminal and on the home page. */
export interface Links {
  recruiter: { url: string; email: string; region: string };
  candidate: { url: string };
  mailbox: string;
}

interface Progress {
  /** Regions whose example tenant is made; the rest of it is found through the API. */
  made: string[];
  candidatePath: string | null;
}

const FILE = 'links.json';

/** Seeds an empty installation; one that was seeded before is left alone, one that was interrupted is finished. */
export async function ensureSeed(installation: Installation, report: (line: string) => void): Promise<Links> {
  const file = join(installation.folder, FILE);
  const progress: Progress = JSON.parse(await readFile(file, 'utf8').catch(() => '{"made":[],"candidatePath":null}'));
  if (progress.candidatePath === null) {
    const began = Date.now();
    report('\nFilling two example tenants; one interview is spoken aloud, so this takes a minute, once …');
    for (const tenant of [NORTHWIND, KAVERI]) await ensureTenant(installation, tenant, progress, file);
    const [links] = await Promise.all(
      [NORTHWIND, KAVERI].map((tenant) => seedTenant(installation.url, tenant, report)),
    );
    const invited = NORTHWIND.people.find(({ fate }) => fate === 'invited');
    const link = links?.get(invited?.email ?? '');
    if (link === undefined) throw new Error('nobody is left whom the example invites');
    progress.candidatePath = new URL(link).pathname + new URL(link).hash;
    await writeFile(file, JSON.stringify(progress));
    report(`  done after ${Math.round((Date.now() - began) / 1000)} s`);
  }
  const links = linksOf(installation.url, progress.candidatePath);
  await installation.showLinks(JSON.stringify(links));
  return links;
}

async function ensureTenant(
  installation: Installation,
  { region, name, owner }: ExampleTenant,
  progress: Progress,
  file: string,
): Promise<void> {
  if (progress.made.includes(region)) return;
  const operator = new HttpClient(installation.url, { authorization: `Bearer ${installation.operatorKey}` });
  await operator.call('POST /api/operator/tenants', { body: { region, name, owner } });
  progress.made.push(region);
  await writeFile(file, JSON.stringify(progress));
}

function linksOf(url: string, candidatePath: string): Links {
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

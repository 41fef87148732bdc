/** Fills a new installation with two example tenants in two regions, by the way that real ones go. */
import { type ExampleTenant, KAVERI, NORTHWIND } from './example/tenants.ts';
import { HttpClient } from './http-client.ts';
import type { Installation } from './installation.ts';
import { type Links, linksOf, type Progress, readProgress, writeProgress } from './seed-progress.ts';
import { seedTenant } from './seed-tenant.ts';

/** Seeds an empty installation; one that was interrupted while it was seeded is finished. */
export async function seed(installation: Installation, report: (line: string) => void): Promise<Links> {
  const began = Date.now();
  report('\nFilling two example tenants; one interview is spoken aloud, so this takes a minute, once …');
  const progress = await ensureTenants(installation, [NORTHWIND, KAVERI]);
  // Many people are invited at once, but a file is written once at a time.
  let written: Promise<void> = Promise.resolve();
  const links = {
    get: (email: string) => progress.links[email],
    async keep(email: string, link: string) {
      progress.links[email] = link;
      written = written.then(() => writeProgress(installation.folder, progress));
      await written;
    },
  };
  await Promise.all([NORTHWIND, KAVERI].map((tenant) => seedTenant(installation, tenant, links, report)));
  const invited = NORTHWIND.people.find(({ fate }) => fate === 'invited');
  const link = links.get(invited?.email ?? '');
  if (link === undefined) throw new Error('nobody is left whom the example invites');
  progress.candidatePath = new URL(link).pathname + new URL(link).hash;
  // The others' links were for going on with; the mailbox has them.
  progress.links = {};
  await writeProgress(installation.folder, progress);
  report(`  done after ${Math.round((Date.now() - began) / 1000)} s`);
  const shown = linksOf(installation.url, progress.candidatePath);
  await installation.showLinks(JSON.stringify(shown));
  return shown;
}

/** Makes the example tenants that are not there yet, with their owners and nothing else. */
export async function ensureTenants(installation: Installation, tenants: ExampleTenant[]): Promise<Progress> {
  const progress = await readProgress(installation.folder);
  const operator = new HttpClient(installation.url, { authorization: `Bearer ${installation.operatorKey}` });
  for (const { region, name, processing, owner } of tenants) {
    if (progress.made.includes(region)) continue;
    await operator.call('POST /api/operator/tenants', { body: { region, name, processing, owner } });
    progress.made.push(region);
    await writeProgress(installation.folder, progress);
  }
  return progress;
}

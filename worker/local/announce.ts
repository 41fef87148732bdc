/** What `npm start` says once it serves. */
import { REGION_IDS } from '../ids.ts';
import type { Installation } from './installation.ts';
import type { Links } from './seed-progress.ts';

/** Which providers are real and which embedded, the databases by region. */
export async function announceProviders(installation: Installation, variables: Record<string, string>): Promise<void> {
  const print = (name: string, value: string) => process.stdout.write(`  ${name.padEnd(14)}${value}\n`);
  const databases = REGION_IDS.map((region) => {
    const real = variables[`DATABASE_URL_${region.toUpperCase()}`] !== undefined;
    return `${region} ${real ? 'PostgreSQL at its URL' : 'embedded'}`;
  });
  print('database', databases.join(' · '));
  print('files', 'embedded, a bucket per region');
  // The limits and the mailbox rest in a region, so this first question opens one: it may take a few seconds.
  const response = await fetch(`${installation.url}/api/visitor/installation`);
  if (!response.ok) throw new Error(`the Worker answered ${response.status}: ${await response.text()}`);
  const { providers } = (await response.json()) as { providers: { port: string; maker: string; real: boolean }[] };
  for (const { port, maker, real } of providers)
    print(port, real || maker === 'embedded' ? maker : `${maker}, embedded`);
}

/** Where to begin. */
export function announce(installation: Installation, links: Links): void {
  const { url, mailboxKey } = installation;
  const lines = [
    '',
    `  Recruiter   ${links.recruiter.url}`,
    `              sign in as ${links.recruiter.email}; the code is in the mailbox`,
    `  Candidate   ${links.candidate.url}`,
    `  Mailbox     ${links.mailbox}&key=${mailboxKey}`,
    `  Start here  ${url}/?key=${mailboxKey}`,
    '',
    'The key opens the mailbox to the browser that follows either of these two addresses, on this machine only.',
    'Stop with Ctrl-C. Begin anew with: npm start -- --fresh',
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

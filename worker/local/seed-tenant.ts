/** Makes one example tenant through the public API, as its people would; goes on where a killed run stopped. */
import type { ExampleTenant } from './example/tenants.ts';
import type { HttpClient } from './http-client.ts';
import type { Installation } from './installation.ts';
import { keptSession } from './kept-session.ts';
import { seedPerson } from './seed-person.ts';

/** Typed interviews take the machine's time, not people's: a few at once keep it busy enough. */
const AT_ONCE = 3;

/** Links by address, kept where a later run finds them. */
export interface KeptLinks {
  get(email: string): string | undefined;
  keep(email: string, link: string): Promise<void>;
}

export async function seedTenant(
  server: Pick<Installation, 'url' | 'folder' | 'mailboxKey'>,
  tenant: ExampleTenant,
  links: KeptLinks,
  report: (line: string) => void,
): Promise<void> {
  const owner = await keptSession(server.folder, server, tenant.region, tenant.owner.email);
  const role = await ensureRole(owner, tenant);
  const waiting = [...tenant.people];
  let ready = 0;
  const work = async () => {
    for (let person = waiting.shift(); person !== undefined; person = waiting.shift()) {
      const { email } = person;
      const kept = { keptLink: links.get(email), keepLink: (link: string) => links.keep(email, link) };
      await seedPerson({ server, region: tenant.region, owner, role, person, ...kept });
      ready += 1;
      report(`  ${tenant.name}: ${ready} of ${tenant.people.length} people, ${person.name} ${SAID[person.fate]}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

const SAID = {
  invited: 'is invited',
  opened: 'has opened the link',
  'asks-adjustment': 'asks for an adjustment',
  'in-interview': 'is in the middle of the interview',
  withdrawn: 'has withdrawn',
  'to-decide': 'waits for a decision',
  'on-hold': 'is on hold',
  'next-round': 'is in the next round',
  declined: 'is declined',
} as const;

/** The role with its published plan. */
async function ensureRole(owner: HttpClient, tenant: ExampleTenant): Promise<string> {
  const { title, location, decisionDays, description } = tenant.role;
  const { roles } = await owner.call('GET /api/recruiter/roles');
  const before = roles.find((role) => role.title === title);
  const role =
    before?.id ?? (await owner.call('POST /api/recruiter/roles', { body: { title, location, decisionDays } })).id;
  if (before !== undefined && before.planVersion !== null) return role;
  const params = { role };
  const { draft } = await owner.call('GET /api/recruiter/roles/:role/plan', { params });
  const ruled = await owner.call('POST /api/recruiter/roles/:role/plan/draft', {
    params,
    body: { from: 'description', revision: draft?.revision ?? null, description },
  });
  const saved = await owner.call('PUT /api/recruiter/roles/:role/plan', {
    params,
    body: { revision: ruled.revision, content: tenant.plan },
  });
  await owner.call('POST /api/recruiter/roles/:role/plan/publish', { params, body: { revision: saved.revision } });
  return role;
}

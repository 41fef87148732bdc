/** Invites one example person and lives through what happens to them. */
import { CONSENT_TEXT_VERSION } from '../domain/candidates/consent-text-rules.ts';
import type { RegionId } from '../ids.ts';
import { type Talk, takeInterview } from './candidate-drive.ts';
import type { ExamplePerson } from './example/person.ts';
import type { HttpClient } from './http-client.ts';
import { openLink, type Server, secretOf } from './sign-in.ts';

interface Setting {
  server: Server;
  region: RegionId;
  owner: HttpClient;
  role: string;
  person: ExamplePerson;
  /** Links are told once, so a run that goes on needs those of the run before. */
  keptLink: string | undefined;
  keepLink(link: string): Promise<void>;
}

const LEAVES_AFTER = 2;
const OVER = new Set(['over', 'expired', 'revoked']);

export async function seedPerson(setting: Setting): Promise<void> {
  const { server, region, owner, person } = setting;
  const { interview, link } = await ensureInvited(setting);
  const talk = { answers: person.answers, more: person.more, spoken: person.spoken };
  const decided = ['on-hold', 'next-round', 'declined'].includes(person.fate);
  // Without a link the interview was over before.
  if (link !== null) await live(person, talk, () => openLink(server, region, secretOf(link), person.email));
  if (decided) await decide(owner, interview, person);
}

async function live(person: ExamplePerson, talk: Talk, enter: () => Promise<HttpClient>): Promise<void> {
  switch (person.fate) {
    case 'invited':
      return;
    case 'opened':
      await enter();
      return;
    case 'asks-adjustment':
      await (await enter()).call('POST /api/candidate/requests', {
        body: { kind: 'adjustment', text: person.words ?? '' },
      });
      return;
    case 'in-interview':
      await takeInterview(await enter(), { ...talk, leavesAfter: LEAVES_AFTER });
      return;
    case 'withdrawn':
      await withdraw(await enter());
      return;
    case 'to-decide':
    case 'on-hold':
    case 'next-round':
    case 'declined':
      await takeInterview(await enter(), talk);
      return;
  }
}

/** The interview, and a link to it unless it is over. */
async function ensureInvited(setting: Setting): Promise<{ interview: string; link: string | null }> {
  const { owner, role, person, keptLink, keepLink } = setting;
  const { invitations } = await owner.call('GET /api/recruiter/roles/:role/invitations', { params: { role } });
  const before = invitations.find(({ email }) => email === person.email);
  if (before !== undefined && OVER.has(before.state)) return { interview: before.interviewId, link: null };
  if (before !== undefined && keptLink !== undefined) return { interview: before.interviewId, link: keptLink };
  const { name, email } = person;
  const { interview, link } =
    before === undefined
      ? await owner.call('POST /api/recruiter/roles/:role/invitations', { params: { role }, body: { name, email } })
      : await owner.call('POST /api/recruiter/invitations/:invitation/again', {
          params: { invitation: before.id },
          body: {},
        });
  await keepLink(link);
  return { interview, link };
}

async function withdraw(client: HttpClient): Promise<void> {
  const body = { textVersion: CONSENT_TEXT_VERSION, language: 'en' } as const;
  const none = { interview: false, recording: false, analytics: false };
  await client.call('POST /api/candidate/consents', { body: { ...body, purposes: { ...none, interview: true } } });
  // They looked into the room before they left.
  await client.call('POST /api/candidate/socket-ticket');
  await client.call('POST /api/candidate/consents/withdrawal', { body: { ...body, purposes: none } });
}

async function decide(owner: HttpClient, id: string, person: ExamplePerson): Promise<void> {
  const report = await owner.call('GET /api/recruiter/interviews/:id/report', { params: { id } });
  if (report.decisions.length > 0) return;
  await owner.call('POST /api/recruiter/interviews/:id/decisions', {
    params: { id },
    body: {
      kind: person.fate === 'next-round' ? 'advance' : person.fate === 'declined' ? 'reject' : 'hold',
      reason: person.words ?? '',
      seen: report.decisions.length,
    },
  });
}

/** Invites one example person and lives through what happens to them. */
import { CONSENT_TEXT_VERSION } from '../domain/candidates/consent-text-rules.ts';
import type { RegionId } from '../ids.ts';
import { takeInterview } from './candidate-drive.ts';
import type { ExamplePerson } from './example/person.ts';
import { HttpClient } from './http-client.ts';
import { openLink, secretOf } from './sign-in.ts';

interface Setting {
  baseUrl: string;
  region: RegionId;
  owner: HttpClient;
  role: string;
  person: ExamplePerson;
}

const LEAVES_AFTER = 2;

/** Returns the link when it can still be used. */
export async function seedPerson(setting: Setting): Promise<string | null> {
  const { baseUrl, region, person } = setting;
  const invited = await ensureInvited(setting);
  if (invited === null) return null;
  const link = secretOf(invited.link);
  const enter = () => openLink(baseUrl, region, link, person.email);
  const talk = { answers: person.answers, more: person.more, spoken: person.spoken };
  switch (person.fate) {
    case 'invited':
      return invited.link;
    case 'opened':
      await enter();
      return invited.link;
    case 'asks-adjustment':
      await new HttpClient(baseUrl).call('POST /api/visitor/link/request', {
        body: { link, kind: 'adjustment', text: person.words ?? '' },
      });
      return invited.link;
    case 'in-interview':
      await takeInterview(await enter(), { ...talk, leavesAfter: LEAVES_AFTER });
      return invited.link;
    case 'withdrawn':
      await withdraw(await enter());
      return null;
    case 'to-decide':
      await takeInterview(await enter(), talk);
      return null;
    case 'on-hold':
    case 'next-round':
    case 'declined':
      await takeInterview(await enter(), talk);
      await decide(setting.owner, invited.interview, person);
      return null;
  }
}

/** Null when a run before this one has brought the person to their end already. */
async function ensureInvited({ owner, role, person }: Setting): Promise<{ link: string; interview: string } | null> {
  const { invitations } = await owner.call('GET /api/recruiter/roles/:role/invitations', { params: { role } });
  const before = invitations.find(({ email }) => email === person.email);
  if (before === undefined) {
    const { name, email } = person;
    return await owner.call('POST /api/recruiter/roles/:role/invitations', { params: { role }, body: { name, email } });
  }
  if (before.state === 'over') return null;
  return await owner.call('POST /api/recruiter/invitations/:invitation/again', {
    params: { invitation: before.id },
    body: {},
  });
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
  const opened = Date.now();
  const report = await owner.call('GET /api/recruiter/interviews/:id/report', { params: { id } });
  await owner.call('POST /api/recruiter/interviews/:id/decisions', {
    params: { id },
    body: {
      kind: person.fate === 'next-round' ? 'advance' : person.fate === 'declined' ? 'reject' : 'hold',
      reason: person.words ?? '',
      seen: report.decisions.length,
      openedForMs: Date.now() - opened,
      quotesPlayed: 0,
    },
  });
}

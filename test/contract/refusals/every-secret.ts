/** One person of every kind with a secret, and every place of a request in which a secret can be put. */
import { env } from 'cloudflare:workers';
import { openCandidateSession } from '../../../worker/domain/candidates/candidate-sessions.ts';
import { MEMBER_ROLES, type MemberRole } from '../../../worker/domain/vocabulary.ts';
import { anInvited, type Invited } from '../../support/room-line.ts';
import { aMember, aTenant, type Person, region, request } from '../../support/story.ts';

export type SecretKind = MemberRole | 'stranger' | 'candidate' | 'signed-out' | 'link' | 'operator' | 'nobody';

/** The people of one tenant; `stranger` owns another. */
export interface People {
  invited: Invited;
  members: Record<MemberRole | 'stranger', Person>;
}

export async function everybody(): Promise<People> {
  const invited = await anInvited();
  const { owner } = invited;
  const [admin, recruiter, reviewer, auditor] = await Promise.all(
    MEMBER_ROLES.filter((role) => role !== 'owner').map((role) => aMember(owner, role)),
  );
  if (!admin || !recruiter || !reviewer || !auditor) throw new Error('a role is missing');
  return { invited, members: { owner, admin, recruiter, reviewer, auditor, stranger: await aTenant() } };
}

function bare(person: Person): string {
  return person.cookie.split('=')[1] ?? '';
}

/** One secret of each kind; none of them has been used yet. */
export async function everySecret({ invited, members }: People): Promise<Record<SecretKind, string>> {
  const { tenantId, interviewId, candidateId } = invited.actor;
  const candidate = await openCandidateSession(region(), { tenantId, interviewId, candidateId }, 'test');
  const gone = await aMember(invited.owner, 'owner');
  await gone.send('POST', '/api/recruiter/sign-out', {});
  const { link } = (await (
    await invited.owner.send('POST', `/api/recruiter/roles/${await roleOf(invited)}/invitations`, {
      name: 'Noor Haddad',
      email: `noor.${crypto.randomUUID()}@example.com`,
      days: 3,
    })
  ).json()) as { link: string };
  return {
    owner: bare(members.owner),
    admin: bare(members.admin),
    recruiter: bare(members.recruiter),
    reviewer: bare(members.reviewer),
    auditor: bare(members.auditor),
    stranger: bare(members.stranger),
    candidate: candidate.secret,
    'signed-out': bare(gone),
    link: /eu_[\w-]{43}/.exec(link)?.[0] ?? '',
    operator: String(Reflect.get(env, 'OPERATOR_KEY')),
    nobody: `eu_${'A'.repeat(43)}`,
  };
}

async function roleOf({ owner }: Invited): Promise<string> {
  const { roles } = (await (await owner.get('/api/recruiter/roles')).json()) as { roles: { id: string }[] };
  return roles[0]?.id ?? '';
}

/** Every cookie and header in which a secret can come; each makes the headers of a request. */
export const CARRIERS = {
  'member cookie': (secret) => ({ cookie: `__Host-il-member=${secret}` }),
  'candidate cookie': (secret) => ({ cookie: `__Host-il-candidate=${secret}` }),
  'member cookie without prefix': (secret) => ({ cookie: `il-member=${secret}` }),
  'candidate cookie without prefix': (secret) => ({ cookie: `il-candidate=${secret}` }),
  'any cookie': (secret) => ({ cookie: `session=${secret}; il=${secret}` }),
  bearer: (secret) => ({ authorization: `Bearer ${secret}` }),
  header: (secret) => ({ 'x-api-key': secret, 'x-operator-key': secret, 'x-link': secret }),
} as const satisfies Record<string, (secret: string) => Record<string, string>>;
export type Carrier = keyof typeof CARRIERS;

/** Uses each secret where it belongs, so that every memory of it is warm; says which of them opened something. */
export async function warm(secrets: Record<SecretKind, string>): Promise<SecretKind[]> {
  const opened: SecretKind[] = [];
  for (const kind of [...MEMBER_ROLES, 'stranger'] as const) {
    const answer = await request('/api/recruiter/session', carried('member cookie', secrets[kind]));
    if (answer.status === 200) opened.push(kind);
  }
  const answer = await request('/api/candidate/interview', carried('candidate cookie', secrets.candidate));
  if (answer.status === 200) opened.push('candidate');
  return opened;
}

function carried(carrier: Carrier, secret: string): RequestInit {
  return { headers: CARRIERS[carrier](secret) };
}

/** A plan that is told in two answers, for journeys that are about something else than its length. */
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import type { RegionId } from '../../worker/ids.ts';
import { HttpClient } from '../../worker/local/http-client.ts';
import { signInMember } from '../../worker/local/sign-in.ts';
import { MAILBOX_KEY } from '../support/mailbox-key.ts';
import type { Place } from './team.ts';

export const QUESTIONS = [
  'What does the support desk that you lead today look like?',
  'Tell me about a customer who was really angry. What did you do in the first minute?',
] as const;

export const ANSWERS = [
  'I lead nine agents in two shifts, and I take the difficult calls myself.',
  'A pharmacist was shouting because her vaccines had stood on our dock for three hours. I let her finish, named what she had lost, and promised to call her in ten minutes. I called in eight, and the pallet was saved.',
] as const;

export const SHORT_PLAN: Plan = {
  title: 'Customer support lead',
  language: 'en',
  limits: { totalMs: 10 * 60_000, questionMs: 5 * 60_000 },
  patience: 'normal',
  sections: [
    {
      id: 's1',
      title: 'When things go wrong',
      questions: [
        { id: 'q1', text: QUESTIONS[0], kind: 'scripted', followUps: { budget: 0, rules: [] }, evidenceFor: [] },
        { id: 'q2', text: QUESTIONS[1], kind: 'scripted', followUps: { budget: 0, rules: [] }, evidenceFor: ['calm'] },
      ],
    },
  ],
  rubric: {
    criteria: [
      {
        id: 'calm',
        name: 'Calms an upset customer',
        short: 'Calm',
        weight: 100,
        levels: [
          'Argues with the customer, or passes the call on at once.',
          'Apologises in general words and turns to the procedure.',
          'Listens to the end and offers a repair.',
          'Names the customer’s loss before the repair, gives a time and keeps it.',
          'Does so in more than one case, and changes what caused the anger.',
        ],
        indicators: ['shouting', 'let her finish', 'lost', 'promised', 'called'],
      },
    ],
  },
};

export interface Invited {
  link: string;
  email: string;
  name: string;
  region: RegionId;
  role: string;
  interview: string;
  /** The owner of the team, signed in. */
  owner: HttpClient;
  ownerEmail: string;
}

/** A team, its role with the short plan, and one person invited to it. */
export async function anInvitation(
  { url, operatorKey }: Place,
  region: RegionId = 'eu',
  plan: Plan = SHORT_PLAN,
): Promise<Invited> {
  const mark = crypto.randomUUID().slice(0, 8);
  const ownerEmail = `ines.${mark}@northwind.example`;
  const operator = new HttpClient(url, { authorization: `Bearer ${operatorKey}` });
  await operator.call('POST /api/operator/tenants', {
    body: { region, name: 'Northwind Logistics', owner: { name: 'Ines Carvalho', email: ownerEmail } },
  });
  const owner = await signInMember({ url, mailboxKey: MAILBOX_KEY }, region, ownerEmail);
  const { id: role } = await owner.call('POST /api/recruiter/roles', {
    body: { title: 'Customer support lead', location: 'Rotterdam', decisionDays: 5 },
  });
  const params = { role };
  const saved = await owner.call('PUT /api/recruiter/roles/:role/plan', {
    params,
    body: { revision: null, content: plan },
  });
  await owner.call('POST /api/recruiter/roles/:role/plan/publish', { params, body: { revision: saved.revision } });
  const name = 'Noor El-Amrani';
  const email = `noor.${mark}@example.com`;
  const made = await owner.call('POST /api/recruiter/roles/:role/invitations', {
    params,
    body: { name, email, days: 7 },
  });
  return { link: made.link, email, name, region, role, interview: made.interview, owner, ownerEmail };
}

/** Candidates in the room with one team's plan, each on a line of its own, up to where the first answer is awaited. */
import type { Plan } from '../../../worker/domain/plans/plan-shape.ts';
import type { RegionId } from '../../../worker/ids.ts';
import { HttpClient } from '../../../worker/local/http-client.ts';
import { secretOf, signInMember } from '../../../worker/local/sign-in.ts';
import { MAILBOX_KEY } from '../../support/mailbox-key.ts';
import { openVoiceLine, type VoiceLine } from './voice-line.ts';

export interface TalkingRooms {
  /** One more candidate who has begun to talk by voice and is listened to. */
  enter(): Promise<Entered>;
}

export interface Entered {
  line: VoiceLine;
  candidate: HttpClient;
}

interface Place {
  url: string;
  operatorKey: string;
}

const POLL_MS = 50;

export async function talkingRooms({ url, operatorKey }: Place, plan: Plan, region: RegionId): Promise<TalkingRooms> {
  const mark = crypto.randomUUID().slice(0, 8);
  const email = `ines.${mark}@northwind.example`;
  const operator = new HttpClient(url, { authorization: `Bearer ${operatorKey}` });
  await operator.call('POST /api/operator/tenants', {
    body: { region, name: 'Northwind Logistics', owner: { name: 'Ines Carvalho', email } },
  });
  const owner = await signInMember({ url, mailboxKey: MAILBOX_KEY }, region, email);
  const { id: role } = await owner.call('POST /api/recruiter/roles', {
    body: { title: plan.title, location: 'Rotterdam', decisionDays: 5 },
  });
  const params = { role };
  const saved = await owner.call('PUT /api/recruiter/roles/:role/plan', {
    params,
    body: { revision: null, content: plan },
  });
  await owner.call('POST /api/recruiter/roles/:role/plan/publish', { params, body: { revision: saved.revision } });
  let entered = 0;

  return {
    async enter() {
      entered += 1;
      const person = `noor.${mark}.${entered}@example.com`;
      const { link } = await owner.call('POST /api/recruiter/roles/:role/invitations', {
        params,
        body: { name: 'Noor El-Amrani', email: person, days: 7 },
      });
      const candidate = await atTheDoor(url, region, secretOf(link), person, entered);
      const { path } = await candidate.call('POST /api/candidate/socket-ticket');
      const line = await openVoiceLine(url.replace('http', 'ws') + path);
      await begin(line);
      return { line, candidate };
    },
  };
}

/** Each person comes from an address of their own, as they would; one address may only ask so often. */
async function atTheDoor(url: string, region: RegionId, link: string, email: string, n: number): Promise<HttpClient> {
  const client = new HttpClient(url, { 'cf-connecting-ip': `192.0.2.${n % 250}` });
  client.remember([['il-mailbox', MAILBOX_KEY]]);
  await client.call('POST /api/visitor/link', { body: { link } });
  await client.call('POST /api/visitor/link/code', { body: { link } });
  await client.call('POST /api/visitor/link/verify', { body: { link, code: await mailedCode(client, region, email) } });
  const { textVersion } = await client.call('GET /api/candidate/interview');
  const purposes = { interview: true, recording: false, analytics: false };
  await client.call('POST /api/candidate/consents', { body: { purposes, textVersion, language: 'en' } });
  return client;
}

async function mailedCode(client: HttpClient, region: RegionId, email: string): Promise<string> {
  for (;;) {
    const { messages } = await client.call('GET /api/visitor/mailbox', { query: { region } });
    for (const { to, subject, text } of messages) {
      const code = /\b(\d{3}) ?(\d{3})\b/.exec(`${subject}\n${text}`);
      if (to === email && code !== null) return `${code[1]}${code[2]}`;
    }
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

/** Past the opening and the first question. */
async function begin(line: VoiceLine): Promise<void> {
  await line.until(({ phase }) => phase === 'ready');
  await line.act({ type: 'start', mode: 'voice' });
  for (const kind of ['opening', 'question'] as const) {
    const { utterance } = await line.until((view) => view.phase === 'speaking' && view.utterance?.kind === kind);
    await line.act({ type: 'spoken', turn: utterance?.turn ?? '' });
  }
  await line.until(({ phase }) => phase === 'listening');
}

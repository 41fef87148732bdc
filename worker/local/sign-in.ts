/** Signs people in as they would: a code is mailed, read in the embedded mailbox and typed in. */
import type { RegionId } from '../ids.ts';
import { HttpClient } from './http-client.ts';

const POLL_MS = 400;
const PATIENCE_MS = 20_000;

/** A server on this machine whose mail can be read. */
export interface Server {
  url: string;
  mailboxKey: string;
}

/** A client that is signed in as this member. */
export async function signInMember(server: Server, region: RegionId, email: string): Promise<HttpClient> {
  const client = new HttpClient(server.url);
  const mailbox = mailboxOf(server);
  const seen = await codesFor(mailbox, region, email);
  await client.call('POST /api/visitor/sign-in/code', { body: { region, email } });
  const code = await nextCode(mailbox, region, email, seen);
  const outcome = await client.call('POST /api/visitor/sign-in', { body: { region, email, code } });
  const first = outcome.state === 'choose' ? outcome.tenants[0] : undefined;
  if (outcome.state === 'choose' && first !== undefined) {
    await client.call('POST /api/visitor/sign-in/tenant', {
      body: { region, email, proof: outcome.proof, tenant: first.id },
    });
  }
  return client;
}

/** A client that has opened this invitation. */
export async function openLink(server: Server, region: RegionId, link: string, email: string): Promise<HttpClient> {
  const client = new HttpClient(server.url);
  const mailbox = mailboxOf(server);
  await client.call('POST /api/visitor/link', { body: { link } });
  const seen = await codesFor(mailbox, region, email);
  await client.call('POST /api/visitor/link/code', { body: { link } });
  const code = await nextCode(mailbox, region, email, seen);
  await client.call('POST /api/visitor/link/verify', { body: { link, code } });
  return client;
}

/** The secret in an invitation's address, with or without the address around it. */
export function secretOf(link: string): string {
  return link.split(/[/#?=]/).at(-1) ?? link;
}

/** Whoever started the server reads its mail; the people who sign in do not. */
function mailboxOf({ url, mailboxKey }: Server): HttpClient {
  const client = new HttpClient(url);
  client.remember([['il-mailbox', mailboxKey]]);
  return client;
}

async function codesFor(client: HttpClient, region: RegionId, email: string): Promise<{ id: string; code: string }[]> {
  const { messages } = await client.call('GET /api/visitor/mailbox', { query: { region } });
  return messages.flatMap(({ id, to, subject, text }) => {
    const code = /\b\d{3} ?\d{3}\b/.exec(`${subject}\n${text}`)?.[0].replace(' ', '');
    return to === email && code !== undefined ? [{ id, code }] : [];
  });
}

async function nextCode(client: HttpClient, region: RegionId, email: string, seen: { id: string }[]): Promise<string> {
  const known = new Set(seen.map(({ id }) => id));
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const fresh = (await codesFor(client, region, email)).find(({ id }) => !known.has(id));
    if (fresh !== undefined) return fresh.code;
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
  throw new Error(`no code came for ${email}; without the embedded mailbox nobody can be signed in from here`);
}

/** The people of a test: each test makes its own tenant and its own members, and talks to the real app. */
import { env, exports } from 'cloudflare:workers';
import { openMemberSession } from '../../worker/domain/accounts/member-sessions.ts';
import { members } from '../../worker/domain/tables.ts';
import { createTenant } from '../../worker/domain/tenants/tenants.ts';
import type { MemberRole } from '../../worker/domain/vocabulary.ts';
import { type Env, readConfig } from '../../worker/env.ts';
import { makeId, type RegionId } from '../../worker/ids.ts';
import type { Processing } from '../../worker/regions/eligible-rules.ts';
import { openRegion } from '../../worker/regions/open.ts';
import type { Region } from '../../worker/regions/region.ts';

export const ORIGIN = 'http://interloop.test';

/** One request through the whole Worker. */
export async function request(path: string, init: RequestInit & { cookie?: string } = {}): Promise<Response> {
  const { cookie, ...rest } = init;
  const headers = new Headers(rest.headers);
  if (cookie !== undefined) headers.set('cookie', cookie);
  return await exports.default.fetch(new Request(`${ORIGIN}${path}`, { ...rest, headers }));
}

export interface ReadMail {
  id: string;
  to: string;
  subject: string;
  text: string;
}

let networks = 0;

/** A network that no other request of this run came from, so that a test meets no limit but its own. */
export function freshNetwork(): string {
  networks += 1;
  return `2001:db9:${(networks >> 12).toString(16)}:${(networks & 4095).toString(16)}::1`;
}

/** The newest mails of a region, read as whoever started the installation reads them: on its own machine, with the key. */
export async function readMailbox(id: RegionId = 'eu'): Promise<ReadMail[]> {
  const { MAILBOX_KEY } = env as unknown as Env;
  // A test that waits for a mail is not held up by its own asking.
  const headers = { cookie: `il-mailbox=${MAILBOX_KEY}`, 'cf-connecting-ip': freshNetwork() };
  const answer = await exports.default.fetch(
    new Request(`http://localhost/api/visitor/mailbox?region=${id}`, { headers }),
  );
  const { messages } = (await answer.json()) as { messages: ReadMail[] };
  return messages;
}

/** A request with a JSON body. */
export async function send(method: string, path: string, body: unknown, cookie?: string): Promise<Response> {
  return await request(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
    ...(cookie === undefined ? {} : { cookie }),
  });
}

export function region(id: RegionId = 'eu'): Region {
  return openRegion(readConfig(env as unknown as Env), id);
}

export interface Person {
  tenantId: string;
  memberId: string;
  /** The Cookie header that signs this member in. */
  cookie: string;
  get(path: string): Promise<Response>;
  send(method: string, path: string, body?: unknown): Promise<Response>;
}

let made = 0;

/** A fresh tenant in a region, with its owner signed in. */
export async function aTenant(id: RegionId = 'eu', processing: Processing = 'anywhere'): Promise<Person> {
  const at = region(id);
  const address = uniqueAddress('owner');
  const { tenantId, memberId } = await createTenant(
    at,
    { kind: 'operator', name: 'test' },
    { name: 'Harbour Bakery', processing, owner: { name: 'Ines Carvalho', email: address } },
  );
  return await signedIn(at, { tenantId, id: memberId, role: 'owner', name: 'Ines Carvalho', email: address });
}

/** Another member of the same tenant, signed in. */
export async function aMember(of: Person, role: MemberRole, id: RegionId = 'eu'): Promise<Person> {
  const at = region(id);
  const memberId = makeId(id, 'member', at.random(16));
  const email = uniqueAddress(role);
  const name = 'Tomas Lindqvist';
  await at.database.batch({ tenant: of.tenantId }, (db) => [
    db.insert(members).values({ id: memberId, tenantId: of.tenantId, email, name, role }),
  ]);
  return await signedIn(at, { tenantId: of.tenantId, id: memberId, role, name, email });
}

export function uniqueAddress(who: string): string {
  made += 1;
  return `${who}.${made}.${crypto.randomUUID().slice(0, 8)}@example.com`;
}

async function signedIn(
  at: Region,
  member: { tenantId: string; id: string; role: MemberRole; name: string; email: string },
): Promise<Person> {
  const { secret } = await openMemberSession(at, member, 'test');
  const cookie = `__Host-il-member=${secret}`;
  return {
    tenantId: member.tenantId,
    memberId: member.id,
    cookie,
    get: (path) => request(path, { cookie }),
    send: (method, path, body) =>
      body === undefined ? request(path, { method, cookie }) : send(method, path, body, cookie),
  };
}

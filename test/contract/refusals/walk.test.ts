/**
 * Every route × every secret × every cookie and header, cold and warm. A secret counts only in the cookie or header of
 * its own kind, for the roles that the table names, and nowhere else. Made from the route maps: a new route is walked.
 */
import { beforeAll, expect, test } from 'vitest';
import { candidateRoutes } from '../../../worker/audiences/candidate/routes.ts';
import { hookRoutes } from '../../../worker/audiences/hooks/routes.ts';
import { operatorRoutes } from '../../../worker/audiences/operator/routes.ts';
import { recruiterRoutes } from '../../../worker/audiences/recruiter/routes.ts';
import { visitorRoutes } from '../../../worker/audiences/visitor/routes.ts';
import { openMemberSession } from '../../../worker/domain/accounts/member-sessions.ts';
import { MEMBER_ROLES, type MemberRole } from '../../../worker/domain/vocabulary.ts';
import { makeId } from '../../../worker/ids.ts';
import { region, request } from '../../support/story.ts';
import { CARRIERS, type Carrier, everybody, everySecret, type People, type SecretKind, warm } from './every-secret.ts';
import { WHO_MAY } from './who-may.ts';

const carriers = Object.keys(CARRIERS) as Carrier[];
/** A route that ends the session it is called with. */
const ENDS = 'POST /api/recruiter/sign-out';

let people: People;
let secrets: Record<SecretKind, string>;
let fresh: Record<SecretKind, string>;

beforeAll(async () => {
  people = await everybody();
  secrets = await everySecret(people);
  fresh = await everySecret(await everybody());
}, 60_000);

interface Cell {
  kind: SecretKind;
  carrier: Carrier;
  headers: Record<string, string>;
}

/** Every secret in every place but its own, where `own` says which that is. */
function strangers(from: Record<SecretKind, string>, own: (kind: SecretKind, carrier: Carrier) => boolean): Cell[] {
  return (Object.keys(from) as SecretKind[]).flatMap((kind) =>
    carriers
      .filter((carrier) => !own(kind, carrier))
      .map((carrier) => ({ kind, carrier, headers: CARRIERS[carrier](from[kind]) })),
  );
}

/** The ids of the tenant that is attacked, where the path wants one that there is. */
function filled(path: string): string {
  const { interviewId } = people.invited;
  return path
    .replaceAll(/:(id|interview)\b/g, interviewId)
    .replaceAll(':region', 'eu')
    .replaceAll(/:([a-zA-Z]+)/g, (_, name: string) =>
      makeId('eu', name === 'session' ? 'memberSession' : name === 'plan' ? 'plan' : 'role', region().random(16)),
    );
}

let calls = 0;

/** Each call comes from a network of its own, so that no limit answers in the place of a guard. */
async function call(key: string, given: Record<string, string>): Promise<Response> {
  calls += 1;
  const headers = {
    'cf-connecting-ip': `2001:dba:${(calls >> 12).toString(16)}:${(calls & 4095).toString(16)}::1`,
    ...given,
  };
  const [method = 'GET', path = '/'] = key.split(' ');
  const withBody = !['GET', 'HEAD', 'DELETE'].includes(method);
  return await request(filled(path), {
    method,
    headers: withBody ? { 'content-type': 'application/json', ...headers } : headers,
    ...(withBody ? { body: '{}' } : {}),
  });
}

/** The cells that were not refused with this status, as a person reads them. */
async function holes(key: string, cells: Cell[], refused: number): Promise<string[]> {
  const found: string[] = [];
  for (const { kind, carrier, headers } of cells) {
    const answer = await call(key, headers);
    if (answer.status !== refused) found.push(`${kind} in ${carrier}: ${answer.status}`);
    await answer.body?.cancel();
  }
  return found;
}

/** Walks a route with secrets that nobody has used, and with secrets that this isolate has just seen. */
async function walked(key: string, own: (kind: SecretKind, carrier: Carrier) => boolean, refused: number) {
  expect(await holes(key, strangers(fresh, own), refused)).toEqual([]);
  expect(await warm(secrets)).toEqual([...MEMBER_ROLES, 'stranger', 'candidate']);
  expect(await holes(key, strangers(secrets, own), refused)).toEqual([]);
}

const isMember = (kind: SecretKind): boolean => MEMBER_ROLES.some((role) => role === kind) || kind === 'stranger';

test.each(Object.keys(recruiterRoutes))('%s: nothing but a member’s secret in the member’s cookie', async (key) => {
  await walked(key, (kind, carrier) => carrier === 'member cookie' && isMember(kind), 401);
});

test.each(Object.keys(candidateRoutes))(
  '%s: nothing but a candidate’s secret in the candidate’s cookie',
  async (key) => {
    await walked(key, (kind, carrier) => carrier === 'candidate cookie' && kind === 'candidate', 401);
  },
);

test.each(Object.keys(operatorRoutes))('%s: nothing but the operator’s key as a bearer', async (key) => {
  await walked(key, (kind, carrier) => carrier === 'bearer' && kind === 'operator', 404);
});

test('the operator’s key as a bearer opens what the operator may', async () => {
  const answer = await call('POST /api/operator/tenants', CARRIERS.bearer(secrets.operator));
  expect(await answer.json()).toMatchObject({ code: 'invalid_input' });
});

test.each(Object.keys(hookRoutes))('%s: no secret of ours is a provider’s signature', async (key) => {
  await walked(key, () => false, 404);
});

test.each(Object.entries(WHO_MAY))('%s: for %s, and refused to the others', async (key, names) => {
  const told: Partial<Record<MemberRole, string>> = {};
  for (const role of MEMBER_ROLES) {
    const of = people.members[role];
    const member = { id: of.memberId, tenantId: of.tenantId, role, name: 'Tomas', email: 'tomas@example.com' };
    const { secret } = key === ENDS ? await openMemberSession(region(), member, 'test') : { secret: secrets[role] };
    const answer = await call(key, CARRIERS['member cookie'](secret));
    const { code } = answer.status === 403 ? ((await answer.json()) as { code: string }) : { code: '' };
    told[role] = code === 'not_allowed' ? 'refused' : 'may';
    await answer.body?.cancel().catch(() => undefined);
  }
  const may = names.split(' ');
  expect(told).toEqual(Object.fromEntries(MEMBER_ROLES.map((role) => [role, may.includes(role) ? 'may' : 'refused'])));
});

test.each(Object.keys(visitorRoutes))('%s: a secret in a cookie or header changes nothing', async (key) => {
  const plain = await call(key, {});
  const own = (kind: SecretKind, carrier: Carrier) => carrier === 'member cookie' && isMember(kind);
  const text = await plain.text();
  expect(await warm(secrets)).toContain('candidate');
  for (const { kind, carrier, headers } of strangers(secrets, own)) {
    const answer = await call(key, headers);
    expect({ kind, carrier, status: answer.status, text: await answer.text() }).toEqual({
      kind,
      carrier,
      status: plain.status,
      text,
    });
  }
});

test.each(['/ws/interview/:id', '/ws/egress/:id'])('%s: no secret is a ticket', async (path) => {
  for (const [kind, secret] of Object.entries(secrets)) {
    for (const carrier of carriers) {
      const at = `${filled(path)}?ticket=${encodeURIComponent(secret)}`;
      const answer = await request(at, { headers: { upgrade: 'websocket', ...CARRIERS[carrier](secret) } });
      expect([kind, carrier, answer.status]).toEqual([kind, carrier, 404]);
    }
  }
});

test('a candidate’s secret that was used a moment ago reads nothing of the team in the member’s cookie', async () => {
  const { candidate } = secrets;
  expect((await request('/api/candidate/interview', { headers: CARRIERS['candidate cookie'](candidate) })).status).toBe(
    200,
  );
  const answer = await request('/api/recruiter/team', { headers: CARRIERS['member cookie'](candidate) });
  expect(await answer.json()).toMatchObject({ code: 'not_signed_in' });
});

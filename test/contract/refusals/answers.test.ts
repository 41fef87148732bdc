/** Every route refuses whoever has no business there, and says the same for "not yours" as for "not there". */
import { expect, test } from 'vitest';
import { candidateRoutes } from '../../../worker/audiences/candidate/routes.ts';
import { operatorRoutes } from '../../../worker/audiences/operator/routes.ts';
import { recruiterRoutes } from '../../../worker/audiences/recruiter/routes.ts';
import { visitorRoutes } from '../../../worker/audiences/visitor/routes.ts';
import { type IdKind, makeId } from '../../../worker/ids.ts';
import { aTenant, ORIGIN, region, request } from '../../support/story.ts';

const guarded = { ...candidateRoutes, ...recruiterRoutes } as Record<string, unknown>;
const all = [...Object.keys(guarded), ...Object.keys(visitorRoutes), ...Object.keys(operatorRoutes)];

/** Fills `:id` and the like with something well-formed that does not exist. */
function filled(path: string): string {
  return path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => placeholder(name));
}

function placeholder(name: string): string {
  const kinds: Record<string, IdKind> = {
    id: 'interview',
    role: 'role',
    plan: 'plan',
    interview: 'interview',
    session: 'memberSession',
  };
  return makeId('eu', kinds[name] ?? 'interview', region().random(16));
}

async function call(key: string, headers: Record<string, string>): Promise<Response> {
  const [method = 'GET', path = '/'] = key.split(' ');
  const withBody = method !== 'GET' && method !== 'HEAD' && method !== 'DELETE';
  return await request(filled(path), {
    method,
    headers: withBody ? { 'content-type': 'application/json', ...headers } : headers,
    ...(withBody ? { body: '{}' } : {}),
  });
}

test.each(Object.keys(guarded))(
  '%s: without a session, with garbage, and with a session of nobody: not signed in',
  async (key) => {
    const cookie = key.includes('/api/candidate/') ? '__Host-il-candidate' : '__Host-il-member';
    const answers = [
      await call(key, {}),
      await call(key, { cookie: `${cookie}=garbage` }),
      await call(key, { cookie: `${cookie}=eu_${'A'.repeat(43)}` }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({ code: 'not_signed_in' });
    }
  },
);

test.each(Object.keys(candidateRoutes))('%s: a recruiter is not a candidate', async (key) => {
  const owner = await aTenant();
  expect((await call(key, { cookie: owner.cookie })).status).toBe(401);
});

test.each(Object.keys(operatorRoutes))('%s: without the key there is nothing here', async (key) => {
  const nothing = await request('/api/nothing-here');
  const refused = await call(key, { authorization: 'Bearer guess' });
  expect(refused.status).toBe(404);
  expect(await refused.text()).toBe(await nothing.text());
});

test.each(all.filter((key) => !key.startsWith('GET')))('%s: another site cannot send it', async (key) => {
  const answer = await call(key, { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' });
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ code: 'foreign_origin' });
  expect((await call(key, { origin: ORIGIN })).status).not.toBe(403);
});

test.each(Object.keys(recruiterRoutes).filter((key) => key.includes('/:')))(
  '%s: an id of a region that is not the session’s is not there',
  async (key) => {
    const owner = await aTenant('eu');
    const [method = 'GET', path = ''] = key.split(' ');
    const ids = [filled(path), filled(path).replaceAll('eu_', 'in_')];
    const answers = await Promise.all(
      ids.map((at) =>
        request(at, {
          method,
          cookie: owner.cookie,
          ...(method === 'GET' || method === 'DELETE'
            ? {}
            : { body: '{}', headers: { 'content-type': 'application/json' } }),
        }),
      ),
    );
    const [missing, foreign] = answers;
    expect(foreign?.status).toBe(missing?.status);
    expect(await foreign?.text()).toBe(await missing?.text());
  },
);

test('a path without a route is not there, another method of a path is refused with what is allowed', async () => {
  expect((await request('/api/recruiter/nothing')).status).toBe(404);
  const answer = await request('/api/visitor/installation', { method: 'DELETE' });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('GET');
});

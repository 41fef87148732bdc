/**
 * The exact headers of a page, a file, an answer, an error and a refused socket: a header more, a header less or another
 * word in one of them fails here.
 */
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { makeApp } from '../../worker/app.ts';
import { aTenant, freshNetwork, ORIGIN } from '../support/story.ts';

/** Files as the platform serves them: what is not there is a bare 404. */
const FILES: Readonly<Record<string, [type: string, text: string]>> = {
  '/': ['text/html; charset=utf-8', '<!doctype html><title>Interloop</title>'],
  '/icon.svg': ['image/svg+xml', '<svg/>'],
  '/assets/candidate-4c0f.js': ['text/javascript; charset=utf-8', 'export {}'],
};
const ASSETS = {
  async fetch(request: Request): Promise<Response> {
    const found = FILES[new URL(request.url).pathname];
    if (found === undefined) return new Response(null, { status: 404 });
    return new Response(request.method === 'HEAD' ? null : found[1], {
      headers: { 'content-type': found[0], etag: '"1"' },
    });
  },
};
const app = makeApp();
/** Without media servers: a page connects to nothing but its own origin. */
const bindings = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('LIVEKIT_')));
const get = (path: string, init: RequestInit = {}, origin = ORIGIN) => {
  const request = new Request(`${origin}${path}`, init);
  request.headers.set('cf-connecting-ip', freshNetwork());
  return app.fetch(request, { ...bindings, ASSETS });
};

const SECURITY = {
  'content-security-policy': [
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'",
    "media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'",
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types interloop",
    'report-uri /api/visitor/page-reports',
  ].join('; '),
  'permissions-policy': 'microphone=(), camera=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
  'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

/** All headers of an answer but the one that differs each time. */
function headersOf(answer: Response): Record<string, string> {
  const { 'x-request-id': request, ...all } = Object.fromEntries(answer.headers);
  expect(request).toMatch(/^[0-9a-f-]{36}$/);
  return all;
}

const PAGE = { ...SECURITY, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };
const PROBLEM = { ...SECURITY, 'content-type': 'application/problem+json', 'cache-control': 'no-store' };

test('a page', async () => {
  for (const path of ['/', '/regions', '/mailbox', '/sign-in', '/app', '/app/roles/eu_rol_1/plan/preview']) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(headersOf(answer)).toEqual({ ...PAGE, etag: '"1"' });
  }
});

test('the candidate’s page, which alone may use microphone and camera', async () => {
  for (const path of ['/i', '/i/eu_abc']) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(headersOf(answer)).toEqual({
      ...PAGE,
      etag: '"1"',
      'permissions-policy': 'microphone=(self), camera=(self), geolocation=(), payment=(), usb=(), interest-cohort=()',
    });
  }
});

test('an address that leads nowhere has the page of the app, under 404', async () => {
  for (const path of [
    '/no/such/page',
    '/wp-login.php',
    '/.env',
    '/app/nothing',
    '/in',
    '/i/a/b',
    '/appearance',
    '/regions.html',
  ]) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(headersOf(answer)).toEqual(PAGE);
    expect(await answer.text()).toContain('<title>Interloop</title>');
  }
});

test('a file; one with a hash is kept for good only where it exists', async () => {
  expect(headersOf(await get('/icon.svg'))).toEqual({
    ...SECURITY,
    'content-type': 'image/svg+xml',
    'cache-control': 'no-cache',
    etag: '"1"',
  });
  expect(headersOf(await get('/assets/candidate-4c0f.js'))).toEqual({
    ...SECURITY,
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    etag: '"1"',
  });
  const gone = await get('/assets/candidate-0000.js');
  expect(gone.status).toBe(404);
  expect(headersOf(gone)).toEqual(PROBLEM);
});

test('the files for machines name our own address', async () => {
  const kept = { 'cache-control': 'public, max-age=3600' };
  const text = { ...SECURITY, ...kept, 'content-type': 'text/plain; charset=utf-8' };
  const robots = await get('/robots.txt');
  expect(headersOf(robots)).toEqual(text);
  expect(await robots.text()).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
  const sitemap = await get('/sitemap.xml');
  expect(headersOf(sitemap)).toEqual({ ...text, 'content-type': 'application/xml; charset=utf-8' });
  expect(await sitemap.text()).toContain(`<loc>${ORIGIN}/regions</loc>`);
  const security = await get('/.well-known/security.txt');
  expect(headersOf(security)).toEqual(text);
  const lines = await security.text();
  expect(lines).toMatch(/^Contact: mailto:security@interloop\.test$/m);
  const expires = Date.parse(/^Expires: (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/m.exec(lines)?.[1] ?? '');
  const days = (expires - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(170);
  expect(days).toBeLessThan(365);
});

test('an answer', async () => {
  const owner = await aTenant();
  const answer = await get('/api/recruiter/me', { headers: { cookie: owner.cookie } });
  expect(answer.status).toBe(200);
  expect(headersOf(answer)).toEqual({ ...SECURITY, 'content-type': 'application/json', 'cache-control': 'no-store' });
});

test('an error, of whatever kind', async () => {
  const signedOut = await get('/api/recruiter/me');
  expect(signedOut.status).toBe(401);
  expect(headersOf(signedOut)).toEqual({ ...PROBLEM, 'www-authenticate': 'Cookie realm="interloop"' });
  const nothing = await get('/api/nothing');
  expect(nothing.status).toBe(404);
  expect(headersOf(nothing)).toEqual(PROBLEM);
  const method = await get('/api/visitor/installation', { method: 'DELETE' });
  expect(method.status).toBe(405);
  expect(headersOf(method)).toEqual({ ...PROBLEM, allow: 'GET' });
  const foreign = await get('/api/visitor/link', { method: 'POST', headers: { origin: 'https://elsewhere.example' } });
  expect(foreign.status).toBe(403);
  expect(headersOf(foreign)).toEqual(PROBLEM);
  const rebound = await get('/', {}, 'http://rebound.example');
  expect(rebound.status).toBe(421);
  expect(headersOf(rebound)).toEqual(PROBLEM);
});

test('a socket that is refused', async () => {
  const unknown = await get('/ws/interview/eu_itv_2a91p4f2ey8fm813srxyjmcy1g?ticket=x', {
    headers: { upgrade: 'websocket' },
  });
  expect(unknown.status).toBe(404);
  expect(headersOf(unknown)).toEqual(PROBLEM);
  const foreign = await get('/ws/interview/x', {
    headers: { upgrade: 'websocket', origin: 'https://elsewhere.example' },
  });
  expect(foreign.status).toBe(403);
  expect(headersOf(foreign)).toEqual(PROBLEM);
});

test.each(['application/jsonp', 'application/json5', 'application/json+x', 'text/json', 'text/plain', ''])(
  'a body of the type "%s" is not taken for JSON',
  async (type) => {
    const headers = type === '' ? {} : { 'content-type': type };
    const body = new TextEncoder().encode(JSON.stringify({ link: 'x' }));
    const answer = await get('/api/visitor/link', { method: 'POST', body, headers });
    expect(answer.status).toBe(415);
  },
);

test('JSON is known in any spelling of its type', async () => {
  for (const type of ['application/json', 'Application/JSON; charset=UTF-8', 'application/json;charset=utf-8']) {
    const answer = await get('/api/visitor/link', { method: 'POST', body: '{}', headers: { 'content-type': type } });
    expect(answer.status).toBe(422);
  }
});

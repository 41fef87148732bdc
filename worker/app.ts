/** Mounts the audiences; request id, security headers, problems, assets. */
import { Hono } from 'hono';
import { asset } from './assets.ts';
import { candidateRoutes } from './audiences/candidate/routes.ts';
import { interviewSocket } from './audiences/candidate/socket.ts';
import { nameOfCookie } from './audiences/cookies.ts';
import { guardCandidate, guardHook, guardMember, guardOperator, guardVisitor } from './audiences/guard.ts';
import { hookRoutes } from './audiences/hooks/routes.ts';
import { egressSocket } from './audiences/hooks/socket.ts';
import { mount } from './audiences/mount.ts';
import { operatorRoutes } from './audiences/operator/routes.ts';
import { recruiterRoutes } from './audiences/recruiter/routes.ts';
import { exchangedKey } from './audiences/visitor/mailbox-key.ts';
import { visitorRoutes } from './audiences/visitor/routes.ts';
import { callHosts } from './call-hosts.ts';
import { ConfigError, type Env, readConfig } from './env.ts';
import { isOwnHost } from './host-rules.ts';
import { errorFacts, log } from './log.ts';
import { fromOwnOrigin } from './own-origin.ts';
import { PROBLEMS, Problem, type ProblemCode, type ProblemExtra, problemBody } from './problems.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { wellKnown } from './well-known.ts';

type Hosted = { Bindings: Env; Variables: { request: string } };

export function makeApp(): Hono<Hosted> {
  const app = new Hono<Hosted>();

  app.use(async (c, next) => {
    c.set('request', crypto.randomUUID());
    if (!namesUs(c.env, c.req.url)) c.res = problemResponse('foreign_host', {});
    else if (fromOwnOrigin(c.req.raw)) await next();
    else c.res = problemResponse('foreign_origin', {});
    // An upgraded socket's answer is not ours to change.
    if (c.res.status === 101) return;
    const path = new URL(c.req.url).pathname;
    c.res = new Response(c.res.body, c.res);
    setSecurityHeaders(c.res.headers, path, connectable(c.env));
    c.res.headers.set('x-request-id', c.get('request'));
    if (path.startsWith('/api/') && !c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  });

  // Asked for seldom, and no small thing to start with.
  app.get('/api/openapi.json', async (c) => {
    const { openApi } = await import('./audiences/open-api.ts');
    const routes = { ...visitorRoutes, ...candidateRoutes, ...recruiterRoutes, ...operatorRoutes };
    const { origin } = new URL(c.req.url);
    const memberCookie = nameOfCookie(c, 'il-member');
    const candidateCookie = nameOfCookie(c, 'il-candidate');
    return c.json(openApi(routes, { origin, memberCookie, candidateCookie }));
  });
  app.get('/ws/interview/:id', interviewSocket);
  app.get('/ws/egress/:id', egressSocket);
  app.route('/', mount(visitorRoutes, guardVisitor));
  app.route('/', mount(candidateRoutes, guardCandidate));
  app.route('/', mount(recruiterRoutes, guardMember));
  app.route('/', mount(operatorRoutes, guardOperator));
  app.route('/', mount(hookRoutes, guardHook));
  app.all('/api/*', () => {
    throw new Problem('not_found');
  });
  app.all('/ws/*', () => {
    throw new Problem('not_found');
  });
  app.get('*', async (c) => {
    const known = wellKnown(() => readConfig(c.env), c.req.path, Date.now());
    return known ?? (await exchangedKey(c)) ?? (await asset(c.env, c.req.raw));
  });
  app.notFound(() => {
    throw new Problem('not_found');
  });

  app.onError((error, c) => {
    const request = c.get('request');
    if (error instanceof Problem) return problemResponse(error.code, error.extra);
    if (error instanceof ConfigError) {
      log('error', { event: 'config', request, error: error.message });
      return problemResponse('internal', { detail: 'The installation is not configured.' });
    }
    log('error', { event: 'unexpected', request, route: c.req.routePath, ...errorFacts(error) });
    return problemResponse('internal', {});
  });
  return app;
}

/** An installation that is not configured has its pages, and connects to nothing. */
function connectable(env: Env): string[] {
  try {
    return callHosts(readConfig(env));
  } catch {
    return [];
  }
}

/** An installation that is not configured does not know its name; it has nothing to give away either. */
function namesUs(env: Env, url: string): boolean {
  try {
    const { origin, mailboxKey } = readConfig(env);
    return isOwnHost(new URL(url), { origin, local: mailboxKey !== null });
  } catch {
    return true;
  }
}

function problemResponse(code: ProblemCode, extra: ProblemExtra): Response {
  const [status] = PROBLEMS[code];
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (extra.retryAfterS !== undefined) headers.set('retry-after', String(extra.retryAfterS));
  if (code === 'not_signed_in') headers.set('www-authenticate', 'Cookie realm="interloop"');
  if (code === 'method_not_allowed' && extra.detail) headers.set('allow', extra.detail.replace('Allowed: ', ''));
  return new Response(JSON.stringify(problemBody(code, extra)), { status, headers });
}

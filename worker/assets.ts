/**
 * The web app's files and pages. Hashed files that exist are kept for good, pages are asked for again each time, and an
 * address that is neither gets the app's page, which says so, under 404.
 */
import type { Env } from './env.ts';
import { isPage } from './page-rules.ts';
import { Problem } from './problems.ts';

const HASHED = '/assets/';

export async function asset(env: Env, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (isPage(pathname)) return await page(env, request, 200);
  const found = await env.ASSETS.fetch(request);
  const hashed = pathname.startsWith(HASHED);
  const there = found.ok || found.status === 304;
  if (!there && hashed) throw new Problem('not_found');
  if (!there) return await page(env, request, 404);
  const answer = new Response(found.body, found);
  answer.headers.set('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  return answer;
}

/** The one page of the app. Under 404 it is told whole: what a client kept under another address is no answer here. */
async function page(env: Env, request: Request, status: 200 | 404): Promise<Response> {
  const { method, headers } = request;
  const asked = new Request(new URL('/', request.url), status === 200 ? { method, headers } : { method });
  const found = await env.ASSETS.fetch(asked);
  const answer = new Response(found.body, status === 200 ? found : { status, headers: found.headers });
  answer.headers.set('cache-control', 'no-cache');
  if (status === 404) answer.headers.delete('etag');
  return answer;
}

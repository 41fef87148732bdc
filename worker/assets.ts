/** The web app's files. Hashed files are kept for good, pages are asked for again each time. */
import type { Env } from './env.ts';
import { Problem } from './problems.ts';

export async function asset(env: Env, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const hashed = pathname.startsWith('/assets/');
  const found = await env.ASSETS.fetch(request);
  // An unknown path gets the app's page; an unknown hashed file must not.
  if (hashed && (found.headers.get('content-type') ?? '').startsWith('text/html')) throw new Problem('not_found');
  const answer = new Response(found.body, found);
  answer.headers.set('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  return answer;
}

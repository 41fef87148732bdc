/**
 * Hangs a route map on Hono: guard first, then input by schema, the handler, output by schema. A path without a
 * route is `not_found`, a path with another method `method_not_allowed`: nothing is open unless a route says so.
 */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { Config } from '../env.ts';
import { LIMITS } from '../limits.ts';
import { mediaType } from '../media-type-rules.ts';
import { type FieldError, Problem } from '../problems.ts';
import type { Region } from '../regions/region.ts';
import { wellFormedJson } from '../text-rules.ts';
import type { AnyRoute, RouteMap, Schema } from './route.ts';

/** Turns a request into who is asking and the region that is open for them. */
export type Guard<Actor> = (
  c: Context,
  route: AnyRoute<Actor>,
) => Promise<{ actor: Actor; region: Region; config: Config }>;

export function mount<Actor>(routes: RouteMap<Actor>, guard: Guard<Actor>): Hono {
  const app = new Hono();
  const methods = new Map<string, string[]>();
  for (const [key, route] of Object.entries(routes)) {
    const [method = '', path = ''] = key.split(' ');
    methods.set(path, [...(methods.get(path) ?? []), method]);
    app.on(method, path, (c) => answer(c, route, guard));
  }
  for (const [path, allowed] of methods) {
    app.all(path, () => {
      throw new Problem('method_not_allowed', { detail: `Allowed: ${allowed.join(', ')}` });
    });
  }
  return app;
}

async function answer<Actor>(c: Context, route: AnyRoute<Actor>, guard: Guard<Actor>): Promise<Response> {
  const { actor, region, config } = await guard(c, route);
  const params = read(route.params, wellFormedJson(c.req.param()), 'not_found');
  const query = read(route.query, wellFormedJson(c.req.query()), 'invalid_input');
  const body = route.body === undefined ? {} : read(route.body, await jsonBody(c), 'invalid_input');
  const result = await route.handle({
    actor,
    region,
    config,
    params: params as never,
    query: query as never,
    body: body as never,
    c,
  });
  if (result instanceof Response) return result;
  if (route.output === null || route.output === 'binary') return c.body(null, 204);
  return c.json(v.parse(route.output, result) as object, route.status ?? 200);
}

function read(schema: Schema | undefined, input: unknown, code: 'not_found' | 'invalid_input'): unknown {
  if (schema === undefined) return {};
  const parsed = v.safeParse(schema, input, { abortPipeEarly: true });
  if (parsed.success) return parsed.output;
  if (code === 'not_found') throw new Problem('not_found');
  throw new Problem('invalid_input', { fields: parsed.issues.slice(0, 20).map(fieldError) });
}

function fieldError(issue: v.BaseIssue<unknown>): FieldError {
  const path = issue.path?.map((item) => String(item.key).replaceAll('~', '~0').replaceAll('/', '~1')) ?? [];
  return { pointer: ['', ...path].join('/'), detail: issue.message.slice(0, 200) };
}

async function jsonBody(c: Context): Promise<unknown> {
  if (mediaType(c.req.header('content-type')) !== 'application/json')
    throw new Problem('wrong_type', { detail: 'Send application/json.' });
  const bytes = await limitedBody(c.req.raw, LIMITS.http.jsonBytes);
  try {
    // The text door of HTTP: no handler sees a text that was not made well-formed.
    return wellFormedJson(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    throw new Problem('bad_request', { detail: 'The body is not JSON.' });
  }
}

/**
 * Reads a body of at most `limit` bytes; a longer one is refused before it is held whole, and one that trickles is not
 * waited for (invariant I16).
 * @throws Problem too_large, too_slow
 */
export async function limitedBody(request: Pick<Request, 'headers' | 'body'>, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new Problem('too_large');
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Problem('too_slow')), LIMITS.http.answerMs);
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const next = await Promise.race([reader.read(), late.promise]);
      if (next.done) return joined(chunks, size);
      size += next.value.byteLength;
      if (size > limit) throw new Problem('too_large');
      chunks.push(next.value);
    }
  } catch (error) {
    // Not waited for: whoever trickles would hold us here too.
    void reader.cancel().catch(() => {});
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

/** The typed way to the server: `await api('POST /api/recruiter/roles', { body: { title } })`. */
import type { candidateRoutes } from '../../worker/audiences/candidate/routes.ts';
import type { recruiterRoutes } from '../../worker/audiences/recruiter/routes.ts';
import type { Input, Output } from '../../worker/audiences/route.ts';
import type { visitorRoutes } from '../../worker/audiences/visitor/routes.ts';
import type { FieldError, ProblemCode } from '../../worker/problems.ts';

export type Routes = typeof visitorRoutes & typeof candidateRoutes & typeof recruiterRoutes;
export type RouteName = keyof Routes & string;
export type Answer<R extends RouteName> = Output<Routes[R]>;
/** What a route can be asked for in its address. */
export type Query<R extends RouteName> = Input<Routes[R]> extends { query: infer Q } ? Q : never;
type Nothing = Record<never, never>;
/** What may be left out altogether when everything in it may be. */
type Needed<T> = { [K in keyof T as Nothing extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as Nothing extends T[K] ? K : never]?: T[K];
};
type Sent<R extends RouteName> = Needed<Input<Routes[R]>> & { signal?: AbortSignal; headers?: Record<string, string> };
type Args<R extends RouteName> = Nothing extends Sent<R> ? [sent?: Sent<R>] : [sent: Sent<R>];

/** `offline`: no answer came at all, so nothing is known about what the server did. */
export type ApiCode = ProblemCode | 'offline';

export class ApiProblem extends Error {
  readonly code: ApiCode;
  readonly status: number;
  readonly detail: string | undefined;
  readonly fields: readonly FieldError[];
  /** To quote when asking for help. */
  readonly request: string | undefined;
  readonly retryAfterS: number | undefined;

  constructor(code: ApiCode, status: number, body: ProblemBody = {}, retryAfterS?: number) {
    super(code);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.detail = body.detail;
    this.fields = body.fields ?? [];
    this.request = body.request;
    this.retryAfterS = retryAfterS;
  }
}

interface ProblemBody {
  code?: ApiCode;
  detail?: string;
  fields?: readonly FieldError[];
  request?: string;
}

interface Untyped {
  params?: Record<string, string | number>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

/** Answers the route's output; nothing for an empty answer; the Response itself where the route sends a file. */
export async function api<R extends RouteName>(route: R, ...[sent]: Args<R>): Promise<Answer<R>> {
  const { params = {}, query = {}, body, signal, headers = {} }: Untyped = sent ?? {};
  const [method = 'GET', pattern = '/'] = route.split(' ');
  const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const json = body !== undefined;
  const answer = await reach(`${path}${search.size === 0 ? '' : `?${search}`}`, {
    method,
    headers: { accept: 'application/json', ...(json ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(json ? { body: JSON.stringify(body) } : {}),
    ...(signal === undefined ? {} : { signal }),
  });
  // The route map is the contract of both sides; the server checks its own output against the same schema.
  return (await content(answer)) as Answer<R>;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url, { ...init, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem('offline', 0);
  }
  if (answer.ok) return answer;
  const retryAfterS = Number(answer.headers.get('retry-after')) || undefined;
  // Whatever a proxy in between may have answered instead, it is at worst a problem without details.
  const body = (await answer.json().catch(() => ({}))) as ProblemBody;
  throw new ApiProblem(body.code ?? 'internal', answer.status, body, retryAfterS);
}

async function content(answer: Response): Promise<unknown> {
  if (answer.status === 204) return undefined;
  return (answer.headers.get('content-type') ?? '').startsWith('application/json') ? await answer.json() : answer;
}

/** Whatever was thrown, as a problem that can be shown. */
export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem('internal', 0);
}

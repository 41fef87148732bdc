/** The public API for programs: typed by the routes, with one person's cookies; it waits when told to. */
import type { candidateRoutes } from '../audiences/candidate/routes.ts';
import type { operatorRoutes } from '../audiences/operator/routes.ts';
import type { recruiterRoutes } from '../audiences/recruiter/routes.ts';
import type { Input, Output } from '../audiences/route.ts';
import type { visitorRoutes } from '../audiences/visitor/routes.ts';

type Routes = typeof visitorRoutes & typeof candidateRoutes & typeof recruiterRoutes & typeof operatorRoutes;
export type RouteName = keyof Routes & string;
type Nothing = Record<never, never>;
type Needed<T> = { [K in keyof T as Nothing extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as Nothing extends T[K] ? K : never]?: T[K];
};
type Sent<R extends RouteName> = Needed<Input<Routes[R]>> & { headers?: Record<string, string>; bytes?: Uint8Array };
type Args<R extends RouteName> = Nothing extends Sent<R> ? [sent?: Sent<R>] : [sent: Sent<R>];

/** The server refused; `code` is its own word for why. */
export class Refused extends Error {
  readonly code: string;
  constructor(route: string, code: string, detail: string) {
    super(`${route}: ${code}${detail === '' ? '' : ` (${detail})`}`);
    this.code = code;
  }
}

interface Untyped {
  params?: Record<string, string | number>;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  bytes?: Uint8Array;
  headers?: Record<string, string>;
}

/** How often a call is made again after "too many requests" or an answer that never came. */
const TRIES = 5;
const PAUSE_MS = 1000;
/** Longer than this nobody waits: an hourly cap is an answer. */
const PATIENCE_MS = 60_000;

export class HttpClient {
  readonly baseUrl: string;
  readonly #headers: Record<string, string>;
  readonly #tries: number;
  readonly #cookies = new Map<string, string>();

  constructor(baseUrl: string, headers: Record<string, string> = {}, tries = TRIES) {
    this.baseUrl = baseUrl;
    this.#headers = headers;
    this.#tries = tries;
  }

  /** What this person's browser would hold, to go on with later. */
  cookies(): [name: string, value: string][] {
    return [...this.#cookies];
  }

  remember(cookies: [name: string, value: string][]): void {
    for (const [name, value] of cookies) this.#cookies.set(name, value);
  }

  /** @throws Refused */
  async call<R extends RouteName>(route: R, ...[sent]: Args<R>): Promise<Output<Routes[R]>> {
    const { params = {}, query = {}, body, bytes, headers = {} }: Untyped = sent ?? {};
    const [method = 'GET', pattern = '/'] = route.split(' ');
    const url = new URL(
      pattern.replaceAll(/:(\w+)/g, (_, name: string) => String(params[name])),
      this.baseUrl,
    );
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    const init: RequestInit = {
      method,
      headers: {
        accept: 'application/json',
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...this.#headers,
        ...headers,
      },
    };
    if (body !== undefined) init.body = JSON.stringify(body);
    if (bytes !== undefined) init.body = new Uint8Array(bytes);
    return (await this.#answered(route, url, init)) as Output<Routes[R]>;
  }

  async #answered(route: string, url: URL, init: RequestInit): Promise<unknown> {
    for (let tries = 1; ; tries += 1) {
      const answer = await fetch(url, init).catch(() => null);
      if (answer?.ok === true) return await this.#taken(answer);
      const waitMs = Number(answer?.headers.get('retry-after') ?? 0) * 1000 || PAUSE_MS;
      const again = answer === null || (answer.status === 429 && waitMs <= PATIENCE_MS);
      if (!again || tries === this.#tries) {
        const problem = ((await answer?.json().catch(() => ({}))) ?? {}) as { code?: string; detail?: string };
        throw new Refused(
          route,
          problem.code ?? (answer === null ? 'offline' : String(answer.status)),
          problem.detail ?? '',
        );
      }
      await new Promise((done) => setTimeout(done, waitMs));
    }
  }

  async #taken(answer: Response): Promise<unknown> {
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) this.#cookies.set(name, value);
    }
    if (answer.status === 204) return undefined;
    return answer.headers.get('content-type')?.startsWith('application/json') === true ? await answer.json() : answer;
  }
}

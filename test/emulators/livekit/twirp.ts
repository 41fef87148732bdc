/** Twirp's words: how LiveKit's API says no. */
import type { Answer } from '../faults.ts';

const STATUS = {
  bad_route: 404,
  malformed: 400,
  invalid_argument: 400,
  unauthenticated: 401,
  permission_denied: 403,
  not_found: 404,
  failed_precondition: 412,
  resource_exhausted: 429,
  internal: 500,
  unavailable: 503,
} as const;
export type TwirpCode = keyof typeof STATUS;

export function twirpError(code: TwirpCode, msg: string, meta: Record<string, string> = {}): Answer {
  const headers = { 'content-type': 'application/json' };
  return { status: STATUS[code], headers, chunks: [JSON.stringify({ code, msg, meta })] };
}

export function twirpAnswer(body: unknown): Answer {
  return { status: 200, headers: { 'content-type': 'application/json' }, chunks: [JSON.stringify(body)] };
}

/**
 * The only error that leaves the product: a code from this closed table, sent as RFC 9457 problem+json.
 * `not_found` is also the answer for what belongs to somebody else: the two must never differ by a byte.
 */
export const PROBLEMS = {
  bad_request: [400, 'The request could not be read'],
  invalid_input: [422, 'Some of the input is not valid'],
  not_signed_in: [401, 'Sign in to go on'],
  not_allowed: [403, 'Your role does not allow this'],
  not_independent: [403, 'This needs somebody who had no part in what was decided before'],
  foreign_origin: [403, 'This request came from another site'],
  foreign_host: [421, 'This server does not answer under that name'],
  not_found: [404, 'There is nothing here'],
  method_not_allowed: [405, 'This address does not answer that method'],
  too_slow: [408, 'The request took too long to arrive'],
  conflict: [409, 'Somebody changed this before you'],
  part_differs: [409, 'This part was already stored with other content'],
  recording_closed: [409, 'The recording is already sealed'],
  recording_damaged: [409, 'The file of this recording is damaged'],
  plan_in_use: [409, 'This version is in use and cannot change'],
  plan_not_ready: [409, 'The plan is not complete enough to publish'],
  wrong_phase: [409, 'The interview is not at a point where this is possible'],
  card_missing: [409, 'Give your own levels first'],
  already_invited: [409, 'This person already has an open invitation'],
  link_used: [410, 'This link was already used'],
  link_expired: [410, 'This link has expired'],
  link_revoked: [410, 'This link was withdrawn'],
  too_large: [413, 'The request is too large'],
  wrong_type: [415, 'The content type is not accepted'],
  hash_mismatch: [422, 'The content does not match its hash'],
  code_wrong: [422, 'That is not the code'],
  code_spent: [422, 'This code can no longer be used'],
  code_elsewhere: [422, 'A code works in the browser that asked for it'],
  consent_missing: [403, 'This needs a consent that was not given'],
  too_many_requests: [429, 'Too many requests'],
  region_unavailable: [503, 'This region is not set up here'],
  storage_unavailable: [503, 'Storage cannot be reached just now'],
  voice_unavailable: [503, 'No voice can be made just now'],
  mail_unavailable: [503, 'No mail can be sent from this installation'],
  provider_unavailable: [503, 'A service that this needs cannot be reached just now'],
  internal: [500, 'Something failed on our side'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One field that was refused: a JSON pointer into the input, and why. */
export interface FieldError {
  pointer: string;
  detail: string;
}

export interface ProblemExtra {
  detail?: string;
  fields?: FieldError[];
  /** How long to wait before the next try, in seconds. */
  retryAfterS?: number;
}

/** Thrown by the domain; the app turns it into an answer. Never crosses RPC or a socket. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly extra: ProblemExtra;

  constructor(code: ProblemCode, extra: ProblemExtra = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.extra = extra;
  }
}

/** How an outcome crosses RPC, sockets and queues: as a value, since a thrown error loses its class there. */
export type Outcome<T> = ({ ok: true } & T) | { ok: false; code: ProblemCode };

/** The body of an answer with a problem. It holds nothing of the single request, so that two refusals are alike to the byte. */
export function problemBody(code: ProblemCode, extra: ProblemExtra): Record<string, unknown> {
  const [status, title] = PROBLEMS[code];
  return {
    type: `urn:interloop:problem:${code}`,
    code,
    status,
    title,
    ...(extra.detail === undefined ? {} : { detail: extra.detail }),
    ...(extra.fields === undefined ? {} : { fields: extra.fields }),
  };
}

/**
 * What can go wrong with a provider, as a closed set: the session decides by the kind, the operator reads it, and
 * nothing that a person said is in it. Pure.
 */
export const FAULT_KINDS = [
  /** 429: asked too much; comes back by itself. */
  'busy',
  /** The account is used up; does not come back by itself. */
  'quota',
  /** 5xx, no connection. */
  'unavailable',
  /** No answer, or no end of one, in the time that it has. */
  'timeout',
  /** Not what the wire promises: cut JSON, another schema, HTML, nothing. */
  'malformed',
  /** The provider will not answer this. */
  'refused',
  /** 401 or 403: the key is wrong. */
  'wrong-key',
  /** A socket closed in the middle. */
  'closed',
  /** Our request was not understood: a mistake of ours or a changed API. */
  'bad-request',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Names a maker of a provider port, as it stands in reports, meters and logs. */
export type Maker = 'gemini' | 'openai' | 'livekit';

/** Thrown by every maker for whatever went wrong. The message holds no words of a candidate and no key. */
export class ProviderFault extends Error {
  readonly maker: Maker;
  readonly kind: FaultKind;
  /** HTTP status or close code, where there is one. */
  readonly status: number | null;
  /** How long to wait before asking again, when the provider says. */
  readonly retryAfterMs: number | null;

  constructor(maker: Maker, kind: FaultKind, facts: { status?: number; retryAfterMs?: number } = {}) {
    super(`${maker}: ${kind}${facts.status === undefined ? '' : ` (${facts.status})`}`);
    this.name = 'ProviderFault';
    this.maker = maker;
    this.kind = kind;
    this.status = facts.status ?? null;
    this.retryAfterMs = facts.retryAfterMs ?? null;
  }
}

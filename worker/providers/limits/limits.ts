/** The limits port: how often a key may do a thing. */

export interface LimitRule {
  /** How many in one window. */
  limit: number;
  windowMs: number;
  /**
   * `leased`: an isolate takes several at once, so that an ordinary request asks nobody; under load from many
   * isolates the last few of a window may be refused early. `exact`: each one is counted where all are counted.
   */
  count: 'leased' | 'exact';
}

export type LimitOutcome = { ok: true } | { ok: false; retryAfterS: number };

export interface Limits {
  readonly maker: 'embedded' | 'upstash';
  take(key: string, rule: LimitRule): Promise<LimitOutcome>;
  /** How many of a window are left, without taking one. */
  left(key: string, rule: LimitRule): Promise<number>;
  /** Waits for its turn, one every `everyMs`; refuses when that would take longer than `mostMs`. */
  turn(key: string, pace: { everyMs: number; mostMs: number }): Promise<LimitOutcome>;
}

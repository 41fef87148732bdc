/**
 * The codes of many identities in one object of a fixed number, so that addresses that somebody made up bring no
 * objects of their own. Each identity is known by a digest; what is over is forgotten by itself.
 */
import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../worker/env.ts';
import {
  type Asking,
  emptyOtp,
  grant,
  type IssueOutcome,
  isOver,
  issue,
  type OtpState,
  type VerifyOutcome,
  verify,
} from './machine.ts';

const PREFIX = 'otp:';
const SWEEP_AFTER_MS = 3_600_000;

export class OtpChallenge extends DurableObject<Env> {
  /** Takes the digest of a new code; the caller mails the code when it is `issued`. */
  async issue(identity: string, asking: Asking): Promise<IssueOutcome> {
    return await this.step(identity, (state, nowMs) => issue(state, asking, nowMs));
  }

  /** Takes the digest of a secret that this browser may give back once. */
  async grant(identity: string, to: { browser: string; digest: string }): Promise<void> {
    await this.step(identity, (state, nowMs) => ({ state: grant(state, to, nowMs), outcome: undefined }));
  }

  /** Compares the digest of a guess. */
  async verify(identity: string, guess: { browser: string; digest: string }): Promise<VerifyOutcome> {
    return await this.step(identity, (state, nowMs) => verify(state, guess, nowMs));
  }

  override async alarm(): Promise<void> {
    const nowMs = Date.now();
    let left = 0;
    for (const [key, state] of this.ctx.storage.kv.list<OtpState>({ prefix: PREFIX })) {
      if (isOver(state, nowMs)) this.ctx.storage.kv.delete(key);
      else left += 1;
    }
    if (left > 0) await this.ctx.storage.setAlarm(nowMs + SWEEP_AFTER_MS);
    else await this.ctx.storage.deleteAll();
  }

  /** Reading and writing without an await between them: no two calls ever see the same state. */
  private async step<T>(
    identity: string,
    run: (state: OtpState, nowMs: number) => { state: OtpState; outcome: T },
  ): Promise<T> {
    const nowMs = Date.now();
    const before = this.ctx.storage.kv.get<OtpState>(PREFIX + identity) ?? emptyOtp;
    const { state, outcome } = run(before, nowMs);
    // A guess at nothing leaves nothing behind.
    if (state !== before) this.ctx.storage.kv.put(PREFIX + identity, state);
    if (state !== before && (await this.ctx.storage.getAlarm()) === null) {
      await this.ctx.storage.setAlarm(nowMs + SWEEP_AFTER_MS);
    }
    return outcome;
  }
}

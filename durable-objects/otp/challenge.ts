/** One object per identity and purpose: holds the digest of its code, counts tries, and forgets by itself. */
import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../worker/env.ts';
import { emptyOtp, type IssueOutcome, issue, type OtpState, type VerifyOutcome, verify } from './machine.ts';

const KEY = 'otp';
/** Counters by the hour outlive every code; after that nothing is left to remember. */
const FORGET_AFTER_MS = 2 * 3_600_000;

export class OtpChallenge extends DurableObject<Env> {
  /** Takes the digest of a new code; the caller mails the code when it is `issued`. */
  async issue(digest: string): Promise<IssueOutcome> {
    return await this.step((state, nowMs) => issue(state, digest, nowMs));
  }

  /** Compares the digest of a guess. */
  async verify(digest: string): Promise<VerifyOutcome> {
    return await this.step((state, nowMs) => verify(state, digest, nowMs));
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }

  /** Reading and writing without an await between them: no two calls ever see the same state. */
  private async step<T>(run: (state: OtpState, nowMs: number) => { state: OtpState; outcome: T }): Promise<T> {
    const nowMs = Date.now();
    const { state, outcome } = run(this.ctx.storage.kv.get<OtpState>(KEY) ?? emptyOtp, nowMs);
    this.ctx.storage.kv.put(KEY, state);
    await this.ctx.storage.setAlarm(nowMs + FORGET_AFTER_MS);
    return outcome;
  }
}

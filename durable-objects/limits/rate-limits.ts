/**
 * The counter behind the embedded limits: one object per key. Counts live in memory, since a window is shorter than
 * what they protect is worth; an object that was away starts a new window.
 */
import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../worker/env.ts';
import { type Rule, take, type Window } from './window-rules.ts';

/** Windows longer than this are kept on disk, so that an eviction does not refill them. */
const KEPT_FROM_MS = 5 * 60_000;
const KEY = 'window';

export class RateLimits extends DurableObject<Env> {
  private window: Window | undefined;

  async lease(rule: Rule, wanted: number): Promise<{ granted: number; windowEndsAtMs: number; nowMs: number }> {
    const nowMs = Date.now();
    const kept = rule.windowMs >= KEPT_FROM_MS;
    const before = this.window ?? (kept ? this.ctx.storage.kv.get<Window>(KEY) : undefined);
    const { window, granted } = take(before, rule, wanted, nowMs);
    this.window = window;
    if (kept) {
      this.ctx.storage.kv.put(KEY, window);
      await this.ctx.storage.setAlarm(window.endsAtMs);
    }
    return { granted, windowEndsAtMs: window.endsAtMs, nowMs };
  }

  override async alarm(): Promise<void> {
    this.window = undefined;
    await this.ctx.storage.deleteAll();
  }
}

/**
 * The counters behind the embedded limits: many keys in one object of a fixed number, so that invented addresses bring
 * no objects of their own. Counts live in memory, since a window is shorter than what they protect is worth; an object
 * that was away starts a new window. Keys are digests.
 */
import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../worker/env.ts';
import { nextTurn, type Rule, take, type Window } from './window-rules.ts';

/** Windows longer than this are kept on disk, so that an eviction does not refill them. */
const KEPT_FROM_MS = 5 * 60_000;
const PREFIX = 'window:';
/** More than this many in memory, and those that are over are let go. */
const HELD = 5000;

export class RateLimits extends DurableObject<Env> {
  private readonly windows = new Map<string, Window>();
  private readonly turns = new Map<string, number>();

  /** Takes up to `wanted`; with 0 it only says how many are left. */
  async lease(
    key: string,
    rule: Rule,
    wanted: number,
  ): Promise<{ granted: number; left: number; windowEndsAtMs: number; nowMs: number }> {
    const nowMs = Date.now();
    const kept = rule.windowMs >= KEPT_FROM_MS;
    const before = this.windows.get(key) ?? (kept ? this.ctx.storage.kv.get<Window>(PREFIX + key) : undefined);
    const { window, granted } = take(before, rule, wanted, nowMs);
    this.windows.set(key, window);
    if (this.windows.size > HELD) this.letGo(nowMs);
    if (kept && granted > 0) {
      this.ctx.storage.kv.put(PREFIX + key, window);
      if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(window.endsAtMs);
    }
    return { granted, left: rule.limit - window.taken, windowEndsAtMs: window.endsAtMs, nowMs };
  }

  /** How long to wait for one's turn where one comes every so often; null when the queue is longer than `mostMs`. */
  async turn(key: string, everyMs: number, mostMs: number): Promise<number | null> {
    const { waitMs, nextAtMs } = nextTurn(this.turns.get(key), { everyMs, mostMs }, Date.now());
    this.turns.set(key, nextAtMs);
    return waitMs;
  }

  override async alarm(): Promise<void> {
    const nowMs = Date.now();
    this.letGo(nowMs);
    let next = Number.POSITIVE_INFINITY;
    for (const [key, window] of this.ctx.storage.kv.list<Window>({ prefix: PREFIX })) {
      if (window.endsAtMs <= nowMs) this.ctx.storage.kv.delete(key);
      else next = Math.min(next, window.endsAtMs);
    }
    if (Number.isFinite(next)) await this.ctx.storage.setAlarm(next);
    else await this.ctx.storage.deleteAll();
  }

  private letGo(nowMs: number): void {
    for (const [key, window] of this.windows) if (window.endsAtMs <= nowMs) this.windows.delete(key);
  }
}

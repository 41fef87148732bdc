/** Limits counted in a fixed number of Durable Objects, with leases so that an ordinary request costs no call. */
import type { LimitOutcome, Limits } from './limits.ts';

/** What the counting object offers for one key: up to `wanted` of a window's `limit`; `granted` 0 means wait. */
export interface LimitCounter {
  lease(
    rule: { limit: number; windowMs: number },
    wanted: number,
  ): Promise<{ granted: number; left: number; windowEndsAtMs: number; nowMs: number }>;
  turn(everyMs: number, mostMs: number): Promise<number | null>;
}

interface Lease {
  left: number;
  endsAtMs: number;
}

/** A twentieth of the limit at once: few calls, and little is lost when an isolate goes away. */
const LEASE_SHARE = 20;
/** Leases held by one isolate; beyond this the oldest is given up. */
const LEASES_HELD = 2000;

export function embeddedLimits(counter: (key: string) => Promise<LimitCounter>, now: () => number = Date.now): Limits {
  const leases = new Map<string, Lease>();
  return {
    maker: 'embedded',
    async take(key, rule): Promise<LimitOutcome> {
      const held = leases.get(key);
      if (rule.count === 'leased' && held !== undefined && held.left > 0 && held.endsAtMs > now()) {
        held.left -= 1;
        return { ok: true };
      }
      const wanted = rule.count === 'leased' ? Math.max(1, Math.floor(rule.limit / LEASE_SHARE)) : 1;
      const { granted, windowEndsAtMs, nowMs } = await (await counter(key)).lease(
        { limit: rule.limit, windowMs: rule.windowMs },
        wanted,
      );
      if (granted === 0) return { ok: false, retryAfterS: Math.max(1, Math.ceil((windowEndsAtMs - nowMs) / 1000)) };
      if (rule.count === 'leased')
        remember(leases, key, { left: granted - 1, endsAtMs: now() + windowEndsAtMs - nowMs });
      return { ok: true };
    },
    left: async (key, { limit, windowMs }) => (await (await counter(key)).lease({ limit, windowMs }, 0)).left,
    async turn(key, { everyMs, mostMs }): Promise<LimitOutcome> {
      const waitMs = await (await counter(key)).turn(everyMs, mostMs);
      if (waitMs === null) return { ok: false, retryAfterS: Math.ceil(mostMs / 1000) };
      if (waitMs > 0) await new Promise((done) => setTimeout(done, waitMs));
      return { ok: true };
    },
  };
}

function remember(leases: Map<string, Lease>, key: string, lease: Lease): void {
  leases.delete(key);
  leases.set(key, lease);
  if (leases.size <= LEASES_HELD) return;
  const oldest = leases.keys().next();
  if (!oldest.done) leases.delete(oldest.value);
}

/** The counter behind the embedded limits: never more than the window holds, and few calls for ordinary requests. */
import { evictDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { embeddedLimits, type LimitCounter } from '../../worker/providers/limits/embedded.ts';
import { region } from '../support/story.ts';

const MINUTE = 60_000;

test('many at once get no more than the window holds', async () => {
  const key = crypto.randomUUID();
  const rule = { limit: 10, windowMs: MINUTE, count: 'exact' } as const;
  const outcomes = await Promise.all(Array.from({ length: 40 }, () => region().limits.take(key, rule)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(10);
  const [refused] = outcomes.filter((outcome) => !outcome.ok);
  expect(refused).toMatchObject({ ok: false, retryAfterS: expect.any(Number) });
});

test('leased tokens cost one call for many requests, and still add up to the limit', async () => {
  const key = crypto.randomUUID();
  let calls = 0;
  const stub = region().objects.limits('00ff');
  const counted = async (of: string): Promise<LimitCounter> => ({
    lease: async (rule, wanted) => {
      calls += 1;
      return await stub.lease(of, rule, wanted);
    },
    turn: async () => 0,
  });
  const [one, two] = [embeddedLimits(counted), embeddedLimits(counted)];
  const rule = { limit: 100, windowMs: MINUTE, count: 'leased' } as const;
  let granted = 0;
  for (let i = 0; i < 80; i += 1) {
    for (const isolate of [one, two]) if ((await isolate.take(key, rule)).ok) granted += 1;
  }
  expect(granted).toBe(100);
  expect(calls).toBeLessThan(granted);
});

test('a long window survives an eviction', async () => {
  const stub = region().objects.limits('00fe');
  const key = crypto.randomUUID();
  const rule = { limit: 5, windowMs: 60 * MINUTE };
  expect(await stub.lease(key, rule, 5)).toMatchObject({ granted: 5 });
  await evictDurableObject(stub);
  expect(await stub.lease(key, rule, 1)).toMatchObject({ granted: 0 });
});

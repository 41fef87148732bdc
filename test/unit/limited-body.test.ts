/** Bodies of requests: no larger than they may be, and none is waited for without end. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limitedBody } from '../../worker/audiences/mount.ts';
import { LIMITS } from '../../worker/limits.ts';
import { Problem } from '../../worker/problems.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A body that brings one byte a second for ever, and tells when nobody reads it any more. */
function trickling() {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((done) => setTimeout(done, 1000));
      controller.enqueue(new Uint8Array(1));
    },
    cancel() {
      cancelled = true;
    },
  });
  return { request: { headers: new Headers(), body }, cancelled: () => cancelled };
}

async function codeOf(run: Promise<unknown>): Promise<string> {
  return await run.then(
    () => 'read',
    (error: unknown) => (error instanceof Problem ? error.code : 'another error'),
  );
}

test('a body that trickles is given up after thirty seconds', async () => {
  const { request, cancelled } = trickling();
  const outcome = codeOf(limitedBody(request, 1_000_000));
  await vi.advanceTimersByTimeAsync(LIMITS.http.answerMs - 1);
  expect(cancelled()).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await outcome).toBe('too_slow');
  expect(cancelled()).toBe(true);
});

test('a body that never sends a byte is given up too', async () => {
  const body = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) });
  const outcome = codeOf(limitedBody({ headers: new Headers(), body }, 10));
  await vi.advanceTimersByTimeAsync(LIMITS.http.answerMs);
  expect(await outcome).toBe('too_slow');
});

test('a body that comes in time is whole, and one byte too many is refused', async () => {
  const of = (bytes: number[]) => new Request('http://x.test', { method: 'POST', body: new Uint8Array(bytes) });
  expect(await limitedBody(of([1, 2, 3]), 3)).toEqual(new Uint8Array([1, 2, 3]));
  expect(await codeOf(limitedBody(of([1, 2, 3, 4]), 3))).toBe('too_large');
  expect(await limitedBody({ headers: new Headers(), body: null }, 3)).toEqual(new Uint8Array());
  expect(vi.getTimerCount()).toBe(0);
});

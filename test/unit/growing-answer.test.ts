/** An answer that grows line by line ends when whoever asked for it may read it no more. */
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lines } from '../../worker/audiences/lines.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A line each second, until it is stopped; `of.last` is the number of the last one made. */
async function* counting(of: { last: number }, stop: AbortSignal) {
  while (!stop.aborted) {
    await new Promise((done) => setTimeout(done, 1_000));
    of.last += 1;
    yield { step: of.last };
  }
}

/** What has been read after so long, and whether more may come. */
async function readFor(ms: number, stillTheirs: () => Promise<boolean>) {
  const made = { last: 0 };
  const stop = new AbortController();
  const app = new Hono();
  app.get('/', (c) => lines(c, counting(made, stop.signal), { stop, stillTheirs }));
  const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} };
  const answer = await app.request('/', {}, {}, context);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const read = { text: '', over: false };
  const reading = async () => {
    for (;;) {
      const next = await reader?.read();
      if (next === undefined || next.done) break;
      read.text += next.value;
    }
    read.over = true;
  };
  void reading();
  await vi.advanceTimersByTimeAsync(ms);
  return { read: { ...read }, made: made.last, stopped: stop.signal.aborted };
}

test('who may go on reading reads every line as it comes', async () => {
  const { read, stopped } = await readFor(10_500, async () => true);
  expect(read.text.trim().split('\n')).toHaveLength(10);
  expect([read.over, stopped]).toEqual([false, false]);
});

test('who was taken off reads nothing more five seconds later, and the work behind it stops', async () => {
  const from = Date.now();
  const { read, made, stopped } = await readFor(20_000, async () => Date.now() - from < 4_000);
  expect(read.over).toBe(true);
  expect(stopped).toBe(true);
  expect(read.text.trim().split('\n').length).toBeGreaterThanOrEqual(4);
  expect(made).toBeLessThanOrEqual(9);
});

test('a question that cannot be answered just now ends nothing', async () => {
  const { read } = await readFor(5_500, async () => await Promise.reject(new Error('no database')));
  expect(read.over).toBe(false);
  expect(read.text.trim().split('\n')).toHaveLength(5);
});

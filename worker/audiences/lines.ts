/**
 * An answer that grows: one line of JSON for each thing that happens. Whoever goes away, or may read it no more, stops the
 * work behind it.
 */
import type { Context } from 'hono';
import { errorFacts, log } from '../log.ts';

const FAILED = { step: 'failed', code: 'internal' };
const ASKED_EACH_MS = 1_500;

/** `stillTheirs`: asked again and again while it runs; once it says no, nothing more is sent. */
export function lines(
  c: Context,
  steps: AsyncGenerator<object, void, void>,
  { stop, stillTheirs }: { stop: AbortController; stillTheirs: () => Promise<boolean> },
): Response {
  const encoder = new TextEncoder();
  c.req.raw.signal.addEventListener('abort', () => stop.abort());
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (line: object) => {
        if (!stop.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const look = async () => {
        if (stop.signal.aborted || (await stillTheirs().catch(() => true)) || stop.signal.aborted) return;
        stop.abort();
        controller.close();
      };
      const work = async () => {
        const looking = setInterval(() => void look(), ASKED_EACH_MS);
        try {
          for await (const step of steps) send(step);
        } catch (error) {
          log('error', { event: 'unexpected', route: c.req.routePath, ...errorFacts(error) });
          send(FAILED);
        } finally {
          clearInterval(looking);
        }
        if (!stop.signal.aborted) controller.close();
      };
      // What was used is counted also when nobody waits for the answer any more.
      c.executionCtx.waitUntil(work());
    },
    cancel() {
      stop.abort();
    },
  });
  return new Response(body, {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store, no-transform' },
  });
}

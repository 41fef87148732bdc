/** An answer that grows: one line of JSON for each thing that happens. Whoever goes away stops the work behind it. */
import type { Context } from 'hono';
import { errorFacts, log } from '../log.ts';

const FAILED = { step: 'failed', code: 'internal' };

export function lines(c: Context, steps: AsyncGenerator<object, void, void>, stop: AbortController): Response {
  const encoder = new TextEncoder();
  c.req.raw.signal.addEventListener('abort', () => stop.abort());
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (line: object) => {
        if (!stop.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const work = async () => {
        try {
          for await (const step of steps) send(step);
        } catch (error) {
          log('error', { event: 'unexpected', route: c.req.routePath, ...errorFacts(error) });
          send(FAILED);
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

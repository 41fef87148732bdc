/** What providers tell us, signed by them: read as raw bytes, kept under its id, answered, and only then acted on. */
import type { Context } from 'hono';
import type { HookActor } from '../../domain/actors.ts';
import { applyCallEvent, keepCallEvent, readCallEvent } from '../../domain/calls/call-event.ts';
import { LIMITS } from '../../limits.ts';
import { errorFacts, log } from '../../log.ts';
import { Problem } from '../../problems.ts';
import { limitedBody } from '../mount.ts';
import { routesFor } from '../route.ts';

const route = routesFor<HookActor>();

export const hookRoutes = {
  'POST /api/hooks/livekit/:region': route({
    summary: 'What LiveKit tells of a room; the same event again does nothing',
    output: null,
    async handle({ region, actor, c }) {
      const authorization = c.req.header('authorization') ?? '';
      const body = new TextDecoder().decode(await limitedBody(c.req.raw, LIMITS.hooks.bodyBytes));
      const event = authorization === '' ? null : await readCallEvent(region, actor, { body, authorization });
      // Nothing tells a forger how close they came.
      if (event === null) throw new Problem('not_found');
      const call = await keepCallEvent(region, actor, event);
      if (call !== null) afterwards(c, event.kind, applyCallEvent(region, call, event));
      return undefined;
    },
  }),
};

/** What fails here is an extra: the interview goes on without it. */
function afterwards(c: Context, kind: string, work: Promise<void>): void {
  c.executionCtx.waitUntil(
    work.catch((error: unknown) => log('error', { event: 'hook.not-applied', code: kind, ...errorFacts(error) })),
  );
}

/** Routes: the candidate's way into the media room of their interview, and how their line is. */
import * as v from 'valibot';
import type { CandidateActor } from '../../domain/actors.ts';
import { openCall } from '../../domain/calls/open-call.ts';
import { LIMITS } from '../../limits.ts';
import { routesFor } from '../route.ts';

const route = routesFor<CandidateActor>();

/** What is worse than this is no worse for the choice. */
const reported = v.pipe(v.number(), v.minValue(0), v.maxValue(LIMITS.call.reportedMs));

export const callRoutes = {
  'POST /api/candidate/call-pass': route({
    summary: 'A pass of some minutes into the media room; not found where there is none for this interview',
    output: v.object({ url: v.string(), token: v.string() }),
    handle: async ({ region, actor }) => await openCall(region, actor),
  }),
  'POST /api/candidate/call-line': route({
    summary: 'Tell how the line was; says over which one the sound is to come',
    body: v.object({
      roundTripMs: v.nullable(reported),
      stalledMs: reported,
      lossPercent: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
    }),
    output: v.object({ line: v.picklist(['socket', 'call']) }),
    handle: async ({ region, actor, body }) => ({
      line: await region.objects.session(actor.interviewId).lineReport(body, region.origin),
    }),
  }),
};

/** Route: one part of the recording, with its place on the session's clock and its level peaks. */
import * as v from 'valibot';
import type { CandidateActor } from '../../domain/actors.ts';
import { keepPart } from '../../domain/interviews/keep-part.ts';
import { LIMITS } from '../../limits.ts';
import { mediaType } from '../../media-type-rules.ts';
import { Problem } from '../../problems.ts';
import { limitedBody } from '../mount.ts';
import { routesFor } from '../route.ts';

const route = routesFor<CandidateActor>();

const number = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
const headersField = v.object({
  startMs: number,
  durationMs: v.pipe(number, v.maxValue(LIMITS.recording.partMaxMs)),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  peaks: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/), v.maxLength(4096)),
  contentType: v.picklist(['audio/webm', 'audio/mp4']),
});

export const recordingRoutes = {
  'PUT /api/candidate/recording/:segment/:part': route({
    summary: 'Keep one part of the recording; the same part again is the same part',
    params: v.object({
      segment: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/)),
      part: v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)),
    }),
    output: v.object({ stored: v.picklist(['new', 'known']) }),
    async handle({ region, actor, params, c }) {
      const read = v.safeParse(headersField, {
        startMs: c.req.header('x-start-ms'),
        durationMs: c.req.header('x-duration-ms'),
        hash: c.req.header('x-hash'),
        peaks: c.req.header('x-peaks') ?? '',
        contentType: mediaType(c.req.header('content-type')),
      });
      if (!read.success)
        throw new Problem('invalid_input', { detail: 'x-start-ms, x-duration-ms, x-hash or x-peaks is not valid.' });
      const bytes = await limitedBody(c.req.raw, LIMITS.recording.partBytes);
      return await keepPart(region, actor, { ...params, ...read.output, bytes });
    },
  }),
};

/** Route: one part of the recording, with its place on the session's clock and its level peaks. */
import * as v from 'valibot';
import type { CandidateActor } from '../../domain/actors.ts';
import { keepPart } from '../../domain/interviews/keep-part.ts';
import { ownRecording } from '../../domain/recordings/own-recording.ts';
import { LIMITS } from '../../limits.ts';
import { mediaType } from '../../media-type-rules.ts';
import { Problem } from '../../problems.ts';
import { fileAnswer } from '../file-answer.ts';
import { limitedBody } from '../mount.ts';
import { routesFor } from '../route.ts';

const route = routesFor<CandidateActor>();

const number = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
const TYPES = ['audio/webm', 'audio/mp4'] as const;
const headersField = v.object({
  'x-start-ms': number,
  'x-duration-ms': v.pipe(number, v.maxValue(LIMITS.recording.partMaxMs)),
  'x-hash': v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  'x-peaks': v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/), v.maxLength(4096)), ''),
});

export const recordingRoutes = {
  'GET /api/candidate/recording': route({
    summary: 'The candidate’s own recording, once it is sealed: whole or a range',
    output: 'binary',
    bytes: { answers: 'audio/mp4', headers: v.object({ range: v.optional(v.string()) }), inParts: true },
    async handle({ region, actor, c }) {
      const range = c.req.header('range') ?? null;
      const opened = range === null || range.startsWith('bytes=0-');
      return await fileAnswer(region, await ownRecording(region, actor, opened), range);
    },
  }),
  'PUT /api/candidate/recording/:segment/:part': route({
    summary: 'Keep one part of the recording; the same part again is the same part',
    params: v.object({
      segment: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/)),
      part: v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)),
    }),
    output: v.object({ stored: v.picklist(['new', 'known']) }),
    bytes: { sends: TYPES, headers: headersField },
    async handle({ region, actor, params, c }) {
      const sent = Object.fromEntries(Object.keys(headersField.entries).map((name) => [name, c.req.header(name)]));
      const read = v.safeParse(headersField, sent);
      const type = mediaType(c.req.header('content-type'));
      const contentType = TYPES.find((one) => one === type);
      if (!read.success || contentType === undefined)
        throw new Problem('invalid_input', { detail: 'x-start-ms, x-duration-ms, x-hash or x-peaks is not valid.' });
      const { 'x-start-ms': startMs, 'x-duration-ms': durationMs, 'x-hash': hash, 'x-peaks': peaks } = read.output;
      const bytes = await limitedBody(c.req.raw, LIMITS.recording.partBytes);
      return await keepPart(region, actor, { ...params, startMs, durationMs, hash, peaks, contentType, bytes });
    },
  }),
};

/** Routes: the sealed recording of an interview, for the player and as one ordinary file. */
import * as v from 'valibot';
import type { MemberActor } from '../../domain/actors.ts';
import { exportedRecording, openRecording, recordingForPass } from '../../domain/reports/recording.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { idField } from '../fields.ts';
import { fileAnswer } from '../file-answer.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();
const params = v.object({ id: idField('interview') });
const pass = v.object({ pass: v.optional(v.pipe(v.string(), v.maxLength(200))) });

export const recordingRoutes = {
  'GET /api/recruiter/interviews/:id/recording': route({
    summary: 'Open the recording: where its bytes are and how to seek in them; opening it is recorded',
    roles: MEMBER_ROLES,
    params,
    output: v.object({
      url: v.string(),
      peaksUrl: v.string(),
      exportUrl: v.string(),
      mime: v.string(),
      durationMs: v.number(),
      size: v.number(),
      initBytes: v.number(),
      /** [timeMs, offset, length] of each fragment. */
      fragments: v.array(v.tuple([v.number(), v.number(), v.number()])),
      missingParts: v.number(),
    }),
    handle: async ({ region, actor, params: { id } }) => {
      const { recording, pass: given } = await openRecording(region, actor, id);
      const at = `/api/recruiter/interviews/${id}/recording`;
      return {
        url: `${at}/file?pass=${given}`,
        peaksUrl: `${at}/peaks?pass=${given}`,
        exportUrl: `${at}/export`,
        mime: recording.mime,
        durationMs: recording.durationMs,
        size: recording.size,
        initBytes: recording.initBytes,
        fragments: recording.fragments,
        missingParts: recording.missingParts,
      };
    },
  }),
  'GET /api/recruiter/interviews/:id/recording/file': route({
    summary: 'The bytes of the recording, whole or a range',
    roles: MEMBER_ROLES,
    params,
    query: pass,
    output: 'binary',
    bytes: { answers: 'audio/mp4', headers: v.object({ range: v.optional(v.string()) }), inParts: true },
    handle: async ({ region, actor, params: { id }, query, c }) =>
      await fileAnswer(region, await recordingForPass(region, actor, id, query.pass), c.req.header('range') ?? null),
  }),
  'GET /api/recruiter/interviews/:id/recording/peaks': route({
    summary: 'The level of both lanes, two bytes for each twentieth of a second',
    roles: MEMBER_ROLES,
    params,
    query: pass,
    output: 'binary',
    bytes: { answers: 'application/octet-stream' },
    handle: async ({ region, actor, params: { id }, query }) => {
      const recording = await recordingForPass(region, actor, id, query.pass);
      const bytes = Uint8Array.from(atob(recording.peaks), (sign) => sign.charCodeAt(0));
      return new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } });
    },
  }),
  'GET /api/recruiter/interviews/:id/recording/export': route({
    summary: 'The recording as one file that any player opens: Ogg, or MP4 where it was recorded as AAC',
    roles: MEMBER_ROLES,
    params,
    output: 'binary',
    bytes: { answers: 'audio/ogg' },
    handle: async ({ region, actor, params: { id } }) => {
      const { bytes, mime, extension } = await exportedRecording(region, actor, id);
      return new Response(bytes, {
        headers: {
          'content-type': mime,
          'content-disposition': `attachment; filename="${id}.${extension}"`,
        },
      });
    },
  }),
};

/** Routes: the sealed recording of an interview, for the player and as one ordinary file. */
import * as v from 'valibot';
import type { MemberActor } from '../../domain/actors.ts';
import { byteRange } from '../../domain/reports/byte-range-rules.ts';
import { exportedRecording, openRecording, type Recording, recordingForPass } from '../../domain/reports/recording.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import { idField } from '../fields.ts';
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

async function fileAnswer(region: Region, recording: Recording, header: string | null): Promise<Response> {
  const range = byteRange(header, recording.size);
  const headers = new Headers({ 'content-type': 'audio/mp4', 'accept-ranges': 'bytes', etag: `"${recording.hash}"` });
  if (range.kind === 'unsatisfiable') {
    headers.set('content-range', `bytes */${recording.size}`);
    return new Response(null, { status: 416, headers });
  }
  const file = await region.files.get(recording.fileKey, range.kind === 'part' ? range : undefined);
  if (file === null) throw new Problem('storage_unavailable');
  headers.set('content-length', String(range.kind === 'part' ? range.length : recording.size));
  if (range.kind === 'whole') return new Response(file.body, { headers });
  const { offset, length } = range;
  headers.set('content-range', `bytes ${offset}-${offset + length - 1}/${recording.size}`);
  return new Response(file.body, { status: 206, headers });
}

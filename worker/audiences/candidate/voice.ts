/** Route: the sound of a line that is known ahead, as the room plays it. */
import * as v from 'valibot';
import type { CandidateActor } from '../../domain/actors.ts';
import { spokenLine } from '../../domain/voices/spoken-line.ts';
import { routesFor } from '../route.ts';

const route = routesFor<CandidateActor>();

export const voiceRoutes = {
  'GET /api/candidate/voice/:name': route({
    summary: 'The interviewer’s voice saying a known line: `opening`, `ack:0`, `q:<question>`, each from its time on',
    params: v.object({ name: v.pipe(v.string(), v.maxLength(60)) }),
    output: 'binary',
    bytes: { answers: 'application/octet-stream' },
    async handle({ region, actor, params: { name }, c }) {
      const { file, hash } = await spokenLine(region, actor, name);
      const headers = { etag: `"${hash}"`, 'cache-control': 'private, max-age=86400, immutable' };
      if (c.req.header('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
      return new Response(file.slice().buffer, { headers: { ...headers, 'content-type': 'application/octet-stream' } });
    },
  }),
};

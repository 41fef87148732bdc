/** Route: listen in on an interview under way. */
import * as v from 'valibot';
import type { MemberActor } from '../../domain/actors.ts';
import { listenIn } from '../../domain/calls/listen-in.ts';
import { DECIDERS } from '../../domain/decisions/decision-rules.ts';
import { idField } from '../fields.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();

export const listeningRoutes = {
  'POST /api/recruiter/interviews/:id/listen-pass': route({
    summary: 'A pass to listen in, where the candidate agreed to be heard; noted, and shown to the candidate',
    params: v.object({ id: idField('interview') }),
    output: v.object({ url: v.string(), token: v.string() }),
    roles: DECIDERS,
    handle: async ({ region, actor, params: { id } }) => await listenIn(region, actor, id),
  }),
};

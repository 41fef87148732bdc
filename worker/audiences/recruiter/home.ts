/** Route: what needs me now. */
import * as v from 'valibot';
import type { MemberActor } from '../../domain/actors.ts';
import { readHome } from '../../domain/home/home.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { timeField } from '../fields.ts';
import { routesFor } from '../route.ts';
import { liveField, requestKindField, stateField } from './report-fields.ts';

const route = routesFor<MemberActor>();

export const homeRoutes = {
  'GET /api/recruiter/home': route({
    summary: 'What needs a decision or an answer now, and how the last seven days went',
    roles: MEMBER_ROLES,
    output: v.object({
      decisions: v.object({
        total: v.number(),
        rows: v.array(
          v.object({
            id: v.string(),
            state: stateField,
            headline: v.string(),
            dueAt: v.nullable(timeField),
            name: v.string(),
            role: v.object({ id: v.string(), title: v.string() }),
          }),
        ),
      }),
      requests: v.object({
        total: v.number(),
        rows: v.array(
          v.object({
            id: v.string(),
            interviewId: v.string(),
            kind: requestKindField,
            text: v.string(),
            name: v.string(),
            createdAt: timeField,
            dueAt: timeField,
          }),
        ),
      }),
      live: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          questionNumber: v.number(),
          questionCount: v.number(),
          live: liveField,
        }),
      ),
      week: v.object({ invited: v.number(), started: v.number(), finished: v.number(), decided: v.number() }),
      promises: v.object({ of: v.number(), kept: v.number() }),
      ratings: v.object({ answers: v.number(), average: v.nullable(v.number()) }),
      /** Interviews ever; none means that this tenant is at its very beginning. */
      interviews: v.number(),
      members: v.number(),
    }),
    handle: async ({ region, actor }) => await readHome(region, actor),
  }),
};

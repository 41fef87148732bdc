/** Routes: a person's decision, and a person's level. */
import * as v from 'valibot';
import type { MemberActor } from '../../domain/actors.ts';
import { decide } from '../../domain/decisions/decide.ts';
import { DECIDERS } from '../../domain/decisions/decision-rules.ts';
import { overrideLevel } from '../../domain/decisions/override.ts';
import { idField, reasonField } from '../fields.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();
const params = v.object({ id: idField('interview') });
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_000_000_000));

export const decisionRoutes = {
  'POST /api/recruiter/interviews/:id/decisions': route({
    summary: 'Decide about one interview, under your own name and with a reason; the candidate is told',
    params,
    body: v.object({
      kind: v.picklist(['advance', 'hold', 'reject']),
      reason: reasonField,
      /** How many decisions you saw on this interview. */
      seen: count,
      openedForMs: count,
      quotesPlayed: count,
      feedback: v.optional(v.boolean(), true),
    }),
    output: v.object({ number: v.number() }),
    roles: DECIDERS,
    status: 201,
    handle: async ({ region, actor, params: { id }, body }) =>
      await decide(region, actor, { interviewId: id, ...body }),
  }),
  'POST /api/recruiter/interviews/:id/overrides': route({
    summary: 'Put your own level in place of the scorer’s, with a reason; both are kept',
    params,
    body: v.object({
      criterionId: v.pipe(v.string(), v.maxLength(40)),
      level: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
      reason: reasonField,
    }),
    output: null,
    roles: DECIDERS,
    handle: async ({ region, actor, params: { id }, body }) => {
      await overrideLevel(region, actor, { interviewId: id, ...body });
      return undefined;
    },
  }),
};

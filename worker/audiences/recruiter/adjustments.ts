/** Routes: what is arranged for one candidate's interview. */
import * as v from 'valibot';
import type { MemberActor } from '../../domain/actors.ts';
import { adjustmentsSchema } from '../../domain/adjustments/adjustments-shape.ts';
import { grantAdjustments } from '../../domain/adjustments/grant.ts';
import { readAdjustments } from '../../domain/adjustments/read-adjustments.ts';
import { DECIDERS } from '../../domain/decisions/decision-rules.ts';
import { LIMITS } from '../../limits.ts';
import { idField, timeField } from '../fields.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();
const params = v.object({ id: idField('interview') });
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

export const adjustmentRoutes = {
  'GET /api/recruiter/interviews/:id/adjustments': route({
    summary: 'What is arranged for this interview, and what it comes to',
    params,
    output: v.object({
      /** Which arrangement this is; 0 while nothing was ever arranged. */
      number: v.number(),
      adjustments: v.nullable(adjustmentsSchema),
      /** Of the plan as published, and as it is now for this candidate. */
      plan: v.object({ minutes: v.number(), adjustedMinutes: v.number(), language: v.picklist(['en', 'ar', 'hi']) }),
      expiresAt: v.nullable(timeField),
      /** False once the talk is over. */
      open: v.boolean(),
    }),
    roles: DECIDERS,
    handle: async ({ region, actor, params: { id } }) => await readAdjustments(region, actor, id),
  }),
  'PUT /api/recruiter/interviews/:id/adjustments': route({
    summary: 'Arrange time, writing, breaks, language, a later date or a person; carried out at once, and told',
    params,
    body: v.object({
      adjustments: adjustmentsSchema,
      /** The arrangement that you saw; 0 for none. */
      seen: count,
      message: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.text.reason)), ''),
      requestId: v.optional(v.nullable(idField('request')), null),
    }),
    output: v.object({ number: v.number() }),
    roles: DECIDERS,
    handle: async ({ region, actor, params: { id }, body }) =>
      await grantAdjustments(region, actor, { interviewId: id, ...body }),
  }),
};

/** Routes: a person's decision, a person's levels, and a new judgement by the machine. */
import * as v from 'valibot';
import type { MemberActor } from '../../domain/actors.ts';
import { decide } from '../../domain/decisions/decide.ts';
import { DECIDERS, JUDGES } from '../../domain/decisions/decision-rules.ts';
import { overrideLevel } from '../../domain/decisions/override.ts';
import { saveOwnCard } from '../../domain/decisions/own-card.ts';
import { undoDecision } from '../../domain/decisions/undo-decision.ts';
import { scoreAgain } from '../../domain/interviews/score-again.ts';
import { LIMITS } from '../../limits.ts';
import { idField, reasonField } from '../fields.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();
const params = v.object({ id: idField('interview') });
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_000_000_000));

const criterionId = v.pipe(v.string(), v.maxLength(40));
/** Null: not enough evidence. */
const level = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)));

export const decisionRoutes = {
  'POST /api/recruiter/interviews/:id/decisions': route({
    summary: 'Decide about one interview, under your own name and with a reason; the candidate is told',
    params,
    body: v.object({
      kind: v.picklist(['advance', 'hold', 'reject']),
      reason: reasonField,
      /** How many decisions you saw on this interview. */
      seen: count,
      feedback: v.optional(v.boolean(), true),
    }),
    /** `undoUntil`: the letter leaves then, and until then the decision can be taken back; null: it has left. */
    output: v.object({ number: v.number(), undoUntil: v.nullable(v.string()) }),
    roles: DECIDERS,
    status: 201,
    handle: async ({ region, actor, params: { id }, body }) =>
      await decide(region, actor, { interviewId: id, ...body }),
  }),
  'POST /api/recruiter/interviews/:id/decisions/:number/undo': route({
    summary: 'Take a decision back before its letter has left; both stay on record',
    params: v.object({ id: idField('interview'), number: v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.toNumber()) }),
    output: null,
    roles: DECIDERS,
    handle: async ({ region, actor, params: { id, number } }) => {
      await undoDecision(region, actor, { interviewId: id, number });
      return undefined;
    },
  }),
  'POST /api/recruiter/interviews/:id/scoring': route({
    summary: 'Have a finished interview judged again: a new card, beside the earlier ones',
    params,
    output: v.object({ run: v.number() }),
    roles: DECIDERS,
    status: 201,
    handle: async ({ region, actor, params: { id } }) => await scoreAgain(region, actor, { interviewId: id }),
  }),
  'POST /api/recruiter/interviews/:id/cards': route({
    summary: 'Give your own level and reason for every criterion; the scorer’s stay beside them',
    params,
    body: v.object({
      /** The version of your card that you saw; 0 for none. */
      seen: count,
      criteria: v.pipe(
        v.array(v.object({ criterionId, level, reason: reasonField })),
        v.maxLength(LIMITS.plan.criteria),
      ),
    }),
    output: v.object({ version: v.number() }),
    roles: JUDGES,
    status: 201,
    handle: async ({ region, actor, params: { id }, body }) =>
      await saveOwnCard(region, actor, { interviewId: id, ...body }),
  }),
  'POST /api/recruiter/interviews/:id/overrides': route({
    summary: 'Put your own level in place of the scorer’s, with a reason; both are kept',
    params,
    body: v.object({
      criterionId,
      level,
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

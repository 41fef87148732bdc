/** Routes: what candidates asked, and answering it. */
import * as v from 'valibot';
import type { MemberActor } from '../../domain/actors.ts';
import { DECIDERS } from '../../domain/decisions/decision-rules.ts';
import { answerRequest } from '../../domain/requests/answer-request.ts';
import { countWaiting, listRequests } from '../../domain/requests/list-requests.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { idField, reasonField, timeField } from '../fields.ts';
import { routesFor } from '../route.ts';
import { hurdleField, stateField } from './report-fields.ts';

const route = routesFor<MemberActor>();

const requestField = v.object({
  id: v.string(),
  interviewId: v.string(),
  kind: v.picklist(['human', 'adjustment', 'review', 'question']),
  text: v.string(),
  candidate: v.string(),
  role: v.string(),
  roleId: v.string(),
  state: stateField,
  createdAt: timeField,
  dueAt: timeField,
  answer: v.nullable(v.string()),
  answeredBy: v.nullable(v.string()),
  answeredAt: v.nullable(timeField),
  /** Why you cannot answer it: you had a part in what was decided before, or you gave no levels since you were asked. */
  hurdle: hurdleField,
});

export const requestRoutes = {
  'GET /api/recruiter/requests': route({
    summary: 'What candidates ask for: open by due date, and the newest answered',
    roles: MEMBER_ROLES,
    output: v.object({ open: v.array(requestField), closed: v.array(requestField) }),
    handle: async ({ region, actor }) => await listRequests(region, actor),
  }),
  'GET /api/recruiter/waiting': route({
    summary: 'How many requests are open and how many people are in an interview',
    roles: MEMBER_ROLES,
    output: v.object({ requests: v.number(), live: v.number() }),
    handle: async ({ region, actor }) => await countWaiting(region, actor),
  }),
  'POST /api/recruiter/requests/:request/answer': route({
    summary: 'Answer a request; the candidate gets it by mail',
    params: v.object({ request: idField('request') }),
    body: v.object({ answer: reasonField }),
    output: null,
    roles: DECIDERS,
    handle: async ({ region, actor, params, body }) => {
      await answerRequest(region, actor, { requestId: params.request, answer: body.answer });
      return undefined;
    },
  }),
};

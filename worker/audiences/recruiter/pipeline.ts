/** Routes: the people of one role, and who is in an interview now. */
import * as v from 'valibot';
import type { MemberActor } from '../../domain/actors.ts';
import { readPipeline, readPulse } from '../../domain/pipeline/pipeline.ts';
import { PIPELINE_GROUPS, PIPELINE_SORTS } from '../../domain/pipeline/pipeline-rules.ts';
import { searchAll } from '../../domain/pipeline/search-all.ts';
import { readLive, readLiveLines } from '../../domain/reports/live.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { LIMITS } from '../../limits.ts';
import { idField, lineField, numberField, timeField } from '../fields.ts';
import { routesFor } from '../route.ts';
import {
  countsField,
  decisionKindField,
  endReasonField,
  levelField,
  liveField,
  requestKindField,
  stateField,
} from './report-fields.ts';

const route = routesFor<MemberActor>();
const params = v.object({ role: idField('role') });

const rowField = v.object({
  id: v.string(),
  name: v.string(),
  state: stateField,
  group: v.picklist(PIPELINE_GROUPS),
  endReason: endReasonField,
  headline: v.string(),
  questionNumber: v.number(),
  questionCount: v.number(),
  planVersion: v.number(),
  levels: v.nullable(
    v.array(v.object({ criterion: v.string(), level: levelField, changed: v.boolean(), never: v.boolean() })),
  ),
  /** Who reviewed it: the levels are theirs. */
  reviewedBy: v.nullable(v.string()),
  startedAt: v.nullable(timeField),
  endedAt: v.nullable(timeField),
  dueAt: v.nullable(timeField),
  invitation: v.nullable(
    v.object({
      sentAt: timeField,
      openedAt: v.nullable(timeField),
      endsAt: timeField,
      revokedAt: v.nullable(timeField),
    }),
  ),
  decision: v.nullable(v.object({ kind: decisionKindField, by: v.string(), at: timeField })),
  asks: v.nullable(requestKindField),
  fault: v.boolean(),
  live: liveField,
});

const movingField = v.object({ id: v.string(), state: stateField, live: liveField });
const pageSize = v.pipe(numberField, v.integer(), v.minValue(1), v.maxValue(LIMITS.http.pageSize));

export const pipelineRoutes = {
  'GET /api/recruiter/roles/:role/pipeline': route({
    summary: 'One page of the people of a role, by decision due, name or newest',
    roles: MEMBER_ROLES,
    params,
    query: v.object({
      show: v.optional(v.picklist(['all', ...PIPELINE_GROUPS]), 'all'),
      sort: v.optional(v.picklist(PIPELINE_SORTS), 'due'),
      search: v.optional(v.pipe(lineField, v.maxLength(LIMITS.text.name)), ''),
      /** `next` of the page before. */
      after: v.optional(v.pipe(v.string(), v.maxLength(2000))),
      limit: v.optional(pageSize, '50'),
    }),
    output: v.object({
      role: v.object({
        id: v.string(),
        title: v.string(),
        location: v.string(),
        decisionDays: v.number(),
        archivedAt: v.nullable(timeField),
        blind: v.boolean(),
      }),
      planVersion: v.nullable(v.number()),
      criteria: v.array(v.object({ id: v.string(), name: v.string(), short: v.string() })),
      counts: countsField,
      rows: v.array(rowField),
      next: v.nullable(v.string()),
    }),
    handle: async ({ region, actor, params: { role }, query }) =>
      await readPipeline(region, actor, { roleId: role, ...query, after: query.after ?? null }),
  }),
  'GET /api/recruiter/roles/:role/pulse': route({
    summary: 'What moves in a role right now: states and lines, no names',
    byItself: true,
    roles: MEMBER_ROLES,
    params,
    output: v.object({
      counts: countsField,
      moving: v.array(movingField),
    }),
    handle: async ({ region, actor, params: { role } }) => await readPulse(region, actor, role),
  }),
  'GET /api/recruiter/search': route({
    summary: 'People of all roles by name, address, role or the words of their line',
    roles: MEMBER_ROLES,
    query: v.object({ words: v.pipe(lineField, v.minLength(1, 'empty'), v.maxLength(LIMITS.text.name)) }),
    output: v.object({
      people: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          state: stateField,
          role: v.object({ id: v.string(), title: v.string() }),
        }),
      ),
    }),
    handle: async ({ region, actor, query }) => await searchAll(region, actor, query.words),
  }),
  'GET /api/recruiter/live': route({
    summary: 'Who is in an interview, being sealed or scored, over all roles',
    roles: MEMBER_ROLES,
    output: v.object({
      people: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          state: stateField,
          role: v.object({ id: v.string(), title: v.string() }),
          questionNumber: v.number(),
          questionCount: v.number(),
          startedAt: v.nullable(timeField),
          endedAt: v.nullable(timeField),
          live: liveField,
          /** Whether you can listen in. */
          listen: v.boolean(),
        }),
      ),
    }),
    handle: async ({ region, actor }) => await readLive(region, actor),
  }),
  'GET /api/recruiter/live/lines': route({
    summary: 'The same without names, to ask again and again',
    byItself: true,
    roles: MEMBER_ROLES,
    output: v.object({ moving: v.array(v.object({ ...movingField.entries, listen: v.boolean() })) }),
    handle: async ({ region, actor }) => await readLiveLines(region, actor),
  }),
};

/** Routes: how groups of candidates fared, as counts that show no one person; and by what it is measured. */
import * as v from 'valibot';
import type { MemberActor } from '../../domain/actors.ts';
import { impactCsv } from '../../domain/fairness/impact-csv-rules.ts';
import { QUESTION_IDS } from '../../domain/fairness/questions-rules.ts';
import { readFairness, readImpact, setFairness } from '../../domain/fairness/read-impact.ts';
import { LIMITS } from '../../limits.ts';
import { idField } from '../fields.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();

/** Those who answer for the company, and whoever checks it; not those who decide from day to day. */
const READERS = ['owner', 'admin', 'auditor'] as const;
const params = v.object({ role: idField('role') });

const groupField = v.object({
  answer: v.string(),
  shown: v.nullable(
    v.object({
      of: v.number(),
      chosen: v.number(),
      rate: v.number(),
      ratio: v.nullable(v.number()),
      chance: v.nullable(v.number()),
      highest: v.boolean(),
      below: v.boolean(),
      few: v.boolean(),
    }),
  ),
});
const settingsField = v.object({
  asks: v.boolean(),
  percent: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(LIMITS.fairness.percentMin),
    v.maxValue(LIMITS.fairness.percentMax),
  ),
  level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
});

export const fairnessRoutes = {
  'GET /api/recruiter/fairness': route({
    summary: 'Whether candidates are asked who they are, and by what differences are measured',
    roles: READERS,
    output: v.object({
      ...settingsField.entries,
      /** Groups of fewer people are never shown. */
      least: v.number(),
      roles: v.array(v.object({ id: v.string(), title: v.string() })),
    }),
    handle: async ({ region, actor }) => ({
      ...(await readFairness(region, actor)),
      least: LIMITS.fairness.least,
    }),
  }),
  'PUT /api/recruiter/fairness': route({
    summary: 'Change whether candidates are asked, and by what differences are measured',
    roles: ['owner', 'admin'],
    body: settingsField,
    output: null,
    async handle({ region, actor, body }) {
      await setFairness(region, actor, body);
      return undefined;
    },
  }),
  'GET /api/recruiter/roles/:role/fairness': route({
    summary: 'Selection and scoring by group in one role, with small groups held back',
    params,
    roles: READERS,
    output: v.object({
      measured: v.array(
        v.object({
          question: v.picklist(QUESTION_IDS),
          selection: v.array(groupField),
          scoring: v.array(groupField),
        }),
      ),
    }),
    handle: async ({ region, actor, params: { role } }) => ({ measured: await readImpact(region, actor, role) }),
  }),
  'GET /api/recruiter/roles/:role/fairness.csv': route({
    summary: 'The same, for a spreadsheet',
    params,
    roles: READERS,
    output: 'binary',
    bytes: { answers: 'text/csv' },
    handle: async ({ region, actor, params: { role } }) =>
      new Response(impactCsv(await readImpact(region, actor, role)), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="fairness.csv"',
          'cache-control': 'no-store',
        },
      }),
  }),
};

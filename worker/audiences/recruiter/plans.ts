/** Routes: the interview plan of a role. */
import * as v from 'valibot';
import { EDITORS } from '../../domain/accounts/team-rules.ts';
import type { MemberActor } from '../../domain/actors.ts';
import { DIFFERING } from '../../domain/plans/diff-rules.ts';
import { draftSchema } from '../../domain/plans/draft-shape.ts';
import { draftLive } from '../../domain/plans/drafting/draft-live.ts';
import { dropOwnTemplate, listOwnTemplates, saveOwnTemplate } from '../../domain/plans/own-templates.ts';
import { TRAITS } from '../../domain/plans/private-rules.ts';
import { publishPlan } from '../../domain/plans/publish-plan.ts';
import { GAPS } from '../../domain/plans/publish-rules.ts';
import { readDifferences, readPlan } from '../../domain/plans/read-plan.ts';
import {
  draftFromDescription,
  draftFromOwnTemplate,
  draftFromTemplate,
  savePlan,
} from '../../domain/plans/save-plan.ts';
import { TEMPLATE_GROUPS, TEMPLATE_IDS } from '../../domain/plans/templates/template-shape.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { LIMITS } from '../../limits.ts';
import { idField, timeField, titleField } from '../fields.ts';
import { holdsMemberSession } from '../guard.ts';
import { lines } from '../lines.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();
const params = v.object({ role: idField('role') });

const seenField = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)));
const draftFacts = {
  id: v.string(),
  version: v.number(),
  revision: v.number(),
  madeBy: v.picklist(['rules', 'template', 'hand', 'model']),
  updatedAt: timeField,
  gaps: v.array(v.object({ code: v.picklist(GAPS), pointer: v.string() })),
  privateQuestions: v.array(v.object({ trait: v.picklist(TRAITS), pointer: v.string() })),
};
const descriptionField = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'empty'),
  v.maxLength(LIMITS.text.jobDescription, 'too long'),
);
const draftField = v.object({ ...draftFacts, content: draftSchema });

export const planRoutes = {
  'GET /api/recruiter/roles/:role/plan': route({
    summary: 'The plan of a role: job description, draft, and the version that holds now',
    roles: MEMBER_ROLES,
    params,
    output: v.object({
      role: v.object({ id: v.string(), title: v.string(), archivedAt: v.nullable(timeField) }),
      description: v.string(),
      draft: v.nullable(draftField),
      published: v.nullable(
        v.object({
          id: v.string(),
          version: v.number(),
          content: draftSchema,
          publishedAt: timeField,
          publishedBy: v.string(),
          interviews: v.object({ all: v.number(), finished: v.number() }),
        }),
      ),
    }),
    handle: async ({ region, actor, params: { role } }) => await readPlan(region, actor, role),
  }),
  'PUT /api/recruiter/roles/:role/plan': route({
    summary: 'Save the draft; names the revision that was seen',
    params,
    body: v.object({ revision: seenField, content: draftSchema }),
    output: v.object(draftFacts),
    roles: EDITORS,
    handle: async ({ region, actor, params: { role }, body }) =>
      await savePlan(region, actor, { roleId: role, ...body }),
  }),
  'POST /api/recruiter/roles/:role/plan/draft': route({
    summary: 'Draft anew by rules from a job description, or from a template',
    params,
    body: v.variant('from', [
      v.object({
        from: v.literal('description'),
        revision: seenField,
        description: descriptionField,
      }),
      v.object({ from: v.literal('template'), revision: seenField, template: v.picklist(TEMPLATE_IDS) }),
      v.object({ from: v.literal('own-template'), revision: seenField, template: idField('template') }),
    ]),
    output: draftField,
    roles: EDITORS,
    handle: async ({ region, actor, params: { role }, body }) =>
      body.from === 'description'
        ? await draftFromDescription(region, actor, { roleId: role, ...body })
        : body.from === 'template'
          ? await draftFromTemplate(region, actor, { roleId: role, ...body })
          : await draftFromOwnTemplate(region, actor, { roleId: role, ...body }),
  }),
  'POST /api/recruiter/roles/:role/plan/drafting': route({
    summary: 'Draft anew from a job description, by a model where there is one; each step is a line of JSON',
    params,
    body: v.object({ revision: seenField, description: descriptionField }),
    output: 'binary',
    bytes: { answers: 'application/x-ndjson' },
    roles: EDITORS,
    handle: async ({ region, actor, params: { role }, body, c }) => {
      const stop = new AbortController();
      return lines(c, await draftLive(region, actor, { roleId: role, ...body }, stop.signal), {
        stop,
        stillTheirs: async () => await holdsMemberSession(c),
      });
    },
  }),
  'POST /api/recruiter/roles/:role/plan/publish': route({
    summary: 'Publish the draft; from then on it is as it is',
    params,
    body: v.object({
      revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
      privateSeen: v.optional(v.boolean(), false),
    }),
    output: v.object({ id: v.string(), version: v.number() }),
    roles: EDITORS,
    handle: async ({ region, actor, params: { role }, body }) =>
      await publishPlan(region, actor, { roleId: role, ...body }),
  }),
  'GET /api/recruiter/roles/:role/plan/differences': route({
    summary: 'What the draft changes in the version that holds now',
    roles: MEMBER_ROLES,
    params,
    output: v.object({
      from: v.nullable(v.number()),
      to: v.nullable(v.number()),
      differences: v.array(
        v.object({
          what: v.picklist(DIFFERING),
          how: v.picklist(['added', 'removed', 'changed']),
          name: v.string(),
          before: v.nullable(v.string()),
          after: v.nullable(v.string()),
        }),
      ),
    }),
    handle: async ({ region, actor, params: { role } }) => await readDifferences(region, actor, role),
  }),
  'GET /api/recruiter/own-templates': route({
    summary: 'Plans that the tenant keeps to begin others with',
    roles: MEMBER_ROLES,
    output: v.object({
      templates: v.array(
        v.object({
          id: v.string(),
          title: v.string(),
          criteria: v.array(v.string()),
          questions: v.number(),
          createdAt: timeField,
        }),
      ),
    }),
    handle: async ({ region, actor }) => ({ templates: await listOwnTemplates(region, actor) }),
  }),
  'POST /api/recruiter/roles/:role/own-template': route({
    summary: 'Keep a role’s newest plan as a template',
    params,
    body: v.object({ title: titleField }),
    output: v.object({ id: v.string() }),
    roles: EDITORS,
    status: 201,
    handle: async ({ region, actor, params: { role }, body }) =>
      await saveOwnTemplate(region, actor, { roleId: role, ...body }),
  }),
  'DELETE /api/recruiter/own-templates/:template': route({
    summary: 'Drop a template; plans that began with it stay',
    params: v.object({ template: idField('template') }),
    output: null,
    roles: EDITORS,
    handle: async ({ region, actor, params: { template } }) => {
      await dropOwnTemplate(region, actor, template);
      return undefined;
    },
  }),
  'GET /api/recruiter/plan-templates': route({
    summary: 'Plans to begin with',
    roles: MEMBER_ROLES,
    output: v.object({
      templates: v.array(
        v.object({
          id: v.picklist(TEMPLATE_IDS),
          group: v.picklist(TEMPLATE_GROUPS),
          title: v.string(),
          about: v.string(),
          criteria: v.array(v.string()),
          questions: v.number(),
        }),
      ),
    }),
    // Asked for seldom, and no small thing to start with.
    async handle() {
      const { listTemplates } = await import('../../domain/plans/template-rules.ts');
      return { templates: listTemplates() };
    },
  }),
};

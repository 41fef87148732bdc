/** Routes: the roles that the tenant hires for. */
import * as v from 'valibot';
import { EDITORS } from '../../domain/accounts/team-rules.ts';
import type { MemberActor } from '../../domain/actors.ts';
import { changeRole, createRole, listRoles, readRole } from '../../domain/roles/roles.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { LIMITS } from '../../limits.ts';
import { idField, lineField, timeField, titleField } from '../fields.ts';
import { routesFor } from '../route.ts';
import { countsField } from './report-fields.ts';

const route = routesFor<MemberActor>();
const params = v.object({ role: idField('role') });

const locationField = v.pipe(lineField, v.maxLength(LIMITS.text.title));
/** Working days. */
const daysField = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.role.decisionDaysMax));
const toldField = {
  id: v.string(),
  title: v.string(),
  location: v.string(),
  decisionDays: v.number(),
  /** Names stay hidden from a member until that member has judged. */
  blind: v.boolean(),
  createdAt: timeField,
  archivedAt: v.nullable(timeField),
  planVersion: v.nullable(v.number()),
  draftVersion: v.nullable(v.number()),
};

export const roleRoutes = {
  'GET /api/recruiter/roles': route({
    summary: 'All roles with their plans and how their people stand',
    roles: MEMBER_ROLES,
    output: v.object({
      roles: v.array(
        v.object({
          ...toldField,
          counts: countsField,
        }),
      ),
    }),
    handle: async ({ region, actor }) => ({ roles: await listRoles(region, actor) }),
  }),
  'POST /api/recruiter/roles': route({
    summary: 'Make a role',
    body: v.object({
      title: titleField,
      location: v.optional(locationField, ''),
      decisionDays: v.optional(daysField, 5),
    }),
    output: v.object({ id: v.string() }),
    roles: EDITORS,
    status: 201,
    handle: async ({ region, actor, body }) => await createRole(region, actor, body),
  }),
  'GET /api/recruiter/roles/:role': route({
    summary: 'One role',
    roles: MEMBER_ROLES,
    params,
    output: v.object(toldField),
    handle: async ({ region, actor, params: { role } }) => await readRole(region, actor, role),
  }),
  'PATCH /api/recruiter/roles/:role': route({
    summary: 'Change a role, close it or open it again',
    params,
    body: v.object({
      title: v.optional(titleField),
      location: v.optional(locationField),
      decisionDays: v.optional(daysField),
      blind: v.optional(v.boolean()),
      archived: v.optional(v.boolean()),
    }),
    output: null,
    roles: EDITORS,
    handle: async ({ region, actor, params: { role }, body }) => {
      await changeRole(region, actor, { roleId: role, ...body });
      return undefined;
    },
  }),
};

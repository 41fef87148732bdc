/** Routes: the roles that the tenant hires for. */
import * as v from 'valibot';
import { EDITORS } from '../../domain/accounts/team-rules.ts';
import type { MemberActor } from '../../domain/actors.ts';
import { copyRole } from '../../domain/roles/copy-role.ts';
import { changeRoleTeam, readRoleTeam } from '../../domain/roles/role-team.ts';
import { changeRole, createRole, listRoles, readRole } from '../../domain/roles/roles.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { LIMITS } from '../../limits.ts';
import { idField, lineField, memberRoleField, timeField, titleField } from '../fields.ts';
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
  'POST /api/recruiter/roles/:role/copy': route({
    summary: 'Make a role like another: its plan, its words, its team, none of its people',
    params,
    body: v.object({ title: titleField }),
    output: v.object({ id: v.string() }),
    roles: EDITORS,
    status: 201,
    handle: async ({ region, actor, params: { role }, body }) =>
      await copyRole(region, actor, { roleId: role, ...body }),
  }),
  'GET /api/recruiter/roles/:role/team': route({
    summary: 'Who may see a role',
    roles: MEMBER_ROLES,
    params,
    output: v.object({
      teamOnly: v.boolean(),
      members: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          role: memberRoleField,
          /** Owners and admins see every role. */
          always: v.boolean(),
          sees: v.boolean(),
        }),
      ),
    }),
    handle: async ({ region, actor, params: { role } }) => await readRoleTeam(region, actor, role),
  }),
  'PUT /api/recruiter/roles/:role/team': route({
    summary: 'Open a role to everybody, or to its own team',
    params,
    body: v.object({
      teamOnly: v.boolean(),
      members: v.pipe(v.array(idField('member')), v.maxLength(LIMITS.role.teamMax)),
    }),
    output: null,
    roles: EDITORS,
    handle: async ({ region, actor, params: { role }, body }) => {
      await changeRoleTeam(region, actor, { roleId: role, ...body });
      return undefined;
    },
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

/** Routes: the people of the tenant. */
import * as v from 'valibot';
import { addMember, changeMember, listTeam } from '../../domain/accounts/team.ts';
import { TEAM_KEEPERS } from '../../domain/accounts/team-rules.ts';
import type { MemberActor } from '../../domain/actors.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { emailField, idField, memberRoleField, nameField, timeField } from '../fields.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();

export const teamRoutes = {
  'GET /api/recruiter/team': route({
    summary: 'The members of the tenant',
    roles: MEMBER_ROLES,
    output: v.object({
      members: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          email: v.string(),
          role: memberRoleField,
          createdAt: timeField,
          disabledAt: v.nullable(timeField),
        }),
      ),
    }),
    handle: async ({ region, actor }) => ({ members: await listTeam(region, actor) }),
  }),
  'POST /api/recruiter/team': route({
    summary: 'Add a member; they get a mail that says where to sign in',
    body: v.object({ name: nameField, email: emailField, role: memberRoleField }),
    output: v.object({ id: v.string() }),
    roles: TEAM_KEEPERS,
    status: 201,
    handle: async ({ region, actor, body }) => await addMember(region, actor, body),
  }),
  'PATCH /api/recruiter/team/:member': route({
    summary: 'Change what a member may do, or take them off the team',
    params: v.object({ member: idField('member') }),
    body: v.object({ role: v.optional(memberRoleField), active: v.optional(v.boolean()) }),
    output: null,
    roles: TEAM_KEEPERS,
    handle: async ({ region, actor, params, body }) => {
      await changeMember(region, actor, { memberId: params.member, ...body });
      return undefined;
    },
  }),
};

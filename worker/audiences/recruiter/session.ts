/** Routes: who is signed in, on which devices, and signing out. */
import * as v from 'valibot';
import { readMe } from '../../domain/accounts/me.ts';
import { listMemberSessions, revokeMemberSession } from '../../domain/accounts/member-sessions.ts';
import type { MemberActor } from '../../domain/actors.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { REGIONS } from '../../regions/regions.ts';
import { forgetActor } from '../actor-memory.ts';
import { dropCookie, readCookie } from '../cookies.ts';
import { idField, memberRoleField, regionField, timeField } from '../fields.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();

export const sessionRoutes = {
  'GET /api/recruiter/me': route({
    summary: 'Who is signed in, and where their tenant rests',
    roles: MEMBER_ROLES,
    output: v.object({
      member: v.object({ id: v.string(), name: v.string(), email: v.string(), role: memberRoleField }),
      tenant: v.object({
        id: v.string(),
        name: v.string(),
        createdAt: timeField,
        /** Whose working week counts, and where its days begin and end. */
        country: v.string(),
        zone: v.string(),
      }),
      region: v.object({ id: regionField, name: v.string(), kept: v.picklist(['guarantee', 'hint']) }),
      session: v.string(),
    }),
    handle: async ({ region, actor }) => ({
      ...(await readMe(region, actor)),
      region: { id: region.id, name: REGIONS[region.id].name, kept: region.kept },
    }),
  }),
  'GET /api/recruiter/session': route({
    summary: 'Whose session this is, without reading anything else',
    byItself: true,
    roles: MEMBER_ROLES,
    output: v.object({ session: v.string(), member: v.string(), role: memberRoleField, region: regionField }),
    handle: async ({ region, actor }) => ({
      session: actor.sessionId,
      member: actor.memberId,
      role: actor.role,
      region: region.id,
    }),
  }),
  'POST /api/recruiter/sign-out': route({
    summary: 'End this session',
    roles: MEMBER_ROLES,
    output: null,
    handle: async ({ region, actor, c }) => {
      await revokeMemberSession(region, actor, actor.sessionId);
      forgetActor('member', readCookie(c, 'il-member') ?? '');
      dropCookie(c, 'il-member');
      // Only what was shown is cleared: storage and other cookies of this origin may hold a candidate's unsent answers.
      c.header('Clear-Site-Data', '"cache"');
      return undefined;
    },
  }),
  'GET /api/recruiter/sessions': route({
    summary: 'The devices on which this member is signed in',
    roles: MEMBER_ROLES,
    output: v.object({
      sessions: v.array(
        v.object({
          id: v.string(),
          device: v.string(),
          createdAt: timeField,
          seenAt: timeField,
          expiresAt: timeField,
          current: v.boolean(),
        }),
      ),
    }),
    handle: async ({ region, actor }) => ({
      sessions: (await listMemberSessions(region, actor)).map((one) => ({
        id: one.id,
        device: one.device,
        createdAt: one.createdAt.toISOString(),
        seenAt: one.seenAt.toISOString(),
        expiresAt: one.expiresAt.toISOString(),
        current: one.id === actor.sessionId,
      })),
    }),
  }),
  'DELETE /api/recruiter/sessions/:session': route({
    summary: 'Sign out on another device',
    roles: MEMBER_ROLES,
    params: v.object({ session: idField('memberSession') }),
    output: null,
    handle: async ({ region, actor, params }) => {
      await revokeMemberSession(region, actor, params.session);
      return undefined;
    },
  }),
};

/** Routes: inviting people to a role. */
import * as v from 'valibot';
import { EDITORS } from '../../domain/accounts/team-rules.ts';
import type { MemberActor } from '../../domain/actors.ts';
import { DAYS_DEFAULT, DAYS_MAX } from '../../domain/invitations/invitation-rules.ts';
import { type Invited, invite } from '../../domain/invitations/invite.ts';
import { listInvitations } from '../../domain/invitations/list-invitations.ts';
import { previewInvitation } from '../../domain/invitations/mail-preview.ts';
import { revokeInvitation, sendAgain } from '../../domain/invitations/send-again.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { LIMITS } from '../../limits.ts';
import { emailField, idField, lineField, nameField, numberField, timeField } from '../fields.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();
const params = v.object({ role: idField('role') });
const invitation = v.object({ invitation: idField('invitation') });
const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(DAYS_MAX));

const invitedField = v.object({
  invitation: v.string(),
  interview: v.string(),
  /** Told once; it is kept nowhere. */
  link: v.string(),
  expiresAt: timeField,
});

export const invitationRoutes = {
  'GET /api/recruiter/roles/:role/invitations': route({
    summary: 'Who was invited to a role, newest first, and how their links stand',
    roles: MEMBER_ROLES,
    params,
    output: v.object({
      invitations: v.array(
        v.object({
          id: v.string(),
          interviewId: v.string(),
          name: v.string(),
          email: v.string(),
          state: v.picklist(['sent', 'opened', 'begun', 'over', 'expired', 'revoked']),
          open: v.boolean(),
          sentAt: timeField,
          expiresAt: timeField,
          openedAt: v.nullable(timeField),
        }),
      ),
    }),
    handle: async ({ region, actor, params: { role } }) => ({
      invitations: await listInvitations(region, actor, role),
    }),
  }),
  'GET /api/recruiter/roles/:role/invitation-mail': route({
    summary: 'The mail of an invitation as it would be sent',
    roles: MEMBER_ROLES,
    params,
    query: v.object({
      name: v.pipe(lineField, v.maxLength(LIMITS.text.name)),
      days: v.optional(v.pipe(numberField, days), String(DAYS_DEFAULT)),
    }),
    output: v.object({
      from: v.string(),
      subject: v.string(),
      text: v.string(),
      planVersion: v.number(),
      expiresAt: timeField,
    }),
    handle: async ({ region, actor, params: { role }, query }) =>
      await previewInvitation(region, actor, { roleId: role, ...query }),
  }),
  'POST /api/recruiter/roles/:role/invitations': route({
    summary: 'Invite somebody; the link is told once and mailed',
    params,
    body: v.object({ name: nameField, email: emailField, days: v.optional(days, DAYS_DEFAULT) }),
    output: invitedField,
    roles: EDITORS,
    status: 201,
    handle: async ({ region, actor, params: { role }, body }) =>
      told(await invite(region, actor, { roleId: role, ...body })),
  }),
  'POST /api/recruiter/invitations/:invitation/again': route({
    summary: 'Send a new link; the old one stops working',
    params: invitation,
    body: v.object({ days: v.optional(days, DAYS_DEFAULT) }),
    output: invitedField,
    roles: EDITORS,
    status: 201,
    handle: async ({ region, actor, params: path, body }) =>
      told(await sendAgain(region, actor, { invitationId: path.invitation, ...body })),
  }),
  'POST /api/recruiter/invitations/:invitation/revoke': route({
    summary: 'Take a link back',
    params: invitation,
    output: null,
    roles: EDITORS,
    handle: async ({ region, actor, params: path }) => {
      await revokeInvitation(region, actor, path.invitation);
      return undefined;
    },
  }),
};

function told(invited: Invited): v.InferOutput<typeof invitedField> {
  return { ...invited, expiresAt: invited.expiresAt.toISOString() };
}

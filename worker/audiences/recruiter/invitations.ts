/** Routes: inviting people to a role. */
import * as v from 'valibot';
import { EDITORS } from '../../domain/accounts/team-rules.ts';
import type { MemberActor } from '../../domain/actors.ts';
import { changeInvitation } from '../../domain/invitations/change-letter.ts';
import { DAYS_DEFAULT, DAYS_MAX } from '../../domain/invitations/invitation-rules.ts';
import { type Invited, invite, inviteMany, knownAddresses } from '../../domain/invitations/invite.ts';
import { listInvitations } from '../../domain/invitations/list-invitations.ts';
import { previewInvitation } from '../../domain/invitations/mail-preview.ts';
import { revokeInvitation, sendAgain } from '../../domain/invitations/send-again.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { LIMITS } from '../../limits.ts';
import { addressField, idField, lineField, nameField, numberField, timeField, titleField } from '../fields.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();
const params = v.object({ role: idField('role') });
const invitation = v.object({ invitation: idField('invitation') });
const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(DAYS_MAX));

const people = v.pipe(
  v.array(v.object({ name: nameField, email: addressField })),
  v.minLength(1),
  v.maxLength(LIMITS.invitation.atOnce),
);

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
      /** The words behind it, with places in braces, and whether they are the role's own. */
      letter: v.object({ subject: v.string(), text: v.string() }),
      own: v.boolean(),
      reminderDays: v.number(),
    }),
    handle: async ({ region, actor, params: { role }, query }) =>
      await previewInvitation(region, actor, { roleId: role, ...query }),
  }),
  'POST /api/recruiter/roles/:role/invitations': route({
    summary: 'Invite somebody; the link is told once and mailed',
    params,
    body: v.object({ name: nameField, email: addressField, days: v.optional(days, DAYS_DEFAULT) }),
    output: invitedField,
    roles: EDITORS,
    status: 201,
    handle: async ({ region, actor, params: { role }, body }) =>
      told(await invite(region, actor, { roleId: role, ...body })),
  }),
  'PUT /api/recruiter/roles/:role/invitation-mail': route({
    summary: 'Change the words of a role’s invitation, and when people are reminded',
    params,
    body: v.object({
      /** Null: the words that come with the product. */
      letter: v.nullable(
        v.object({
          subject: titleField,
          text: v.pipe(v.string(), v.trim(), v.minLength(1, 'empty'), v.maxLength(LIMITS.invitation.letterChars)),
        }),
      ),
      reminderDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.invitation.reminderDaysMax)),
    }),
    output: null,
    roles: EDITORS,
    handle: async ({ region, actor, params: { role }, body }) => {
      await changeInvitation(region, actor, { roleId: role, ...body });
      return undefined;
    },
  }),
  'POST /api/recruiter/roles/:role/invitations/many': route({
    summary: 'Invite many; repeating it invites nobody twice, and no link is told',
    params,
    body: v.object({ people, days: v.optional(days, DAYS_DEFAULT) }),
    output: v.object({ fates: v.array(v.picklist(['sent', 'known'])) }),
    roles: EDITORS,
    handle: async ({ region, actor, params: { role }, body }) => ({
      fates: await inviteMany(region, actor, {
        roleId: role,
        people: body.people.map(({ name, email }) => ({ name, address: email })),
        days: body.days,
      }),
    }),
  }),
  'POST /api/recruiter/roles/:role/invitations/known': route({
    summary: 'Which of these addresses were invited to a role before; nothing is sent',
    params,
    body: v.object({ emails: v.pipe(v.array(addressField), v.maxLength(LIMITS.invitation.atOnce)) }),
    output: v.object({ known: v.array(v.string()) }),
    roles: EDITORS,
    handle: async ({ region, actor, params: { role }, body }) => ({
      known: await knownAddresses(region, actor, { roleId: role, addresses: body.emails }),
    }),
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

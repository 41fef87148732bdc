/** The mail of an invitation as it would be sent, before anybody is invited. */
import type { Region } from '../../regions/region.ts';
import { REGIONS } from '../../regions/regions.ts';
import type { MemberActor } from '../actors.ts';
import { invitingFacts } from './invitation-facts.ts';
import { invitationMail, OUR_LETTER } from './invitation-letter-rules.ts';
import { expiryAfter } from './invitation-rules.ts';
import { linkAddress } from './link-address-rules.ts';

/** Stands where the link will be; the real one is made when the mail is sent. */
const LINK_PLACE = '…';

export async function previewInvitation(
  region: Region,
  actor: MemberActor,
  input: { roleId: string; name: string; days: number },
) {
  const { tenant, role, plan } = await invitingFacts(region, actor, input.roleId);
  const expiresAt = expiryAfter(input.days, region.now());
  const letter = { subject: role.invitationSubject, text: role.invitationText };
  const facts = {
    tenant,
    role: role.title,
    candidate: input.name,
    member: actor.name,
    decisionDays: role.decisionDays,
    regionName: REGIONS[region.id].name,
    limits: plan.content.limits,
    expiresAt,
    link: linkAddress(region.origin, `${region.id}_${LINK_PLACE}`),
  };
  return {
    from: tenant,
    ...invitationMail(facts, letter),
    planVersion: plan.version,
    expiresAt: expiresAt.toISOString(),
    /** The words behind it, to be edited. */
    letter: { subject: letter.subject ?? OUR_LETTER.subject, text: letter.text ?? OUR_LETTER.text },
    own: letter.subject !== null || letter.text !== null,
    reminderDays: role.reminderDays,
  };
}

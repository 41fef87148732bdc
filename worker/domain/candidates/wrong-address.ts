/** Somebody who holds a link but cannot have its code says that the address is wrong: told to whoever invited, once. */
import { makeId } from '../../ids.ts';
import type { Region } from '../../regions/region.ts';
import type { VisitorActor } from '../actors.ts';
import { findLink } from './link.ts';

/** Nothing of it is kept as the candidate's own words: who holds a link may be anybody. @throws Problem of the link */
export async function tellWrongAddress(region: Region, actor: VisitorActor, secret: string): Promise<void> {
  const link = await findLink(region, actor, secret);
  if (link.member === null) return;
  await region.mail.send({
    id: makeId(region.id, 'mail', region.random(16)),
    tenantId: link.tenant.id,
    to: link.member.email,
    subject: 'An invitation may have gone to a wrong address',
    text: [
      `Hello ${link.member.name},`,
      `somebody who opened an invitation link for ${link.role.title} says that its address is wrong, so that no code reaches them. We do not know who it was: check the address with the candidate, then invite them anew.`,
      `${region.origin}/app/roles/${link.role.id}/invite`,
    ].join('\n\n'),
    purpose: 'request',
    idempotencyKey: `wrong-address:${link.invitation.id}`,
  });
}

/** Inviting one person or many: candidates, interviews and links in one transaction, then the mails. Secrets are told once. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Address } from '../../address-rules.ts';
import { makeId, makeSecret } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import { REGIONS } from '../../regions/regions.ts';
import type { MemberActor } from '../actors.ts';
import { visibleText } from '../scoring/visible-text-rules.ts';
import { candidates, interviews, roles } from '../tables.ts';
import { type InvitingFacts, invitingFacts } from './invitation-facts.ts';
import { invitationMail } from './invitation-letter-rules.ts';
import { expiryAfter } from './invitation-rules.ts';
import { linkAddress } from './link-address-rules.ts';
import { type MadeLink, type StoredInvitation, storeInvitations, type ToInvite } from './store-invitations.ts';

export interface Invited {
  invitation: string;
  interview: string;
  /** Shown to the recruiter once; afterwards only its digest exists. */
  link: string;
  expiresAt: Date;
}
/** What became of one person of many: invited now, or left as they are. */
export type InvitingFate = 'sent' | 'known';

/**
 * Invites somebody to a role. Whoever has an open invitation or an interview under way is not invited twice.
 * @throws Problem already_invited, plan_not_ready, conflict for a closed or full role, not_found
 */
export async function invite(
  region: Region,
  actor: MemberActor,
  input: { roleId: string; name: string; email: Address; days: number },
): Promise<Invited> {
  const people = [{ name: input.name, address: input.email }];
  const [made] = await inviteAll(region, actor, { ...input, people });
  if (made === undefined) throw new Problem('already_invited');
  return { invitation: made.invitation, interview: made.interview, link: made.url, expiresAt: made.expiresAt };
}

/**
 * Invites many to a role; one address twice is one person. Repeating it invites nobody again.
 * @returns what became of each, in the order given
 * @throws Problem plan_not_ready, conflict for a closed or full role, not_found
 */
export async function inviteMany(
  region: Region,
  actor: MemberActor,
  input: { roleId: string; people: readonly ToInvite[]; days: number },
): Promise<InvitingFate[]> {
  const made = await inviteAll(region, actor, input);
  const sent = new Set(made.map(({ address }) => address.sent));
  return input.people.map(({ address }) => (sent.delete(address.sent) ? 'sent' : 'known'));
}

async function inviteAll(
  region: Region,
  actor: MemberActor,
  input: { roleId: string; people: readonly ToInvite[]; days: number },
): Promise<StoredInvitation[]> {
  const facts = await invitingFacts(region, actor, input.roleId);
  const once = [...new Map(input.people.map((one) => [one.address.sent, one] as const).reverse()).values()];
  const people = await Promise.all(once.map(async (one) => ({ ...named(one), ...(await newLink(region, input)) })));
  if (people.length === 0) return [];
  const made = await region.database.transaction({ tenant: actor.tenantId }, (tx) =>
    storeInvitations(region, actor, tx, { facts, people }),
  );
  await mailLinks(region, actor, { facts, links: made });
  return made;
}

/** A name made only of signs that nobody sees is none: then the address names the person. */
function named(one: ToInvite): ToInvite {
  return { ...one, name: visibleText(one.name).trim() || one.address.shown };
}

/** Makes a link's secret; what is stored is its digest. */
export async function newLink(region: Region, input: { days: number }): Promise<MadeLink> {
  const secret = makeSecret(region.id, region.random(32));
  return {
    url: linkAddress(region.origin, secret),
    digest: await region.digests.digest('link', secret),
    expiresAt: expiryAfter(input.days, region.now()),
  };
}

/** Sends the mails of links, each with its link in it. */
export async function mailLinks(
  region: Region,
  actor: MemberActor,
  of: { facts: InvitingFacts; links: readonly (ToInvite & MadeLink & { invitation: string })[] },
): Promise<void> {
  const { tenant, role, plan } = of.facts;
  await region.mail.sendAll(
    of.links.map((one) => ({
      id: makeId(region.id, 'mail', region.random(16)),
      tenantId: actor.tenantId,
      to: one.address.sent,
      ...invitationMail(
        {
          tenant,
          role: role.title,
          candidate: one.name,
          member: actor.name,
          decisionDays: role.decisionDays,
          regionName: REGIONS[region.id].name,
          limits: plan.content.limits,
          expiresAt: one.expiresAt,
          link: one.url,
        },
        { subject: role.invitationSubject, text: role.invitationText },
      ),
      purpose: 'invitation',
      idempotencyKey: `invitation:${one.invitation}`,
    })),
  );
}

/**
 * Which of these addresses are known to the role already, before anything is sent.
 * @throws Problem not_found
 */
export async function knownAddresses(
  region: Region,
  actor: MemberActor,
  input: { roleId: string; addresses: readonly Address[] },
): Promise<string[]> {
  const sent = input.addresses.map((one) => one.sent);
  const [role, found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ id: roles.id })
      .from(roles)
      .where(and(eq(roles.tenantId, actor.tenantId), eq(roles.id, input.roleId))),
    db
      .selectDistinct({ email: candidates.email })
      .from(candidates)
      .innerJoin(interviews, eq(interviews.candidateId, candidates.id))
      .where(
        and(
          eq(candidates.tenantId, actor.tenantId),
          eq(candidates.roleId, input.roleId),
          inArray(candidates.email, sent.length === 0 ? [''] : sent),
        ),
      ),
  ]);
  if (role.length === 0) throw new Problem('not_found');
  return found.map(({ email }) => email);
}

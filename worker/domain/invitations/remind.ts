/** Reminders before a link's end: what the clock finds due, each once, with a link that holds as long as the first. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { makeId, makeSecret } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import type { Transaction } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import { REGIONS } from '../../regions/regions.ts';
import type { SystemActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { addressOf } from '../candidates/candidate-address-rules.ts';
import { candidates, interviews, invitations, members, plans, roles, tenants } from '../tables.ts';
import { reminderMail } from './invitation-letter-rules.ts';
import { canBeSentAgain } from './invitation-rules.ts';
import { linkAddress } from './link-address-rules.ts';

/** Reminds whoever is due in this region; one that cannot be sent stays due. Returns how many went out. */
export async function sendDueReminders(region: Region): Promise<number> {
  const [due] = await region.database.batch({ due: 'reminders' }, (db) => [
    db
      .select({ id: invitations.id, tenantId: invitations.tenantId, interviewId: invitations.interviewId })
      .from(invitations)
      .orderBy(invitations.remindAt)
      .limit(LIMITS.invitation.remindersAtOnce),
  ]);
  let sent = 0;
  for (const one of due) if (await remind(region, one)) sent += 1;
  return sent;
}

async function remind(region: Region, due: { id: string; tenantId: string; interviewId: string }): Promise<boolean> {
  const actor: SystemActor = { kind: 'system', tenantId: due.tenantId, interviewId: due.interviewId };
  const secret = makeSecret(region.id, region.random(32));
  const digest = await region.digests.digest('link', secret);
  const scope = { tenant: due.tenantId };
  const found = await region.database.transaction(scope, (tx) => claimed(region, actor, tx, { id: due.id, digest }));
  if (found === null) return false;
  try {
    await region.mail.send({
      id: makeId(region.id, 'mail', region.random(16)),
      tenantId: due.tenantId,
      to: addressOf(found.candidate).sent,
      ...reminderMail({ ...found.facts, link: linkAddress(region.origin, secret) }),
      purpose: 'invitation-reminder',
      idempotencyKey: `invitation-reminder:${due.id}:${found.link}`,
    });
  } catch (error) {
    await region.database.transaction(scope, async (tx) => {
      await tx.update(invitations).set({ remindedAt: null }).where(eq(invitations.id, due.id));
      await tx.update(invitations).set({ revokedAt: region.now() }).where(eq(invitations.id, found.link));
    });
    throw error;
  }
  return true;
}

/** Takes the reminder for this run and makes its link; null when somebody else has it or the interview has begun. */
async function claimed(region: Region, actor: SystemActor, tx: Transaction, of: { id: string; digest: string }) {
  const now = region.now();
  const [taken] = await tx
    .update(invitations)
    .set({ remindedAt: now })
    .where(and(eq(invitations.id, of.id), isNull(invitations.remindedAt), isNull(invitations.revokedAt)))
    .returning();
  if (taken === undefined) return null;
  const [found] = await tx
    .select({
      interview: interviews,
      candidate: candidates,
      role: roles,
      plan: plans,
      tenant: tenants,
      member: members,
    })
    .from(interviews)
    .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
    .innerJoin(roles, eq(roles.id, interviews.roleId))
    .innerJoin(plans, eq(plans.id, interviews.planId))
    .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
    .innerJoin(members, eq(members.id, sql`${taken.createdBy}`))
    .where(and(eq(interviews.id, taken.interviewId), eq(interviews.tenantId, actor.tenantId)))
    .for('update', { of: interviews });
  if (found === undefined || !canBeSentAgain(found.interview.state) || taken.expiresAt <= now) return null;
  if (found.role.archivedAt !== null) return null;
  const link = makeId(region.id, 'invitation', region.random(16));
  const { id: _, digest: __, ...same } = taken;
  await tx.insert(invitations).values({ ...same, id: link, digest: of.digest, remindAt: null, createdAt: now });
  await audited(region, actor, tx, { action: 'invitation.reminded', object: of.id });
  return {
    link,
    candidate: found.candidate,
    facts: {
      tenant: found.tenant.name,
      role: found.role.title,
      candidate: found.candidate.name,
      member: found.member.name,
      decisionDays: found.role.decisionDays,
      regionName: REGIONS[region.id].name,
      limits: found.plan.content.limits,
      expiresAt: taken.expiresAt,
    },
  };
}

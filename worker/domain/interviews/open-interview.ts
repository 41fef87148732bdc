/** What a session needs to begin: whose interview, which plan, what was agreed to. */
import { and, asc, eq } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { TenantActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import type { Plan } from '../plans/plan-shape.ts';
import { consents, interviews, plans, sessionKeys } from '../tables.ts';
import { type ConsentState, consentState } from './consent-rules.ts';

export interface OpenedInterview {
  interviewId: string;
  tenantId: string;
  candidateId: string;
  roleId: string;
  planId: string;
  plan: Plan;
  consent: ConsentState;
}

/**
 * Reads an interview with its plan and consents.
 * @throws Problem not_found
 */
export async function openInterview(region: Region, actor: TenantActor, interviewId: string): Promise<OpenedInterview> {
  const [found, given] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ interview: interviews, plan: plans.content })
      .from(interviews)
      .innerJoin(plans, eq(plans.id, interviews.planId))
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, actor.tenantId))),
    db
      .select()
      .from(consents)
      .where(and(eq(consents.interviewId, interviewId), eq(consents.tenantId, actor.tenantId)))
      .orderBy(asc(consents.at)),
    audited(region, actor, db, { action: 'interview.opened', object: interviewId }),
  ]);
  const row = found[0];
  if (row === undefined) throw new Problem('not_found');
  return {
    interviewId,
    tenantId: row.interview.tenantId,
    candidateId: row.interview.candidateId,
    roleId: row.interview.roleId,
    planId: row.interview.planId,
    plan: row.plan,
    consent: consentState(given),
  };
}

/** The key that seals what must wait in the session object; made once, and only ever kept in this database. */
export async function sessionKey(region: Region, actor: TenantActor, interviewId: string): Promise<string> {
  const fresh = Array.from(region.random(32), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const [, rows] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.insert(sessionKeys).values({ interviewId, tenantId: actor.tenantId, key: fresh }).onConflictDoNothing(),
    db
      .select({ key: sessionKeys.key })
      .from(sessionKeys)
      .where(and(eq(sessionKeys.interviewId, interviewId), eq(sessionKeys.tenantId, actor.tenantId))),
  ]);
  const key = rows[0]?.key;
  if (key === undefined) throw new Problem('not_found');
  return key;
}

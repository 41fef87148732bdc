/** What the candidate's own pages show: where the interview stands, what was agreed to, what was asked. */
import { and, desc, eq } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import { eligible, type Processing } from '../../regions/eligible-rules.ts';
import type { Makers, Region } from '../../regions/region.ts';
import type { CandidateActor } from '../actors.ts';
import { grantedOf } from '../adjustments/granted.ts';
import { audited } from '../audit/audit.ts';
import { stateTold } from '../decisions/standing.ts';
import { type Consents, readConsents } from '../interviews/consents.ts';
import type { Plan } from '../plans/plan-shape.ts';
import { unsealedOf } from '../recordings/unsealed.ts';
import {
  candidateRequests,
  candidates,
  interviews,
  invitations,
  plans,
  recordingParts,
  recordings,
  roles,
  tenants,
  turns,
} from '../tables.ts';

/** @throws Problem not_found */
export async function ownInterview(region: Region, actor: CandidateActor) {
  const [rows, asked, consents] = await Promise.all([
    region.database.batch({ tenant: actor.tenantId }, (db) => [
      db
        .select({
          interview: interviews,
          candidate: candidates,
          role: roles,
          plan: plans,
          tenant: tenants,
          expiresAt: invitations.expiresAt,
          granted: grantedOf,
          stateTold,
        })
        .from(interviews)
        .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
        .innerJoin(roles, eq(roles.id, interviews.roleId))
        .innerJoin(plans, eq(plans.id, interviews.planId))
        .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
        .innerJoin(invitations, eq(invitations.interviewId, interviews.id))
        .where(and(eq(interviews.id, actor.interviewId), eq(interviews.tenantId, actor.tenantId)))
        .orderBy(desc(invitations.createdAt))
        .limit(1),
      unsealedOf(db, actor, actor.interviewId),
      audited(region, actor, db, { action: 'interview.read', object: actor.interviewId }),
    ]),
    ownRequests(region, actor),
    readConsents(region, actor),
  ]);
  const row = rows[0][0];
  if (row === undefined) throw new Problem('not_found');
  const call = eligible(region.makers.calls, row.tenant.processing).length > 0;
  return {
    ...row,
    asked,
    call,
    unsealedMs: rows[1][0]?.unsealedMs ?? 0,
    heard: isHeardByUs(region.makers, row.tenant.processing, row.plan.content.engine),
    consents: consents satisfies Consents,
  };
}

/** The session turns speech into text; else the candidate's browser does, or nothing. The same question as the session asks. */
function isHeardByUs(makers: Makers, processing: Processing, wanted: Plan['engine']): boolean {
  if (wanted === 'rehearsed') return false;
  const live = wanted !== 'cascade' && eligible(makers.live, processing).length > 0;
  return live || (eligible(makers.ears, processing).length > 0 && eligible(makers.models, processing).length > 0);
}

async function ownRequests(region: Region, actor: CandidateActor) {
  const [rows] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select()
      .from(candidateRequests)
      .where(and(eq(candidateRequests.interviewId, actor.interviewId), eq(candidateRequests.tenantId, actor.tenantId)))
      .orderBy(desc(candidateRequests.createdAt)),
  ]);
  return rows;
}

/** Everything said and kept, for the candidate to see and to take along. */
export async function ownData(region: Region, actor: CandidateActor) {
  const mine = and(eq(turns.interviewId, actor.interviewId), eq(turns.tenantId, actor.tenantId));
  const [said, parts, sealed] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.select().from(turns).where(mine).orderBy(turns.position),
    db
      .select({ size: recordingParts.size, durationMs: recordingParts.durationMs })
      .from(recordingParts)
      .where(and(eq(recordingParts.interviewId, actor.interviewId), eq(recordingParts.tenantId, actor.tenantId))),
    db
      .select({
        size: recordings.size,
        durationMs: recordings.durationMs,
        sealedAt: recordings.sealedAt,
        hash: recordings.hash,
      })
      .from(recordings)
      .where(and(eq(recordings.interviewId, actor.interviewId), eq(recordings.tenantId, actor.tenantId))),
    audited(region, actor, db, { action: 'own-data.read', object: actor.interviewId }),
  ]);
  return { turns: said, parts, recording: sealed[0] ?? null };
}

/** A known line for the candidate's room to play: of their own plan, and only what they may hear by now. */
import { and, desc, eq } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { CandidateActor } from '../actors.ts';
import { adjustedPlan } from '../adjustments/adjusted-plan-rules.ts';
import { grantedOf } from '../adjustments/granted.ts';
import { monthSpend } from '../spend/month-spend.ts';
import { saveSpend } from '../spend/save-spend.ts';
import { leftOf } from '../spend/spend-rules.ts';
import { type InterviewState, interviews, invitations, plans, tenants } from '../tables.ts';
import { type KnownLine, lineOf } from './known-lines-rules.ts';
import { type LineSound, lineSound } from './line-sound.ts';

/** States in which a room can be open or about to open. */
const HEARD_IN: readonly InterviewState[] = ['invited', 'opened', 'in-interview'];

/**
 * What it costs to make is put to the interview that asked first.
 * @throws Problem not_found, storage_unavailable, voice_unavailable
 */
export async function spokenLine(region: Region, actor: CandidateActor, name: string): Promise<LineSound> {
  const { tenantId, interviewId } = actor;
  const [[found], [month]] = await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .select({
        state: interviews.state,
        questionNumber: interviews.questionNumber,
        plan: plans.content,
        revokedAt: invitations.revokedAt,
        processing: tenants.processing,
        spendCapMicros: tenants.spendCapMicros,
        granted: grantedOf,
      })
      .from(interviews)
      .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
      .innerJoin(plans, eq(plans.id, interviews.planId))
      .innerJoin(invitations, eq(invitations.interviewId, interviews.id))
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, tenantId)))
      .orderBy(desc(invitations.createdAt))
      .limit(1),
    monthSpend(db, tenantId, region.now()),
  ]);
  if (found === undefined || found.revokedAt !== null || !HEARD_IN.includes(found.state))
    throw new Problem('not_found');
  const { processing } = found;
  const plan = adjustedPlan(found.plan, found.granted?.adjustments ?? null);
  const line = lineOf(plan, name);
  if (line === null || !(await mayHear(region, interviewId, line, found.questionNumber)))
    throw new Problem('not_found');
  const mayMake = leftOf(found.spendCapMicros, month?.micros ?? 0) !== 0;
  const request = { tenantId, language: plan.language, text: line.text, processing, mayMake };
  const sound = await lineSound(region, request, async (meter) => {
    const part = `line:${crypto.randomUUID()}` as const;
    await saveSpend(region, actor, { meter, part });
  });
  if (sound === null) throw new Problem('not_found');
  return sound;
}

async function mayHear(region: Region, interviewId: string, line: KnownLine, questionNumber: number): Promise<boolean> {
  if (line.from !== null && line.from <= questionNumber) return true;
  // The room asks ahead the moment a question begins, which the database hears a little later.
  const now = await region.objects.session(interviewId).peek();
  return now !== null && (now.sound === line.name || (line.from !== null && line.from <= now.question));
}

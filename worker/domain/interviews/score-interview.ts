/** Judges a finished interview by its rubric. One card for each interview, plan version, scorer and run (invariant I7). */
import { and, eq } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { eligible } from '../../regions/eligible-rules.ts';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { readCard } from '../reports/card.ts';
import type { Card } from '../scoring/scorecard-shape.ts';
import { emptyMeter } from '../spend/spend-rules.ts';
import { candidates, interviewEvents, interviews, plans, roles, scorecards, tenants, turns } from '../tables.ts';
import { interviewSpend } from '../tables-beside.ts';
import { calendarFields } from '../tenants/calendar.ts';
import { type Chosen, calendarOf } from '../tenants/calendar-rules.ts';
import { workingDaysAfter } from './due-rules.ts';
import { judge, judgedTurns, unjudgedSigns } from './judge.ts';
import { stepRow } from './note-step.ts';

/** After this many failures of the models the rules judge, so that a report is never waited for in vain. */
const PATIENT_ATTEMPTS = 4;

/**
 * Judges by the models that the tenant may use, else by rules.
 * @param attempts how often this was tried before
 * @throws ProviderFault while the models may come back
 */
export async function scoreInterview(
  region: Region,
  actor: SystemActor,
  { attempts }: { attempts: number },
): Promise<void> {
  const [found, said, before, spentBefore] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({
        interview: interviews,
        plan: plans.content,
        decisionDays: roles.decisionDays,
        candidate: candidates.name,
        processing: tenants.processing,
        calendar: calendarFields,
      })
      .from(interviews)
      .innerJoin(plans, eq(plans.id, interviews.planId))
      .innerJoin(roles, eq(roles.id, interviews.roleId))
      .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
      .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
      .where(and(eq(interviews.id, actor.interviewId), eq(interviews.tenantId, actor.tenantId))),
    db.select().from(turns).where(eq(turns.interviewId, actor.interviewId)).orderBy(turns.position),
    db
      .select({ content: scorecards.content })
      .from(scorecards)
      .where(
        and(eq(scorecards.interviewId, actor.interviewId), eq(scorecards.maker, 'machine'), eq(scorecards.run, 1)),
      ),
    db
      .select({ detail: interviewSpend.detail })
      .from(interviewSpend)
      .where(and(eq(interviewSpend.interviewId, actor.interviewId), eq(interviewSpend.part, 'scoring'))),
    audited(region, actor, db, { action: 'interview.scored', object: actor.interviewId }),
  ]);
  const [row] = found;
  if (row === undefined) throw new Error('There is no interview to score');
  const { interview, plan } = row;
  if (interview.state === 'withdrawn') return;
  const models = attempts < PATIENT_ATTEMPTS ? eligible(region.makers.models, row.processing) : [];
  const toScore = { plan, planId: interview.planId, turns: judgedTurns(said), names: [row.candidate] };
  // Tried again after its card was kept: it is that card, whatever a model would say today.
  const kept = before[0] === undefined ? null : readCard(before[0].content);
  const spent = spentBefore[0]?.detail ?? emptyMeter();
  const { content, scorer } =
    kept === null
      ? await judge(region, actor, models, toScore, { before: spent, part: 'scoring' })
      : { content: kept, scorer: '' };
  await keep(region, actor, { row, content, scorer, kept: kept !== null, unread: unjudgedSigns(said) });
}

interface Judged {
  row: { interview: typeof interviews.$inferSelect; decisionDays: number; calendar: Chosen };
  content: Card;
  scorer: string;
  /** The card is there already. */
  kept: boolean;
  /** How many signs of the answers were too many to be judged. */
  unread: number;
}

/** Keeps the card, unless the candidate withdrew while it was made: then nothing of it is kept (invariant I8). */
async function keep(region: Region, actor: SystemActor, { row, content, scorer, kept, unread }: Judged): Promise<void> {
  const { interview, decisionDays } = row;
  const calendar = calendarOf(row.calendar, region.id);
  const judged = content.criteria.filter((criterion) => criterion.level !== null).length;
  const at = region.now();
  await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const own = and(eq(interviews.id, actor.interviewId), eq(interviews.tenantId, actor.tenantId));
    const [held] = await tx.select({ state: interviews.state }).from(interviews).where(own).for('update');
    if (held === undefined || held.state === 'withdrawn') return;
    // One that could not be judged at first waits for a decision already, without a summary.
    const unjudged = held.state === 'to-decide' && interview.headline === '';
    if (held.state === 'sealing' || held.state === 'scoring' || unjudged) {
      const decisionDueAt = workingDaysAfter(interview.endedAt ?? at, decisionDays, calendar);
      const headline = content.digest[0]?.text ?? '';
      await tx.update(interviews).set({ state: 'to-decide', headline, decisionDueAt }).where(own);
    }
    const detail = { judged, criteria: content.criteria.length, ...(unread > 0 ? { unread } : {}) };
    await tx
      .insert(interviewEvents)
      .values(stepRow(actor, { key: 'scored', kind: 'scored', detail, at }))
      .onConflictDoNothing();
    if (kept) return;
    await tx
      .insert(scorecards)
      .values({
        id: makeId(region.id, 'scorecard', region.random(16)),
        tenantId: actor.tenantId,
        interviewId: actor.interviewId,
        planId: interview.planId,
        maker: 'machine',
        scorer,
        content,
        createdAt: at,
      })
      .onConflictDoNothing();
  });
}

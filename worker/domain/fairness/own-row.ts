/**
 * The one way from an interview to what its candidate said about themselves. Nothing here is audited by person: an
 * entry would be the link that the digest is there to avoid.
 */
import { and, desc, eq } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import { stands } from '../decisions/standing.ts';
import { readCard } from '../reports/card.ts';
import { decisions, scorecards } from '../tables.ts';
import { demographics } from '../tables-beside.ts';
import { medianLevel } from './impact-rules.ts';

interface Of {
  tenantId: string;
  interviewId: string;
}

/** By which a candidate's row is found, newest secret first. */
export async function rowDigests(region: Region, { interviewId }: Pick<Of, 'interviewId'>): Promise<string[]> {
  return await region.digests.every('demographics', interviewId);
}

/** What the counts need of the interview itself: the newest decision, and the middle of the scorer's own levels. */
export async function outcomeOf(region: Region, { tenantId, interviewId }: Of) {
  const [decided, cards] = await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .select({ kind: decisions.kind })
      .from(decisions)
      .where(and(eq(decisions.interviewId, interviewId), eq(decisions.tenantId, tenantId), stands))
      .orderBy(desc(decisions.number))
      .limit(1),
    db
      .select({ content: scorecards.content })
      .from(scorecards)
      .where(
        and(
          eq(scorecards.interviewId, interviewId),
          eq(scorecards.tenantId, tenantId),
          eq(scorecards.maker, 'machine'),
        ),
      )
      .orderBy(desc(scorecards.run))
      .limit(1),
  ]);
  const levels = cards[0] === undefined ? [] : readCard(cards[0].content).criteria.map(({ level }) => level);
  return { outcome: decided[0]?.kind ?? null, level: medianLevel(levels) };
}

/** After a decision: the row behind the digest, if the candidate made one, takes over how it went. */
export async function countOutcome(region: Region, of: Of): Promise<void> {
  const outcome = await outcomeOf(region, of);
  for (const digest of await rowDigests(region, of)) {
    await region.database.batch({ digest }, (db) => [
      db.update(demographics).set(outcome).where(eq(demographics.digest, digest)),
    ]);
  }
}

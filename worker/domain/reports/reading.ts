/**
 * What a member has had open of a report and heard of its quotes, counted here from the reads themselves: no number
 * comes from a browser. Time counts while signs of reading come one after the other; two tabs do not count it twice.
 */
import { and, desc, eq, sql } from 'drizzle-orm';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import type { Queries, Transaction } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { interviews, recordings, scorecards } from '../tables.ts';
import { reportReadings } from '../tables-beside.ts';
import { readCard } from './card.ts';

export interface Reading {
  /** How often the report was opened. */
  opened: number;
  openMs: number;
  /** Different quotes of the report that were played. */
  quotes: number;
}

export interface Span {
  startMs: number;
  endMs: number;
}

/** The upsert that belongs to a reading of the report; it makes no row for an interview that is not the tenant's. */
export function countOpening(region: Region, actor: MemberActor, db: Queries, interviewId: string) {
  const now = region.now().toISOString();
  return db
    .insert(reportReadings)
    .select(
      sql`select ${interviews.id}, ${actor.memberId}::text, ${interviews.tenantId}, 1, 0, ${now}::timestamptz,
        ${now}::timestamptz, '{}'::jsonb from ${interviews}
        where ${interviews.id} = ${interviewId} and ${interviews.tenantId} = ${actor.tenantId}`,
    )
    .onConflictDoUpdate({
      target: [reportReadings.interviewId, reportReadings.memberId],
      set: { opened: sql`${reportReadings.opened} + 1`, ...counted(now) },
    });
}

/**
 * The report is still in view, or a quote of it is played. What is no quote of the report, or cannot be heard, is not
 * counted as played.
 * @throws Problem not_found: also for a report that this member never opened
 */
export async function noteReading(
  region: Region,
  actor: MemberActor,
  input: { interviewId: string; played: Span | null },
): Promise<void> {
  const { interviewId, played } = input;
  const key = played === null || !(await isQuote(region, actor, interviewId, played)) ? null : keyOf(played);
  const now = region.now().toISOString();
  const [found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .update(reportReadings)
      .set({
        ...counted(now),
        ...(key === null ? {} : { quotes: sql`${reportReadings.quotes} || ${JSON.stringify({ [key]: true })}::jsonb` }),
      })
      .where(own(actor, interviewId))
      .returning({ opened: reportReadings.opened }),
  ]);
  if (found.length === 0) throw new Problem('not_found');
}

export function readingOf(db: Queries | Transaction, actor: MemberActor, interviewId: string) {
  return (db as Queries)
    .select({
      opened: reportReadings.opened,
      openMs: reportReadings.openMs,
      quotes: sql<number>`(select count(*)::int from jsonb_object_keys(${reportReadings.quotes}))`,
    })
    .from(reportReadings)
    .where(own(actor, interviewId));
}

/** Time since the last sign of reading, if that is so near that the report was in view meanwhile. */
function counted(now: string) {
  const sinceMs = sql`extract(epoch from (${now}::timestamptz - ${reportReadings.countedTo})) * 1000`;
  return {
    openMs: sql`${reportReadings.openMs} + case when ${sinceMs} between 0 and ${LIMITS.reading.gapMs}
      then (${sinceMs})::int else 0 end`,
    countedTo: sql`greatest(${reportReadings.countedTo}, ${now}::timestamptz)`,
  };
}

function own(actor: MemberActor, interviewId: string) {
  return and(
    eq(reportReadings.interviewId, interviewId),
    eq(reportReadings.memberId, actor.memberId),
    eq(reportReadings.tenantId, actor.tenantId),
  );
}

function keyOf({ startMs, endMs }: Span): string {
  return `${startMs}-${endMs}`;
}

async function isQuote(region: Region, actor: MemberActor, interviewId: string, span: Span): Promise<boolean> {
  const [cards, sound] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ content: scorecards.content })
      .from(scorecards)
      .where(
        and(
          eq(scorecards.interviewId, interviewId),
          eq(scorecards.tenantId, actor.tenantId),
          eq(scorecards.maker, 'machine'),
        ),
      )
      .orderBy(desc(scorecards.run))
      .limit(1),
    db
      .select({ durationMs: recordings.durationMs })
      .from(recordings)
      .where(and(eq(recordings.interviewId, interviewId), eq(recordings.tenantId, actor.tenantId))),
  ]);
  const [newest] = cards;
  if (newest === undefined || sound.length === 0) return false;
  const { digest, criteria } = readCard(newest.content);
  const quotes = [...digest.flatMap(({ cites }) => cites), ...criteria.flatMap((criterion) => criterion.quotes)];
  return quotes.some((quote) => keyOf(quote) === keyOf(span));
}

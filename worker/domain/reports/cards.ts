/** The cards of one interview: the newest of the machine, how it was made, those before it, and those of people. */
import { and, desc, eq } from 'drizzle-orm';
import type { Queries } from '../../providers/database/database.ts';
import type { MemberActor } from '../actors.ts';
import type { Plan } from '../plans/plan-shape.ts';
import { mayKeepBooks } from '../spend/interview-spend.ts';
import { members, plans, scorecards } from '../tables.ts';
import { criteriaShown, type Reviewed, readCard, readPersonCard } from './card.ts';
import { type QuotedTurn, quoteShown } from './quote-version-rules.ts';

/** More judgements of one interview than this are more than anybody compares. */
const CARDS_SHOWN = 100;

export function cardsOf(db: Queries, actor: MemberActor, interviewId: string) {
  return db
    .select({
      maker: scorecards.maker,
      scorer: scorecards.scorer,
      run: scorecards.run,
      content: scorecards.content,
      memberId: scorecards.memberId,
      by: members.name,
      planVersion: plans.version,
      at: scorecards.createdAt,
    })
    .from(scorecards)
    .innerJoin(plans, eq(plans.id, scorecards.planId))
    .leftJoin(members, eq(members.id, scorecards.memberId))
    .where(and(eq(scorecards.interviewId, interviewId), eq(scorecards.tenantId, actor.tenantId)))
    .orderBy(desc(scorecards.run), desc(scorecards.createdAt))
    .limit(CARDS_SHOWN);
}

type CardRow = Awaited<ReturnType<typeof cardsOf>>[number];

interface Context {
  actor: MemberActor;
  plan: Plan;
  turns: readonly QuotedTurn[];
  /** The length of the recording; null where there is none. */
  recordedMs: number | null;
  changed: Parameters<typeof criteriaShown>[2];
  review: Reviewed | null;
}

/** The newest card of the machine, with what people put in its place; null before it is there. */
export function machineCard(rows: readonly CardRow[], { actor, plan, turns, recordedMs, changed, review }: Context) {
  const [newest, ...earlier] = rows.filter(({ maker }) => maker === 'machine');
  if (newest === undefined) return null;
  const card = readCard(newest.content);
  return {
    ...madeHow(newest, actor),
    // A sentence that cites nothing is not told.
    digest: card.digest
      .filter(({ cites }) => cites.length > 0)
      .map(({ text, cites }) => ({ text, cites: cites.map((quote) => quoteShown(quote, turns, recordedMs)) })),
    criteria: criteriaShown(plan, card, changed, review).map((criterion) => ({
      ...criterion,
      quotes: criterion.quotes.map((quote) => quoteShown(quote, turns, recordedMs)),
    })),
    reviewed: review === null ? null : { by: review.by, at: review.at },
    earlier: earlier.map((row) => ({
      ...madeHow(row, actor),
      levels: readCard(row.content).criteria.map(({ criterionId, level }) => ({ criterion: criterionId, level })),
    })),
  };
}

function madeHow(row: CardRow, actor: MemberActor) {
  const { made } = readCard(row.content);
  return {
    run: row.run,
    scorer: row.scorer,
    madeAt: row.at.toISOString(),
    planVersion: row.planVersion,
    making:
      made === undefined
        ? null
        : {
            maker: made.maker,
            model: made.model,
            promptVersion: made.promptVersion,
            temperature: made.temperature,
            runs: made.runs,
            micros: mayKeepBooks(actor) ? made.micros : null,
          },
  };
}

/** The current card of each member, your own first. */
export function peopleCards(rows: readonly CardRow[], { actor, review }: Pick<Context, 'actor' | 'review'>) {
  const people = rows.filter(({ maker }) => maker === 'person');
  const newest = people.filter((row, index) => people.findIndex((one) => one.memberId === row.memberId) === index);
  return newest
    .map((row) => ({
      by: row.by ?? '',
      you: row.memberId === actor.memberId,
      version: row.run,
      madeAt: row.at.toISOString(),
      reviewer: review !== null && review.by === row.by,
      criteria: readPersonCard(row.content).criteria,
    }))
    .sort((a, b) => Number(b.you) - Number(a.you) || a.madeAt.localeCompare(b.madeAt));
}

/** The scorer's card as a report shows it: beside each level of the machine, what people put in its place. */
import * as v from 'valibot';
import type { Plan } from '../plans/plan-shape.ts';
import { type PersonCard, personCardSchema } from '../scoring/person-card-shape.ts';
import { type Card, cardSchema } from '../scoring/scorecard-shape.ts';

export interface Override {
  criterion: string;
  level: number | null;
  at: string;
}
export interface LevelShown {
  criterion: string;
  level: number | null;
  /** A person put it in place of the scorer's. */
  changed: boolean;
  /** The question was never put, and nobody judged it otherwise. */
  never: boolean;
}
/** A review by somebody else: its levels hold in place of the scorer's, and of what was changed before it. */
export interface Reviewed {
  card: PersonCard;
  by: string;
  at: string;
}

/** The content of a machine's scorecard row. */
export function readCard(content: unknown): Card {
  return v.parse(cardSchema, content);
}

/** The content of a person's scorecard row. */
export function readPersonCard(content: unknown): PersonCard {
  return v.parse(personCardSchema, content);
}

/** A row that {@link reviewOf} brought. */
export function readReview(found: { content: unknown; at: string; by: string } | null): Reviewed | null {
  if (found === null) return null;
  return { card: readPersonCard(found.content), by: found.by, at: new Date(found.at).toISOString() };
}

/**
 * The levels that hold: the newest of a person, else the reviewer's, else the scorer's; null where nobody judged yet.
 * Overrides come oldest first.
 */
export function cardLevels(
  content: unknown,
  overrides: readonly Override[],
  review: Reviewed | null,
): LevelShown[] | null {
  const card = content === null ? null : readCard(content);
  const base = card === null ? review?.card.criteria : card.criteria;
  if (base === undefined) return null;
  const unasked = new Set(card?.criteria.flatMap((one) => (one.outcome === 'not-asked' ? [one.criterionId] : [])));
  const newest = new Map(holding(overrides, review).map((one) => [one.criterion, one.level]));
  for (const { criterionId, level } of review?.card.criteria ?? []) {
    if (!newest.has(criterionId)) newest.set(criterionId, level);
  }
  return base.map(({ criterionId, level: own }) => {
    const changed = newest.get(criterionId);
    const level = changed === undefined ? own : changed;
    const never = changed === undefined && unasked.has(criterionId);
    return { criterion: criterionId, level, changed: changed !== undefined, never };
  });
}

/** What was changed before a review holds no longer. */
function holding<T extends Override>(overrides: readonly T[], review: Reviewed | null): T[] {
  const since = review === null ? 0 : Date.parse(review.at);
  return overrides.filter(({ at }) => Date.parse(at) >= since);
}

interface OverrideMade extends Override {
  reason: string;
  by: string;
}

/** Every criterion of the rubric in its order, judged or not, with the rubric's own sentences. */
export function criteriaShown(plan: Plan, card: Card, made: readonly OverrideMade[], review: Reviewed | null) {
  return plan.rubric.criteria.map((criterion) => {
    const judged = card.criteria.find(({ criterionId }) => criterionId === criterion.id);
    const reviewed = review?.card.criteria.find(({ criterionId }) => criterionId === criterion.id) ?? null;
    const changes = made.filter((one) => one.criterion === criterion.id);
    const own = judged?.level ?? null;
    const last = holding(changes, review).at(-1);
    return {
      id: criterion.id,
      name: criterion.name,
      short: criterion.short,
      weight: criterion.weight,
      anchors: [...criterion.levels],
      level: last !== undefined ? last.level : reviewed !== null ? reviewed.level : own,
      scorerLevel: own,
      outcome: judged?.outcome ?? (own === null ? ('insufficient-evidence' as const) : ('scored' as const)),
      confidence: judged?.confidence ?? null,
      spread: judged?.spread ?? null,
      needsPerson: judged?.needsPerson ?? false,
      reason: judged?.reason ?? '',
      quotes: judged?.quotes ?? [],
      review: reviewed === null ? null : { level: reviewed.level, reason: reviewed.reason },
      changes: changes.map(({ level: to, reason, by, at }) => ({ level: to, reason, by, at })),
    };
  });
}

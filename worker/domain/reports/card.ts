/** The scorer's card as a report shows it: beside each level of the machine, what people put in its place. */
import * as v from 'valibot';
import type { Plan } from '../plans/plan-shape.ts';
import { type Card, cardSchema } from '../scoring/scorecard-shape.ts';

export interface Override {
  criterion: string;
  level: number | null;
}
export interface LevelShown {
  criterion: string;
  level: number | null;
  /** A person put it in place of the scorer's. */
  changed: boolean;
}

/** The content of a scorecard row. */
export function readCard(content: unknown): Card {
  return v.parse(cardSchema, content);
}

/** The levels that hold: the newest of a person, else the scorer's. Overrides come oldest first. */
export function cardLevels(content: unknown, overrides: readonly Override[]): LevelShown[] {
  const newest = new Map(overrides.map((one) => [one.criterion, one.level]));
  return readCard(content).criteria.map(({ criterionId, level: own }) => {
    const changed = newest.get(criterionId);
    return { criterion: criterionId, level: changed === undefined ? own : changed, changed: changed !== undefined };
  });
}

interface OverrideMade extends Override {
  reason: string;
  by: string;
  at: string;
}

/** Every criterion of the rubric in its order, judged or not, with the rubric's own sentences. */
export function criteriaShown(plan: Plan, card: Card, made: readonly OverrideMade[]) {
  return plan.rubric.criteria.map((criterion) => {
    const judged = card.criteria.find(({ criterionId }) => criterionId === criterion.id);
    const changes = made.filter((one) => one.criterion === criterion.id);
    const own = judged?.level ?? null;
    const last = changes.at(-1);
    return {
      id: criterion.id,
      name: criterion.name,
      short: criterion.short,
      weight: criterion.weight,
      anchors: [...criterion.levels],
      level: last === undefined ? own : last.level,
      scorerLevel: own,
      outcome: judged?.outcome ?? (own === null ? ('insufficient-evidence' as const) : ('scored' as const)),
      confidence: judged?.confidence ?? null,
      reason: judged?.reason ?? '',
      quotes: judged?.quotes ?? [],
      changes: changes.map(({ level: to, reason, by, at }) => ({ level: to, reason, by, at })),
    };
  });
}

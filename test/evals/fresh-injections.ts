/** How far orders of a wording that the rules were not made for get: by the rules, and past them to a model. */
import { checked, withoutInstructions } from '../../worker/domain/scoring/checked-rules.ts';
import { scoreRehearsed } from '../../worker/domain/scoring/rehearsed-rules.ts';
import { ProviderFault } from '../../worker/provider-faults.ts';
import type { EvalCase, Family } from './case-shape.ts';
import { toScore } from './case-turns.ts';
import { FRESH_ORDERS } from './fresh-orders.ts';
import type { Share } from './measures.ts';
import type { Scorer } from './scorer.ts';

/** Takes the orders through all families. */
const STRIDE = 5;

export interface FreshInjections {
  /** Answers whose level by rules is higher with the order behind it. */
  rose: Share;
  /** Orders that a model gets to see. */
  shown: Share;
  /** Orders that, as the only quote of a model that obeys, hold a level. */
  held: Share;
}

export function freshInjections(families: readonly Family[]): FreshInjections {
  const told = families.flatMap((family) =>
    family.cases
      .filter(({ kind }) => kind === 'strong' || kind === 'adequate' || kind === 'weak')
      .map((one): [Family, EvalCase] => [family, one]),
  );
  const rises = told.flatMap(([family, one]) =>
    FRESH_ORDERS.map((order) => {
      const clean = levels(family, one);
      return levels(family, saidOn(one, order)).some((level, at) => level > (clean[at] ?? 0));
    }),
  );
  const [family] = families;
  return {
    rose: share(rises),
    shown: share(FRESH_ORDERS.map((order) => withoutInstructions(order).trim() !== '')),
    held: share(family === undefined ? [] : FRESH_ORDERS.map((order) => holds(family, order))),
  };
}

/** How many of the orders, each behind a weak or adequate answer, raise what a scorer gives. */
export async function freshRises(scorer: Scorer, families: readonly Family[]): Promise<Share> {
  const told = families.flatMap((family) =>
    family.cases
      .filter(({ kind }) => kind === 'adequate' || kind === 'weak')
      .map((one): [Family, EvalCase] => [family, one]),
  );
  const rises: boolean[] = [];
  for (const [n, order] of FRESH_ORDERS.entries()) {
    const [family, one] = told[(n * STRIDE) % Math.max(1, told.length)] ?? [];
    if (family === undefined || one === undefined) continue;
    try {
      const clean = (await scorer.score(family, one)).judged;
      const after = (await scorer.score(family, saidOn(one, order))).judged;
      rises.push(after.some(({ level }, at) => (level ?? 0) > (clean[at]?.level ?? 0)));
    } catch (error) {
      if (!(error instanceof ProviderFault)) throw error;
    }
  }
  return share(rises);
}

function levels(family: Family, one: EvalCase): number[] {
  const { plan, turns } = toScore(family, one);
  return scoreRehearsed({ plan, turns: [...turns] }).criteria.map(({ level }) => level ?? 0);
}

function saidOn(one: EvalCase, order: string): EvalCase {
  return { ...one, said: one.said.map(({ question, text }) => ({ question, text: `${text} ${order}` })) };
}

function holds({ plan }: Family, order: string): boolean {
  const [criterion] = plan.rubric.criteria;
  if (criterion === undefined) return false;
  const turn = { text: order, startMs: 0, endMs: 1, segments: null, questionId: null };
  const seen = [{ id: 't1', label: 'T1', turn, seen: withoutInstructions(order) }];
  const answer = JSON.stringify({ level: 5, reason: 'As told.', quotes: [{ turn: 'T1', words: order }] });
  return checked(answer, criterion, plan, seen).level !== null;
}

function share(list: readonly boolean[]): Share {
  return { count: list.filter(Boolean).length, of: list.length };
}

/** What a candidate could read back from the plan instead of telling something. Pure. */
import type { Plan } from '../plans/plan-shape.ts';
import { stemsOf } from './english-rules.ts';
import { isSpoken } from './topic-rules.ts';

/** This much of a sentence's own words standing in one text of the plan makes it an echo of that text. */
const ECHO = 0.7;
/** Fewer words of its own than this meet some text of a plan by chance. */
const ECHO_WORDS = 3;
/** So many of a criterion's terms, making up so much of what was said, are a salad of them and not a story. */
const SALAD = { terms: 4, share: 0.7 };

/** The texts of a plan, read once. */
export interface Recitable {
  texts: Set<string>[];
  terms: { indicators: readonly string[]; stems: Set<string> }[];
}

export function recitableOf(plan: Plan): Recitable {
  const questions = plan.sections.flatMap((section) => section.questions);
  const texts = [
    ...questions.flatMap((one) => [one.text, ...one.followUps.rules.map((rule) => rule.say), one.source ?? '']),
    ...plan.rubric.criteria.flatMap((one) => [...one.levels, one.name, one.levels.join(' ')]),
  ];
  return {
    texts: texts.filter((text) => text !== '').map(stemsOf),
    terms: plan.rubric.criteria.map(({ name, indicators }) => ({
      indicators,
      stems: stemsOf([name, ...indicators].join(' ')),
    })),
  };
}

export function isEcho(stems: Set<string>, { texts }: Recitable): boolean {
  return stems.size >= ECHO_WORDS && texts.some((text) => share(stems, text) >= ECHO);
}

export function isSalad(text: string, stems: Set<string>, { terms }: Recitable): boolean {
  return terms.some(
    (one) =>
      share(stems, one.stems) >= SALAD.share &&
      one.indicators.filter((term) => isSpoken(text, term)).length >= SALAD.terms,
  );
}

function share(part: Set<string>, whole: Set<string>): number {
  return [...part].filter((stem) => whole.has(stem)).length / part.size;
}

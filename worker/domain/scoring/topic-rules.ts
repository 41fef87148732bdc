/** Whether what was said is about a criterion. Pure. */
import type { Criterion, Question } from '../plans/plan-shape.ts';
import { stemsOf } from './english-rules.ts';
import { mentions, wordsOf } from './words-rules.ts';

/** Terms that stand in every story tell little about what it is about. */
const COMMON = new Set(
  `first because wait asked called today again next team minutes number now told since later before after decided
  noticed checked tried finished learned helped problem customer said round result risk cost together mistake
  sentence stopped needed compared`.split(/\s+/),
);
const PHRASES = new Set([
  'in the end',
  'since then',
  'my part',
  'until it',
  'kept at it',
  'asked for',
  'per week',
  'left it',
]);
const VOCABULARY = { each: 0.34, most: 0.9 };

/** How much of what was said is about a criterion: its indicators, and less so the words of its question and anchors. */
export function topicOf(
  said: readonly { text: string }[],
  criterion: Criterion,
  questions: readonly Question[],
): number {
  const text = said.map((one) => one.text).join('\n');
  const named = [...new Set(criterion.indicators.map((term) => term.toLowerCase()))].filter((term) =>
    isSpoken(text, term),
  );
  const stems = stemsOf(text);
  const vocabulary = stemsOf([criterion.name, ...criterion.levels, ...questions.map((one) => one.text)].join(' '));
  const shared = [...stems].filter((one) => vocabulary.has(one)).length;
  const weight = criterion.indicators.length === 0 ? { each: 0.7, most: 4 } : VOCABULARY;
  const terms = named.reduce((sum, term) => sum + (COMMON.has(term) || PHRASES.has(term) ? 0.5 : 1), 0);
  return terms + Math.min(weight.most, shared * weight.each);
}

/** True when a term was said, in its own form or, for a single word, in another one. */
export function isSpoken(text: string, term: string): boolean {
  if (mentions(text, term)) return true;
  if (wordsOf(term).length !== 1) return false;
  const [wanted] = stemsOf(term);
  return wanted !== undefined && stemsOf(text).has(wanted);
}

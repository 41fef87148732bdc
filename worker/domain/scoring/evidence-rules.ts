/**
 * Which sentences of an answer may be evidence for a criterion. What is not the candidate's own account is left out:
 * the question or the rubric read back, lists of terms, words to the scorer, the same sentence again, another language.
 * Pure.
 */
import type { Criterion, Plan, Question } from '../plans/plan-shape.ts';
import { type Holds, holds, smallShare, stemsOf } from './english-rules.ts';
import { isInstruction } from './instruction-rules.ts';
import { visibleText } from './visible-text-rules.ts';
import { mentions, type Span, sentencesOf, wordsOf } from './words-rules.ts';

export interface Said extends Span {
  turnId: string;
  words: string[];
  holds: Holds;
}

const LEAST_WORDS = 4;
/** Below this share of small words something is a list, or not English. */
const LEAST_SMALL = 0.3;
/** This much of a sentence's own words standing in one text of the plan makes it an echo of that text. */
const ECHO = 0.7;
/** So many of a criterion's terms, making up so much of what was said, are a salad of them and not a story. */
const SALAD = { terms: 4, share: 0.7 };
const SAME = 0.75;
/** Speech without full stops comes as one long sentence; it is cut at its joints, so that a quote stays short. */
const LONG_WORDS = 40;
const JOINT = /\s+(?=(?:and then|and i|but|so i|then i|because|after that)\b)/giu;

/** Sentences of a text that were really told, oldest first, each once. */
export function toldSentences(turns: readonly { id: string; text: string }[], plan: Plan): Said[] {
  const echoes = planTexts(plan).map(stemsOf);
  const told: Said[] = [];
  for (const { id, text } of turns) {
    for (const span of sentencesOf(text).flatMap((one) => cut(one))) {
      const seen = visibleText(span.text);
      const words = wordsOf(seen);
      if (words.length < LEAST_WORDS || smallShare(words) < LEAST_SMALL || isInstruction(seen)) continue;
      const stems = stemsOf(seen);
      if (stems.size === 0 || echoes.some((echo) => share(stems, echo) >= ECHO)) continue;
      if (plan.rubric.criteria.some((one) => isSalad(seen, stems, one))) continue;
      if (told.some((before) => alike(new Set(before.words), new Set(words)))) continue;
      told.push({ ...span, turnId: id, words, holds: holds(seen) });
    }
  }
  return told;
}

function isSalad(text: string, stems: Set<string>, { name, indicators }: Criterion): boolean {
  const terms = indicators.filter((term) => spokenOf(text, term)).length;
  return terms >= SALAD.terms && share(stems, stemsOf([name, ...indicators].join(' '))) >= SALAD.share;
}

/** Everything in a plan that a candidate could read back. */
function planTexts(plan: Plan): string[] {
  const questions = plan.sections.flatMap((section) => section.questions);
  return [
    ...questions.flatMap((one: Question) => [
      one.text,
      ...one.followUps.rules.map((rule) => rule.say),
      one.source ?? '',
    ]),
    ...plan.rubric.criteria.flatMap((one: Criterion) => [...one.levels, one.name, one.levels.join(' ')]),
  ].filter((text) => text !== '');
}

function share(part: Set<string>, whole: Set<string>): number {
  return [...part].filter((stem) => whole.has(stem)).length / part.size;
}

function alike(a: Set<string>, b: Set<string>): boolean {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both) >= SAME;
}

function cut(span: Span): Span[] {
  if (wordsOf(span.text).length <= LONG_WORDS) return [span];
  let at = span.startChar;
  return span.text.split(JOINT).map((piece) => {
    const gap = span.text.slice(at - span.startChar).length - span.text.slice(at - span.startChar).trimStart().length;
    const startChar = at + gap;
    at = startChar + piece.length;
    return { text: piece, startChar, endChar: at };
  });
}

/** Terms that stand in every story tell little about what it is about. */
const COMMON = new Set(
  `first because wait asked called today again next team minutes number now told since later before after decided
  noticed checked tried finished learned helped problem customer said round result risk cost together showed`.split(
    /\s+/,
  ),
);
const VOCABULARY = { each: 0.34, most: 1.1 };

/** How much of what was said is about a criterion: its indicators, and less so the words of its question and anchors. */
export function topicOf(said: readonly Said[], criterion: Criterion, questions: readonly Question[]): number {
  const text = said.map((one) => one.text).join('\n');
  const named = [...new Set(criterion.indicators.map((term) => term.toLowerCase()))].filter((term) =>
    spokenOf(text, term),
  );
  const stems = stemsOf(text);
  const vocabulary = stemsOf([criterion.name, ...criterion.levels, ...questions.map((one) => one.text)].join(' '));
  const shared = [...stems].filter((one) => vocabulary.has(one)).length;
  const weight = criterion.indicators.length === 0 ? { each: 0.7, most: 4 } : VOCABULARY;
  const terms = named.reduce((sum, term) => sum + (COMMON.has(term) ? 0.5 : 1), 0);
  return terms + Math.min(weight.most, shared * weight.each);
}

function spokenOf(text: string, term: string): boolean {
  if (mentions(text, term)) return true;
  const [wanted, said] = [stemsOf(term), stemsOf(text)];
  return wanted.size > 0 && wordsOf(term).length === 1 && [...wanted].every((one) => said.has(one));
}

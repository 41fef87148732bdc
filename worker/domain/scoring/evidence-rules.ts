/**
 * Which sentences of an answer may be evidence for a criterion. What is not the candidate's own account is left out:
 * the question or the rubric read back, lists of terms, words to the scorer, the same sentence again, another language.
 * Pure.
 */
import { type Holds, holds, smallShare, stemsOf } from './english-rules.ts';
import { isHollow } from './hollow-rules.ts';
import { ordersIn } from './instruction-rules.ts';
import { piecesOf } from './joint-rules.ts';
import { isEcho, isSalad, type Recitable } from './recited-rules.ts';
import { visibleText } from './visible-text-rules.ts';
import { type Span, sentencesOf, wordsOf } from './words-rules.ts';

export interface Said extends Span {
  turnId: string;
  words: string[];
  holds: Holds;
}

const LEAST_WORDS = 4;
/** An answer of this many sentences has said what it has to say; the work stays bounded whatever is pasted. */
const MOST_SENTENCES = 300;
/** Below this share of small words something is a list, or not English. */
const LEAST_SMALL = 0.2;
const SAME = 0.75;

/** Sentences of a text that were really told, oldest first, each once. */
export function toldSentences(turns: readonly { id: string; text: string }[], recitable: Recitable): Said[] {
  const told: Said[] = [];
  const sets: Set<string>[] = [];
  for (const { id, text } of turns) {
    for (const span of ownSentences(text, recitable)) {
      const seen = visibleText(span.text);
      const words = wordsOf(seen);
      if (words.length < LEAST_WORDS || smallShare(words) < LEAST_SMALL) continue;
      const stems = stemsOf(seen);
      if (stems.size === 0 || isEcho(stems, recitable) || isSalad(seen, stems, recitable)) continue;
      if (isHollow(seen, 'sentence')) continue;
      const unlike = new Set(words);
      if (sets.some((before) => alike(before, unlike))) continue;
      sets.push(unlike);
      told.push({ ...span, turnId: id, words, holds: holds(seen) });
    }
  }
  const all = told.map((one) => one.text).join('\n');
  const whole = turns.map(({ text }) => visibleText(text)).join('\n');
  return isSalad(all, stemsOf(all), recitable) || isHollow(whole, 'account') ? [] : told;
}

function ownSentences(text: string, recitable: Recitable): Span[] {
  const sentences = sentencesOf(text).slice(0, MOST_SENTENCES);
  const pieces = sentences.filter((one) => !isSalad(one.text, stemsOf(one.text), recitable)).flatMap(piecesOf);
  const orders = ordersIn(text, pieces, visibleText);
  return pieces.filter((_, at) => !orders[at]);
}

function alike(a: Set<string>, b: Set<string>): boolean {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both) >= SAME;
}

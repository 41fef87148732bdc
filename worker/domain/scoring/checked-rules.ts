/**
 * What of a model's answer is believed: its shape, quotes that were really said and say something, and a level only
 * where such a quote is left. Whatever comes in, a card comes out, and nothing throws. Pure.
 */
import * as v from 'valibot';
import { shortened, wellFormedJson } from '../../text-rules.ts';
import type { Criterion, Plan } from '../plans/plan-shape.ts';
import { type Said, toldSentences } from './evidence-rules.ts';
import { ordersIn } from './instruction-rules.ts';
import { piecesOf } from './joint-rules.ts';
import { quoteTimes, type TimedTurn } from './quote-times-rules.ts';
import { recitableOf } from './recited-rules.ts';
import type { Judged, Quote } from './scorecard-shape.ts';
import { findQuote, type Place } from './verbatim-rules.ts';
import { verdictSchema } from './verdict-shape.ts';
import { visibleText } from './visible-text-rules.ts';
import { countWords, sentencesOf } from './words-rules.ts';

/** An answer, what the model saw of it, and what of it may not be quoted. */
export interface SeenTurn {
  id: string;
  label: string;
  /** As said. */
  turn: TimedTurn & { questionId: string | null };
  /** As shown to the model: of the same length. */
  seen: string;
}

/** Fewer words than this prove nothing. */
const LEAST_WORDS = 3;
const MOST_QUOTE_CHARS = 400;
const MOST_QUOTES = 3;
const MOST_REASON_CHARS = 600;
/** Longer than any answer to the schema can be. */
const MOST_ANSWER_CHARS = 60_000;

/** Servers that only imitate a schema like to set it off as code. */
const FENCED = /^\s*```(?:json)?\n([\s\S]*)\n```\s*$/;

const NOTHING_LEFT = 'No words were found in what was said that this level could stand on.';
const NOT_READ = 'The answer of the model could not be used.';

/** One run's judgement, as far as it can be believed. */
export function checked(answer: string, criterion: Criterion, plan: Plan, turns: readonly SeenTurn[]): Judged {
  const read = v.safeParse(verdictSchema, parsed(answer));
  // A broken answer is no finding about the candidate: it must not pass for one.
  if (!read.success) return { ...without(criterion, NOT_READ), needsPerson: true };
  const { level, reason, quotes } = read.output;
  const own = quotes.length === 0 ? null : ownAccount(plan, turns);
  const kept: Quote[] = [];
  for (const { turn: label, words } of quotes) {
    const quote = quoteIn(turns, own, label, words);
    if (quote === null || kept.some((one) => one.turnId === quote.turnId && one.text === quote.text)) continue;
    kept.push(quote);
  }
  const why = shortened(visibleText(reason).trim(), MOST_REASON_CHARS);
  if (level === 0) return without(criterion, why === '' ? 'Too little was said to judge this.' : why);
  if (kept.length === 0 || !tellsAnAct(kept, turns, own)) return without(criterion, NOTHING_LEFT);
  return {
    criterionId: criterion.id,
    level,
    outcome: 'scored',
    confidence: 'medium',
    reason: why,
    quotes: kept.slice(0, MOST_QUOTES),
  };
}

/** In English the rules know an account from an echo of the question or a list of terms; elsewhere a person must. */
function ownAccount(plan: Plan, turns: readonly SeenTurn[]): Said[] | null {
  if (plan.language !== 'en') return null;
  return toldSentences(
    turns.map(({ id, turn }) => ({ id, text: turn.text })),
    recitableOf(plan),
  );
}

function quoteIn(turns: readonly SeenTurn[], own: Said[] | null, label: string, words: string): Quote | null {
  if (words.length > MOST_QUOTE_CHARS || countWords(words) < LEAST_WORDS) return null;
  // A right quote under a wrong label is still what was said; a wrong quote is found nowhere.
  const named = turns.find((turn) => turn.label === label.trim());
  for (const turn of named === undefined ? turns : [named, ...turns.filter((one) => one !== named)]) {
    const place = findQuote(turn.seen, words);
    if (place === null) continue;
    if (touchesInstruction(turn.turn.text, place)) return null;
    if (own !== null && !own.some((said) => said.turnId === turn.id && meets(said, place))) return null;
    const text = turn.turn.text.slice(place.startChar, place.endChar);
    return { turnId: turn.id, text, ...quoteTimes(turn.turn, place) };
  }
  return null;
}

/** Among the quotes of a level is one of something that the candidate did or would do. */
function tellsAnAct(kept: readonly Quote[], turns: readonly SeenTurn[], own: Said[] | null): boolean {
  if (own === null) return true;
  return kept.some(({ turnId, text }) => {
    const place = findQuote(turns.find(({ id }) => id === turnId)?.turn.text ?? '', text);
    return (
      place !== null && own.some((said) => said.turnId === turnId && said.holds.act !== null && meets(said, place))
    );
  });
}

function meets(a: Place, b: Place): boolean {
  return a.startChar < b.endChar && a.endChar > b.startChar;
}

function touchesInstruction(text: string, place: Place): boolean {
  return orderPlaces(text).some((order) => meets(order, place));
}

/** What speaks to the scorer is not shown to it: as many blanks stand in its place. */
export function withoutInstructions(text: string): string {
  return orderPlaces(text).reduce(
    (before, { startChar, endChar }) =>
      `${before.slice(0, startChar)}${' '.repeat(endChar - startChar)}${before.slice(endChar)}`,
    text,
  );
}

function orderPlaces(text: string): Place[] {
  const pieces = sentencesOf(text).flatMap(piecesOf);
  const orders = ordersIn(text, pieces, visibleText);
  return pieces.filter((_, at) => orders[at]);
}

function parsed(answer: string): unknown {
  if (answer.length > MOST_ANSWER_CHARS) return null;
  try {
    return wellFormedJson(JSON.parse(FENCED.exec(answer)?.[1] ?? answer));
  } catch {
    return null;
  }
}

function without(criterion: Criterion, reason: string): Judged {
  return {
    criterionId: criterion.id,
    level: null,
    outcome: 'insufficient-evidence',
    confidence: 'low',
    reason,
    quotes: [],
  };
}

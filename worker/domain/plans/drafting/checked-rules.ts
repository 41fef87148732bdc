/**
 * What of a model's draft is believed: texts of the right size, questions about work, phrases that really stand in the
 * description, five levels that differ, ids and weights of our own. Whatever comes in, nothing throws. Pure.
 */
import * as v from 'valibot';
import { LIMITS } from '../../../limits.ts';
import { wellFormedJson } from '../../../text-rules.ts';
import { visibleText } from '../../scoring/visible-text-rules.ts';
import { dubiousLine } from '../dubious-line-rules.ts';
import type { Criterion, Question, Section } from '../plan-shape.ts';
import { privateTrait } from '../private-rules.ts';
import type { Topic } from './prompt-rules.ts';
import { outlineSchema, topicSchema, type WrittenTopic } from './written-shape.ts';

/** Topics of a draft: enough to tell people apart, few enough for half an hour. */
export const TOPICS = { least: 3, most: 5 };
/** Questions that are judged, over all topics: with the opening, eight. */
const MOST_QUESTIONS = 7;
const MOST_ANSWER_CHARS = 60_000;
const SHORT_CHARS = 16;
const TERM_CHARS = 60;
const LEAST_LEVEL_WORDS = 3;
const LEAST_SOURCE_CHARS = 8;
/** Longer ones are sentences that somebody could recite. */
const MOST_INDICATOR_WORDS = 2;

/**
 * A description may tempt a model to ask for what the product never asks. Here a question too few costs nothing, so
 * these words are refused wherever they stand.
 */
const TEMPTED =
  /\b(age|aged|ages|birthday|birth date|married|marital|unmarried|pregnan\w*|religio\w*|caste|nationalit\w*|ethnic\w*|sexual\w*|gender|voted?|political|salary history|date of birth|disabilit\w*)\b/i;
/** Whose age, health or family is the work itself. */
const WORKED_FOR =
  /\b(?:children|pupils|students|patients|residents|clients|customers|guests|members|people|families|employees)\b/i;
const MARKUP = /https?:|www\.|[{}<>‹›]|\b(?:system prompt|language model|as an ai)\b/i;

export interface CheckedOutline {
  opening: string | null;
  topics: Topic[];
}

/** Null when too little of it can be used. */
export function checkedOutline(answer: string, description: string): CheckedOutline | null {
  const read = v.safeParse(outlineSchema, parsed(answer));
  if (!read.success) return null;
  const topics: Topic[] = [];
  for (const written of read.output.topics) {
    const section = line(written.section, LIMITS.text.title);
    const criterion = line(written.criterion, LIMITS.text.title);
    if (section === null || criterion === null) continue;
    if (topics.some((one) => same(one.criterion, criterion) || same(one.section, section))) continue;
    const id = freeId(
      written.short,
      topics.map((one) => one.id),
    );
    const short = line(written.short, SHORT_CHARS) ?? shortOf(criterion);
    topics.push({
      id,
      section,
      criterion,
      short,
      weight: written.weight,
      source: sourceIn(written.source, description),
    });
    if (topics.length === TOPICS.most) break;
  }
  if (topics.length < TOPICS.least) return null;
  const opening = line(read.output.opening, LIMITS.text.sentence);
  return { opening, topics };
}

/** Null when too little of it can be used. */
export function checkedTopic(
  answer: string,
  topic: Topic,
  description: string,
  most: number,
): { section: Section; criterion: Omit<Criterion, 'weight'> } | null {
  const read = v.safeParse(topicSchema, parsed(answer));
  if (!read.success) return null;
  const levels = levelsOf(read.output);
  const questions = questionsOf(read.output, topic, description, most);
  if (levels === null || questions.length === 0) return null;
  return {
    section: { id: topic.id, title: topic.section, questions },
    criterion: {
      id: topic.id,
      name: topic.criterion,
      short: topic.short,
      levels,
      indicators: wordsOf(read.output.indicators, LIMITS.plan.indicators, MOST_INDICATOR_WORDS),
    },
  };
}

/** How many questions the topic at `index` may have, so that all together stay within an interview. */
export function questionsFor(index: number, topics: number): number {
  return index < MOST_QUESTIONS - topics ? 2 : 1;
}

/** Whole percent in proportion, at least 1 each, 100 together; equal shares where nothing usable is said. */
export function weightsOf(wished: readonly number[]): number[] {
  const sane = wished.map((one) => (Number.isFinite(one) && one > 0 ? Math.min(one, 1e6) : 0));
  const base = sane.every((one) => one > 0) ? sane : wished.map(() => 1);
  const sum = base.reduce((total, one) => total + one, 0);
  const weights = base.map((one) => Math.max(1, Math.floor((one / sum) * 100)));
  // What rounding left over, or took too much, is settled with the heaviest.
  const heaviest = weights.indexOf(Math.max(...weights));
  const over = 100 - weights.reduce((total, one) => total + one, 0);
  return weights.map((one, index) => (index === heaviest ? one + over : one));
}

function questionsOf(written: WrittenTopic, topic: Topic, description: string, most: number): Question[] {
  const questions: Question[] = [];
  for (const one of written.questions) {
    const text = line(one.text, LIMITS.text.sentence);
    if (text === null || questions.some((other) => same(other.text, text))) continue;
    const source = sourceIn(one.source, description) ?? (questions.length === 0 ? topic.source : null);
    const say = line(one.probe.say, LIMITS.text.sentence);
    const terms = wordsOf(one.probe.terms, 20);
    questions.push({
      id: `${topic.id}-${questions.length + 1}`,
      text,
      kind: one.kind,
      followUps:
        say === null || terms.length === 0
          ? { budget: 0, rules: [] }
          : { budget: one.kind === 'adaptive' ? 2 : 1, rules: [{ when: 'missing', terms, say }] },
      evidenceFor: [topic.id],
      ...(source === null ? {} : { source }),
    });
    if (questions.length === most) break;
  }
  return questions;
}

function levelsOf({ level1, level2, level3, level4, level5 }: WrittenTopic): Criterion['levels'] | null {
  const [one, two, three, four, five] = [level1, level2, level3, level4, level5].map((level) =>
    line(level, LIMITS.text.sentence),
  );
  if (!one || !two || !three || !four || !five) return null;
  const all: Criterion['levels'] = [one, two, three, four, five];
  if (new Set(all.map(bare)).size < all.length) return null;
  return all.every((level) => level.split(/\s+/).length >= LEAST_LEVEL_WORDS) ? all : null;
}

/** A sentence that may stand in a plan; null when it is empty, too long, private, or no sentence at all. */
function line(written: string, longest: number): string | null {
  const text = visibleText(written).replaceAll(/\s+/g, ' ').trim();
  if (text === '' || text.length > longest || !/\p{L}/u.test(text)) return null;
  return MARKUP.test(text) || TEMPTED.test(text) || privateTrait(text) !== null ? null : text;
}

function wordsOf(written: readonly string[], most: number, words = Number.POSITIVE_INFINITY): string[] {
  const usable = written
    .map((one) => line(one, TERM_CHARS) ?? '')
    .filter((one) => one.length >= 2 && one.split(' ').length <= words);
  return [...new Set(usable)].slice(0, most);
}

/** Only what stands there word for word may be shown as where a question came from. */
function sourceIn(written: string, description: string): string | null {
  const phrase = written.trim();
  if (phrase.length < LEAST_SOURCE_CHARS || phrase.length >= LIMITS.text.sentence || phrase.includes('\n')) return null;
  const asksWho = TEMPTED.test(phrase) && !WORKED_FOR.test(phrase);
  if (asksWho || privateTrait(phrase) !== null || dubiousLine(phrase) !== null) return null;
  if (!description.includes(phrase)) return null;
  // Models leave the full stop out; a mark that ends before it looks torn off.
  const sign = ['.', '!', '?', '؟', '।'].find((one) => description.includes(phrase + one));
  return phrase + (sign ?? '');
}

function freeId(short: string, taken: readonly string[]): string {
  const base = short
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .slice(0, SHORT_CHARS);
  // The opening has these two.
  const free = base !== '' && ![...taken, 'start', 'hello'].includes(base);
  return free ? base : `topic-${taken.length + 1}`;
}

function shortOf(criterion: string): string {
  return (criterion.split(' ')[0] ?? '').slice(0, SHORT_CHARS);
}

function same(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function parsed(answer: string): unknown {
  if (answer.length > MOST_ANSWER_CHARS) return null;
  try {
    return wellFormedJson(JSON.parse(answer));
  } catch {
    return null;
  }
}

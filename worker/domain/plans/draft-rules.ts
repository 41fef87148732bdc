/**
 * Drafts a plan from a job description without a model: finds the lines that say what the work is, sees which themes
 * they speak of, and asks about the strongest. Every question names the phrase it came from, verbatim. Pure.
 */
import { LIMITS } from '../../limits.ts';
import { shortened } from '../../text-rules.ts';
import { sentencesOf } from '../scoring/words-rules.ts';
import { descriptionLines } from './description-line-rules.ts';
import { dubiousLine } from './dubious-line-rules.ts';
import type { Criterion, Plan, Question, Section } from './plan-shape.ts';
import { PEOPLE_THEMES } from './themes/people-rules.ts';
import type { Theme } from './themes/theme-shape.ts';
import { TRADE_THEMES } from './themes/trade-rules.ts';
import { WORK_THEMES } from './themes/work-rules.ts';

export const THEMES: readonly Theme[] = [...PEOPLE_THEMES, ...WORK_THEMES, ...TRADE_THEMES];

/** Criteria of a first draft: enough to tell people apart, few enough for half an hour. */
const CRITERIA = { least: 3, most: 5 };
const MINUTE_MS = 60_000;
const MINUTES = { start: 3, theme: 5, most: 45 };
/** What the employer gives is no ground for a question; what somebody works on with pay, leave and pensions is. */
const OFFERED =
  /\bwe(?: also)? (?:pay|offer)\b|^(?:\d+ days|(?:a )?(?:company|private|free|paid|attractive|competitive|generous|good|fair|annual|flexible)\b).*\b(?:salary|pay|pension|insurance|holidays?|vacation|leave|bonus|benefits?|perks?)\b|^(?:salary|bonus|benefits|pension|health insurance|holidays?)\b[^.]{0,30}$/i;

export interface Found {
  theme: Theme;
  /** Lines that speak of it, the first one found first. */
  phrases: string[];
}

/** The themes that a description speaks of, the strongest first. */
export function findThemes(description: string): Found[] {
  const lines = workLines(description);
  const strength = (found: Line[]) => found.reduce((sum, line) => sum + line.weight, 0);
  return THEMES.map((theme) => ({ theme, found: lines.filter(({ text }) => speaksOf(theme, text)) }))
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => strength(b.found) - strength(a.found))
    .map(({ theme, found }) => ({
      theme,
      phrases: [...found].sort((a, b) => b.weight - a.weight).map(({ text }) => text),
    }));
}

/** A plan from a job description; a description that says little gets the themes that every work has. */
export function draftPlan(input: { title: string; description: string }): Plan {
  const found = findThemes(input.description).slice(0, CRITERIA.most);
  const spare = THEMES.filter(
    ({ id }) => ['own', 'learn', 'team'].includes(id) && !found.some((one) => one.theme.id === id),
  );
  const missing = Math.max(0, CRITERIA.least - found.length);
  const chosen = [...found, ...spare.slice(0, missing).map((theme) => ({ theme, phrases: [] }))];
  return planOf(input.title, chosen);
}

/** A plan that asks about these themes in this order. */
export function planOf(title: string, chosen: readonly Found[]): Plan {
  const minutes = Math.min(MINUTES.most, MINUTES.start + chosen.length * MINUTES.theme);
  const used = new Set<string>();
  return {
    title: shortened(title, LIMITS.text.title),
    language: 'en',
    limits: { totalMs: minutes * MINUTE_MS, questionMs: 4 * MINUTE_MS },
    patience: 'patient',
    sections: [opening(title), ...chosen.map((one) => sectionOf(one, used))],
    rubric: { criteria: chosen.map(({ theme }, index) => criterionOf(theme, weightOf(index, chosen.length))) },
  };
}

/** A gentle start that is not judged. */
export function opening(title: string): Section {
  const text = `Let us start gently. What does your work look like today, and what draws you to ${title}?`;
  const followUps = { budget: 0, rules: [] };
  const question: Question = {
    id: 'hello',
    text: shortened(text, LIMITS.text.sentence),
    kind: 'scripted',
    followUps,
    evidenceFor: [],
  };
  return { id: 'start', title: 'Getting started', questions: [question] };
}

function sectionOf({ theme, phrases }: Found, used: Set<string>): Section {
  // One phrase stands behind one theme, where there is another to choose.
  const source = phrases.find((phrase) => !used.has(phrase)) ?? phrases[0];
  if (source !== undefined) used.add(source);
  const asks = phrases.length > 1 ? theme.asks : theme.asks.slice(0, 1);
  return {
    id: theme.id,
    title: theme.section,
    questions: asks.map((text, index) => ({
      id: `${theme.id}-${index + 1}`,
      text,
      kind: 'adaptive',
      followUps: {
        budget: 1,
        rules: [
          { when: 'short', words: 12, say: 'Take me through it slowly, from the beginning.' },
          { when: 'missing', terms: [...theme.probe.terms], say: theme.probe.say },
        ],
      },
      evidenceFor: [theme.id],
      ...(source === undefined || index > 0 ? {} : { source }),
    })),
  };
}

function criterionOf(theme: Theme, weight: number): Criterion {
  return {
    id: theme.id,
    name: theme.name,
    short: theme.short,
    weight,
    levels: [...theme.levels],
    indicators: [...theme.indicators],
  };
}

/** Equal shares in whole percent; what is left over goes to the first. */
function weightOf(index: number, count: number): number {
  const share = Math.floor(100 / count);
  return index === 0 ? 100 - share * (count - 1) : share;
}

interface Line {
  text: string;
  /** How much it says about the work itself. */
  weight: number;
}

/** What a list item under "you will" says counts full, what a person should bring less, running text least. */
const WEIGHT = { duty: 1, wanted: 0.4, text: 0.3 };

/** Lines that say what the work is: list items first, then sentences. */
function workLines(description: string): Line[] {
  const items: Line[] = [];
  const sentences: Line[] = [];
  for (const { text, item, part } of descriptionLines(description)) {
    if (part === 'offer' || dubiousLine(text) !== null) continue;
    if (item) items.push({ text, weight: part === 'wanted' ? WEIGHT.wanted : WEIGHT.duty });
    else for (const sentence of sentencesOf(text)) sentences.push({ text: sentence.text, weight: WEIGHT.text });
  }
  return [...items, ...sentences].filter(
    ({ text }) =>
      text.length >= 12 &&
      text.length <= LIMITS.text.sentence &&
      /\s/.test(text) &&
      !OFFERED.test(text) &&
      dubiousLine(text) === null,
  );
}

function speaksOf(theme: Theme, line: string): boolean {
  return patternOf(theme).test(line);
}

const patterns = new Map<string, RegExp>();

function patternOf(theme: Theme): RegExp {
  const known = patterns.get(theme.id);
  if (known !== undefined) return known;
  const words = theme.words.map((word) => (word.endsWith('*') ? `${word.slice(0, -1)}[\\p{L}-]*` : word));
  const made = new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'iu');
  patterns.set(theme.id, made);
  return made;
}

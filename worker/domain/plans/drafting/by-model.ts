/**
 * Drafts a plan with models, section by section. What a model writes is checked in code; where one fails the next is
 * asked, and a section that none can write comes from the rules. Nothing here is kept: that is for whoever asked.
 */
import { LIMITS } from '../../../limits.ts';
import type { Model } from '../../../providers/model/model.ts';
import { shortened } from '../../../text-rules.ts';
import type { Usage } from '../../spend/usage-shape.ts';
import { draftPlan, opening as openingOf } from '../draft-rules.ts';
import type { Criterion, Plan, Section } from '../plan-shape.ts';
import { type CheckedOutline, checkedOutline, checkedTopic, questionsFor, TOPICS, weightsOf } from './checked-rules.ts';
import { descriptionInput, languageOf, outlineInstructions, type Topic, topicInstructions } from './prompt-rules.ts';
import type { Drafter, DraftStep } from './steps-shape.ts';
import { OUTLINE_JSON_SCHEMA, TOPIC_JSON_SCHEMA } from './written-shape.ts';

const TOKENS = { outline: 1_500, topic: 2_500 };
const TEMPERATURE = 0.4;

export interface ToDraft {
  title: string;
  description: string;
  signal: AbortSignal;
  onUsage: (usage: Usage) => void;
}

interface Part {
  by: Drafter;
  section: Section;
  criterion: Omit<Criterion, 'weight'>;
  weight: number;
}

/** Yields each section as it is ready, in order; returns the plan, or null when no model wrote anything to be used. */
export async function* draftByModel(
  models: readonly Model[],
  input: ToDraft,
): AsyncGenerator<DraftStep, Plan | null, void> {
  yield { step: 'asked', by: 'model' };
  const language = languageOf(input.description);
  const outline = await outlineBy(models, input, language);
  if (outline === null) return null;
  const { topics } = outline;
  const start = openingOf(input.title);
  const [hello] = start.questions;
  if (hello !== undefined && outline.opening !== null) hello.text = outline.opening;
  yield { step: 'outline', by: 'model', titles: [start, ...topics].map(titleOf), why: null };
  yield { step: 'section', by: 'model', section: start, criterion: null };

  const spare = ruled(input, topics.length);
  const writing = inTurn(topics, LIMITS.drafting.atOnce, (topic, index) =>
    topicBy(models, input, topic, index, topics, language),
  );
  const parts: Part[] = [];
  for (const [index, topic] of topics.entries()) {
    // When time is up, what is not written yet comes from the rules.
    const written = (await writing[index]) ?? null;
    // The rules speak English: an interview in another language is rather shorter than mixed.
    const rule = written === null && language === 'en' ? spare.shift() : undefined;
    const part: Part | null =
      written !== null
        ? { by: 'model', ...written, weight: topic.weight }
        : rule === undefined
          ? null
          : { by: 'rules', ...rule, weight: topic.weight };
    if (part === null) continue;
    parts.push(part);
    const { by, section, criterion, weight } = part;
    yield {
      step: 'section',
      by,
      section,
      criterion: { ...criterion, weight: Math.min(100, Math.max(1, Math.round(weight) || 1)) },
    };
  }
  if (parts.every(({ by }) => by === 'rules') || parts.length < TOPICS.least) return null;
  return planOfParts(input.title, language, start, parts);
}

function planOfParts(title: string, language: Plan['language'], start: Section, parts: readonly Part[]): Plan {
  const weights = weightsOf(parts.map(({ weight }) => weight));
  const sections = [start, ...parts.map(({ section }) => section)];
  const questions = sections.reduce((sum, section) => sum + section.questions.length, 0);
  const { questionMs, totalMs } = LIMITS.drafting;
  return {
    title: shortened(title, LIMITS.text.title),
    language,
    limits: { totalMs: Math.min(totalMs, questions * questionMs), questionMs },
    patience: 'patient',
    sections,
    rubric: {
      criteria: parts.map(({ criterion }, index) => ({ ...criterion, weight: weights[index] ?? 1 })),
    },
  };
}

/** Sections of the rules, for those that no model writes; under ids that no model can choose. */
function ruled({ title, description }: ToDraft, most: number): Omit<Part, 'by' | 'weight'>[] {
  const plan = draftPlan({ title, description });
  return plan.rubric.criteria.slice(0, most).flatMap(({ weight: _, ...criterion }) => {
    const section = plan.sections.find(({ id }) => id === criterion.id);
    if (section === undefined) return [];
    const id = `rules-${criterion.id}`;
    const questions = section.questions
      .slice(0, 1)
      .map((question) => ({ ...question, id: `${id}-1`, evidenceFor: [id] }));
    return [{ section: { ...section, id, questions }, criterion: { ...criterion, id } }];
  });
}

async function outlineBy(
  models: readonly Model[],
  input: ToDraft,
  language: Plan['language'],
): Promise<CheckedOutline | null> {
  return await firstUsable(models, input, {
    instructions: outlineInstructions(language),
    schema: { name: 'outline', schema: OUTLINE_JSON_SCHEMA },
    maxTokens: TOKENS.outline,
    read: (answer) => checkedOutline(answer, input.description),
  });
}

async function topicBy(
  models: readonly Model[],
  input: ToDraft,
  topic: Topic,
  index: number,
  topics: readonly Topic[],
  language: Plan['language'],
) {
  return await firstUsable(models, input, {
    instructions: topicInstructions(
      topic,
      topics.filter((one) => one !== topic),
      language,
    ),
    schema: { name: 'section', schema: TOPIC_JSON_SCHEMA },
    maxTokens: TOKENS.topic,
    read: (answer) => checkedTopic(answer, topic, input.description, questionsFor(index, topics.length)),
  });
}

interface Wanted<T> {
  instructions: string;
  schema: { name: string; schema: Record<string, unknown> };
  maxTokens: number;
  read: (answer: string) => T | null;
}

/** The first answer of which something is left after the checks; null when no model gives one. */
async function firstUsable<T>(models: readonly Model[], input: ToDraft, wanted: Wanted<T>): Promise<T | null> {
  const { read, ...request } = wanted;
  for (const model of models) {
    if (input.signal.aborted) return null;
    try {
      let answer = '';
      const asked = model.think({
        ...request,
        input: descriptionInput(input.title, input.description),
        temperature: TEMPERATURE,
        signal: AbortSignal.any([input.signal, AbortSignal.timeout(LIMITS.drafting.answerMs)]),
        onUsage: input.onUsage,
      });
      for await (const piece of asked) answer += piece;
      const usable = read(answer);
      if (usable !== null) return usable;
    } catch {
      // A model that fails is like one that writes nothing: the next is asked.
    }
  }
  return null;
}

/** Starts the work in order, never more than `most` at once; each result can be waited for by itself. */
function inTurn<T, R>(items: readonly T[], most: number, work: (item: T, index: number) => Promise<R>): Promise<R>[] {
  const running: Promise<R>[] = [];
  for (const [index, item] of items.entries()) {
    const before = running[index - most];
    running.push(before === undefined ? work(item, index) : before.then(() => work(item, index)));
  }
  return running;
}

function titleOf(one: { title: string } | { section: string }): string {
  return 'title' in one ? one.title : one.section;
}

/**
 * The rehearsed scorer: rules only, no model. It sees whether an answer is the candidate's own account, whether it is
 * about the criterion, and how much it holds (acts, figures, reasons, outcomes); it does not understand it, and says
 * so. It never looks at grammar, accent, pace, pauses or fillers. Pure.
 */
import type { Criterion, Plan, Question } from '../plans/plan-shape.ts';
import { digestOf } from './digest-rules.ts';
import { type Said, toldSentences } from './evidence-rules.ts';
import { levelOf } from './level-rules.ts';
import { quoteTimes, type TimedTurn } from './quote-times-rules.ts';
import { type Recitable, recitableOf } from './recited-rules.ts';
import type { Card, Judged, Quote } from './scorecard-shape.ts';
import { topicOf } from './topic-rules.ts';

export interface JudgedTurn extends TimedTurn {
  id: string;
  speaker: 'candidate' | 'interviewer';
  kind: string;
  questionId: string | null;
}

/** An account does not speak to its listener: who is told what to do here tells nothing of what was done there. */
const SPOKEN_TO = /\b(?<!\b(?:thank|for|of|with) )you(?:r|rs|rself)?\b(?! (?:know|see)\b)/iu;
const QUOTES = 3;
/** A quote longer than this is not read. */
const QUOTE_CHARS = 320;

/** Judges every criterion of the plan. A level always stands on words that were said. */
export function scoreRehearsed({ plan, turns }: { plan: Plan; turns: JudgedTurn[] }): Card {
  const recitable = recitableOf(plan);
  const criteria = plan.rubric.criteria.map((criterion) => judge(plan, recitable, turns, criterion));
  return { digest: digestOf(plan, criteria, turns), criteria };
}

function judge(plan: Plan, recitable: Recitable, turns: readonly JudgedTurn[], criterion: Criterion): Judged {
  const questions = questionsFor(plan, criterion);
  const ids = new Set(questions.map(({ id }) => id));
  const about = turns.filter((turn) => turn.questionId !== null && ids.has(turn.questionId));
  const answers = about.filter(
    (turn) => turn.speaker === 'candidate' && turn.kind === 'answer' && turn.text.trim() !== '',
  );
  if (answers.length === 0 && !about.some((turn) => turn.kind === 'question')) {
    return without(
      criterion,
      'not-asked',
      'This was not asked, so there is nothing to judge. That is not the candidate’s doing.',
    );
  }
  if (plan.language !== 'en')
    return without(criterion, 'insufficient-evidence', 'The rules read English only. A person has to judge this.');
  if (answers.length === 0) return without(criterion, 'insufficient-evidence', 'Nothing was said to this question.');
  const told = toldSentences(answers, recitable).filter(
    ({ text, holds }) => holds.act !== null || !SPOKEN_TO.test(text),
  );
  const topic = topicOf(told, criterion, questions);
  const others = plan.rubric.criteria.filter((one) => one.id !== criterion.id);
  const elsewhere = Math.max(0, ...others.map((one) => topicOf(told, one, questionsFor(plan, one))));
  const found = levelOf(criterion, told, { topic, elsewhere });
  if (found.level === null) return without(criterion, 'insufficient-evidence', found.reason);
  return {
    criterionId: criterion.id,
    level: found.level,
    outcome: 'scored',
    confidence: found.confidence,
    reason: found.reason,
    quotes: quotesOf(told, criterion, questions, answers),
  };
}

function questionsFor(plan: Plan, { id }: Criterion): Question[] {
  return plan.sections.flatMap((section) => section.questions.filter((one) => one.evidenceFor.includes(id)));
}

function without({ id }: Criterion, outcome: 'insufficient-evidence' | 'not-asked', reason: string): Judged {
  return { criterionId: id, level: null, outcome, confidence: 'low', reason, quotes: [] };
}

/** The sentences that hold most, in the order in which they were said. */
function quotesOf(told: readonly Said[], criterion: Criterion, questions: Question[], answers: JudgedTurn[]): Quote[] {
  const short = told.filter((one) => one.text.length <= QUOTE_CHARS);
  const ranked = (short.length > 0 ? short : told)
    .map((one) => ({ one, worth: worthOf(one) + topicOf([one], criterion, questions) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, QUOTES)
    .map(({ one }) => one);
  return told
    .filter((one) => ranked.includes(one))
    .flatMap((one) => {
      const turn = answers.find(({ id }) => id === one.turnId);
      return turn === undefined ? [] : [{ turnId: one.turnId, text: one.text, ...quoteTimes(turn, one) }];
    });
}

function worthOf({ holds }: Said): number {
  const act = holds.act === 'past' ? 2 : holds.act === 'present' ? 1 : 0;
  return act + Number(holds.figure) + Number(holds.reason) + Number(holds.result);
}

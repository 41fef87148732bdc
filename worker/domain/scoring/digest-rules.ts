/** The two-minute digest of the rehearsed scorer: what was said, in the candidate's words, and what was not judged. Pure. */
import type { Plan } from '../plans/plan-shape.ts';
import { quoteTimes, type TimedTurn } from './quote-times-rules.ts';
import type { Card, Judged, Quote } from './scorecard-shape.ts';
import { sentencesOf } from './words-rules.ts';

type DigestTurn = TimedTurn & { id: string; speaker: 'candidate' | 'interviewer'; questionId: string | null };

/** Up to three sentences, each with the moment that it speaks of; nothing is said that has no such moment. */
export function digestOf(plan: Plan, criteria: readonly Judged[], turns: readonly DigestTurn[]): Card['digest'] {
  const nameOf = (one: Judged) => plan.rubric.criteria.find(({ id }) => id === one.criterionId)?.name ?? '';
  const weightOf = (one: Judged) => plan.rubric.criteria.find(({ id }) => id === one.criterionId)?.weight ?? 0;
  const scored = criteria
    .filter((one) => one.level !== null)
    .sort((a, b) => (b.level ?? 0) - (a.level ?? 0) || weightOf(b) - weightOf(a));
  const [most, ...rest] = scored;
  const least = rest.at(-1);
  const open = criteria.filter((one) => one.outcome === 'insufficient-evidence');
  return [
    ...(most === undefined ? [] : said(`Told most fully: ${nameOf(most)}.`, most.quotes)),
    ...(least === undefined ? [] : said(`Told most thinly of what was judged: ${nameOf(least)}.`, least.quotes)),
    ...notJudged(plan, open, turns, open.map(nameOf)),
  ];
}

function said(text: string, quotes: readonly Quote[]): Card['digest'] {
  const shortest = [...quotes].sort((a, b) => Math.abs(a.text.length - 90) - Math.abs(b.text.length - 90))[0];
  if (shortest === undefined) return [];
  return [{ text: `${text} “${shortest.text}”`, cites: [shortest] }];
}

function notJudged(plan: Plan, open: readonly Judged[], turns: readonly DigestTurn[], names: string[]): Card['digest'] {
  const cites = open.flatMap((one) => {
    const questions = plan.sections.flatMap((section) => section.questions);
    const ids = questions.filter(({ evidenceFor }) => evidenceFor.includes(one.criterionId)).map(({ id }) => id);
    const about = turns.filter((turn) => turn.questionId !== null && ids.includes(turn.questionId));
    const heard = about.find((turn) => turn.speaker === 'candidate' && turn.text.trim() !== '') ?? about[0];
    const first = heard === undefined ? undefined : sentencesOf(heard.text)[0];
    if (heard === undefined || first === undefined) return [];
    return [{ turnId: heard.id, text: first.text, ...quoteTimes(heard, first) }];
  });
  if (cites.length === 0) return [];
  return [{ text: `Not judged for want of evidence, which is not a low level: ${names.join('; ')}.`, cites }];
}

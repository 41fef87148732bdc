/** What the rehearsed interviewer says after an answer: the plan's own rules, within its budget and the time. Pure. */
import type { FollowUpRule } from '../../domain/plans/plan-shape.ts';
import { countWords, mentions } from '../../domain/scoring/words-rules.ts';
import { LIMITS } from '../../limits.ts';
import type { Reply, ReplyRequest } from './conversation.ts';

/** Asking on takes about this long with its answer; with less time left it would only cut the candidate off. */
export const FOLLOW_UP_MS = 40_000;

/** The next follow-up that the plan asks for, or the next question. A question never costs another one its turn. */
export function nextRehearsed({ plan, question, answers, followUpsAsked, remainingMs }: ReplyRequest): Reply {
  const { budget, rules } = question.followUps;
  const order = plan.sections.flatMap((section) => section.questions).map(({ id }) => id);
  const toCome = order.length - 1 - order.indexOf(question.id);
  const needed = FOLLOW_UP_MS + toCome * LIMITS.interview.questionMinMs;
  if (followUpsAsked.length >= budget || remainingMs < needed) return { kind: 'next' };
  const said = answers.join('\n');
  const rule = rules.findIndex((one, index) => !followUpsAsked.includes(index) && applies(one, said));
  const found = rules[rule];
  return found === undefined ? { kind: 'next' } : { kind: 'follow-up', say: found.say, rule };
}

function applies(rule: FollowUpRule, said: string): boolean {
  switch (rule.when) {
    case 'short':
      return countWords(said) < rule.words;
    case 'missing':
      return !rule.terms.some((term) => mentions(said, term));
    case 'always':
      return true;
  }
}

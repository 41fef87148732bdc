/** By when a candidate's request should be answered. Pure. */
import { workingDaysAfter } from '../interviews/due-rules.ts';
import type { candidateRequests } from '../tables.ts';
import type { Calendar } from '../tenants/calendar-rules.ts';

export type RequestKind = (typeof candidateRequests.$inferSelect)['kind'];

/** Working days: somebody who cannot begin without an answer waits shortest. */
const DAYS: Record<Exclude<RequestKind, 'review'>, number> = { adjustment: 1, human: 2, question: 5 };

/** A review has what GDPR, article 12, gives: one month, whatever days it holds. */
export function requestDue(kind: RequestKind, createdAt: Date, calendar: Calendar): Date {
  return kind === 'review' ? addMonth(createdAt) : workingDaysAfter(createdAt, DAYS[kind], calendar);
}

/** The same day of the next month, or its last day when it has no such day. */
function addMonth(day: Date): Date {
  const next = new Date(day);
  next.setUTCMonth(next.getUTCMonth() + 1);
  if (next.getUTCDate() !== day.getUTCDate()) next.setUTCDate(0);
  return next;
}

export interface AnswerFacts {
  kind: RequestKind;
  name: string;
  tenant: string;
  answer: string;
  member: string;
  memberEmail: string;
}

/** What the candidate reads when a request was answered. */
export function answerLetter(facts: AnswerFacts): { subject: string; text: string } {
  const review = facts.kind === 'review';
  return {
    subject: review ? `Your interview was looked at again: ${facts.tenant}` : `An answer from ${facts.tenant}`,
    text: [
      `Hello ${facts.name},`,
      ...(review
        ? [
            'You asked that somebody looks at your interview again. I did. I had no part in what was decided before, and I judged it myself. My levels now stand in place of those that the machine gave.',
            'This is my answer:',
          ]
        : ['You asked us something about your interview. This is our answer:']),
      facts.answer,
      `If anything is still open, write to me: ${facts.memberEmail}.`,
      `${facts.member}\n${facts.tenant}`,
    ].join('\n\n'),
  };
}

/** What a candidate reads when something was arranged for their interview. Pure. */
import { dateInWords } from '../decisions/letter-rules.ts';
import type { Plan } from '../plans/plan-shape.ts';
import type { Adjustments } from './adjustments-shape.ts';

export interface AdjustmentFacts {
  adjustments: Adjustments;
  /** The plan as it is now for this candidate. */
  plan: Plan;
  name: string;
  role: string;
  tenant: string;
  /** What the member wrote beside it; empty for nothing. */
  message: string;
  member: string;
  memberEmail: string;
}

const LANGUAGES: Record<Plan['language'], string> = { en: 'English', ar: 'Arabic', hi: 'Hindi' };

export function adjustmentLetter(facts: AdjustmentFacts): { subject: string; text: string } {
  const lines = arranged(facts.adjustments, facts.plan);
  return {
    subject: `Your interview at ${facts.tenant}: what was arranged for you`,
    text: [
      `Hello ${facts.name},`,
      lines.length === 0
        ? `Your interview for ${facts.role} is as it was at first again: nothing is arranged differently now.`
        : `This is arranged for your interview for ${facts.role}:\n${lines.map((line) => `- ${line}`).join('\n')}`,
      ...(facts.message === '' ? [] : [facts.message]),
      ...(facts.adjustments.person ? [] : ['Open the link of your invitation to begin, or to go on where you were.']),
      'Nothing of this is shown to whatever judges your answers, and it counts neither for nor against you.',
      `If it is not what you need, write to me: ${facts.memberEmail}.`,
      `${facts.member}\n${facts.tenant}`,
    ].join('\n\n'),
  };
}

function arranged({ extraTime, textOnly, breaks, language, until, person }: Adjustments, plan: Plan): string[] {
  const minutes = Math.round(plan.limits.totalMs / 60_000);
  return [
    ...(person
      ? ['A person talks with you instead of the automated interviewer. I will write to you about a time.']
      : []),
    ...(extraTime === null ? [] : [`More time: up to ${minutes} minutes in all, and more for each question.`]),
    ...(textOnly ? ['You write your answers; you do not have to speak.'] : []),
    ...(breaks === null
      ? []
      : [`Breaks: ${breaks.count} of up to ${breaks.minutes} minutes each. The clock stands still in them.`]),
    ...(language === null ? [] : [`The interviewer speaks ${LANGUAGES[language]}, and you answer in it.`]),
    ...(until === null ? [] : [`Your link stays open until ${dateInWords(new Date(until))}.`]),
  ];
}

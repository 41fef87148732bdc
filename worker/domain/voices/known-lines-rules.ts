/** The lines that are known before an interview begins, by name: their sound is made once for a plan. Pure. */
import type { Plan } from '../plans/plan-shape.ts';
import { FRAME, openingText } from './frame-text-rules.ts';

export interface KnownLine {
  /** `opening`, `q:<question>`, `f:<question>:<rule>`, `closing`, `ack:<0…2>`, `calm`, `moment`, `unheard`. */
  name: string;
  text: string;
  /** The question from which on a candidate may hear it, 0 for before the first; null: only when it is said. */
  from: number | null;
}

/** Follow-ups would tell what an answer is looked through for, so they are never to be had ahead. */
export function knownLines(plan: Plan): KnownLine[] {
  const frame = FRAME[plan.language];
  const questions = plan.sections.flatMap((section) => section.questions);
  return [
    { name: 'opening', text: openingText(plan), from: 0 },
    ...frame.acks.map((text, index) => ({ name: `ack:${index}`, text, from: 0 })),
    { name: 'calm', text: frame.calm, from: 0 },
    { name: 'moment', text: frame.moment, from: 0 },
    { name: 'unheard', text: frame.unheard, from: 0 },
    ...questions.flatMap((question, index) => [
      { name: `q:${question.id}`, text: question.text, from: index },
      ...question.followUps.rules.map((rule, at) => ({ name: `f:${question.id}:${at}`, text: rule.say, from: null })),
    ]),
    { name: 'closing', text: frame.closing, from: 0 },
  ];
}

export function lineOf(plan: Plan, name: string): KnownLine | null {
  return knownLines(plan).find((one) => one.name === name) ?? null;
}

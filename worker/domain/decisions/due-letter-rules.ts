/** What those who owe a decision read. No candidate is named: a mailbox is no place for it, and names may be hidden. Pure. */
import { dateInWords } from './letter-rules.ts';

export type DueLetterKind = 'soon' | 'missed';

export interface DueLetterFacts {
  name: string;
  role: string;
  tenant: string;
  dueAt: Date;
  /** Of the tenant. */
  zone: string;
  /** Absolute: a mail has no address of its own. */
  link: string;
}

export function dueLetter(kind: DueLetterKind, facts: DueLetterFacts): { subject: string; body: string } {
  const day = dateInWords(facts.dueAt, facts.zone);
  const [subject, ...middle] =
    kind === 'soon'
      ? [
          `${facts.role}: a decision is due on ${day}`,
          `A candidate for ${facts.role} was promised a decision by ${day}, and nobody has decided yet.`,
          'If you need longer, put the interview on hold: the candidate is then told the new date and your reason.',
        ]
      : [
          `${facts.role}: a promised decision is late`,
          `A candidate for ${facts.role} was promised a decision by ${day}. That day has passed without one.`,
          'The candidate sees that it is late, and whom to write to. It stands in the history of the interview.',
        ];
  return { subject, body: [`Hello ${facts.name},`, ...middle, facts.link, facts.tenant].join('\n\n') };
}

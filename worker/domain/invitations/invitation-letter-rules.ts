/** The mail of an invitation: our words or the role's own, with places that are filled for each person. Pure. */
import { dateInWords } from '../decisions/letter-rules.ts';
import type { Plan } from '../plans/plan-shape.ts';

/** What a letter can hold in braces. */
export const LETTER_PLACES = ['name', 'role', 'company', 'until', 'minutes', 'ai', 'link', 'rights', 'member'] as const;
type Place = (typeof LETTER_PLACES)[number];

/** A role's own words; null stands for ours. */
export interface Letter {
  subject: string | null;
  text: string | null;
}

export const OUR_LETTER = {
  subject: 'Your interview for {role} at {company}',
  text: [
    'Hello {name},',
    'thank you for applying to {company}. We would like to hear how you work, in an interview of at most {minutes} minutes that you can take whenever it suits you, until {until}.',
    '{ai}',
    'Start your interview:\n{link}',
    'You need a quiet place and any phone or computer. You can type instead of speaking.',
    '{rights}',
    '{member}\n{company}',
  ].join('\n\n'),
};

export interface InvitationMailFacts {
  tenant: string;
  role: string;
  candidate: string;
  member: string;
  decisionDays: number;
  regionName: string;
  limits: Plan['limits'];
  expiresAt: Date;
  link: string;
}

/** What every invitation says, wherever its writer puts it: without these places it is told at the end. */
const ALWAYS: readonly Place[] = ['ai', 'link', 'rights'];

/** Names in braces that no letter knows, so that nobody reads `{naem}`. */
export function unknownPlaces(text: string): string[] {
  const found = [...text.matchAll(/\{([^{}\n]*)\}/g)].map((one) => one[1] ?? '');
  return [...new Set(found)].filter((name) => !LETTER_PLACES.some((place) => place === name));
}

/** The mail for one person; the recruiter sees the same words before sending. */
export function invitationMail(facts: InvitationMailFacts, letter: Letter): { subject: string; text: string } {
  return filledLetter(facts, letter.subject ?? OUR_LETTER.subject, letter.text ?? OUR_LETTER.text);
}

/** The mail that reminds of a link's end. */
export function reminderMail(facts: InvitationMailFacts): { subject: string; text: string } {
  return filledLetter(
    facts,
    'Until {until}: your interview for {role} at {company}',
    [
      'Hello {name},',
      'your interview for {role} at {company} is still open. It takes at most {minutes} minutes, and you can take it until {until}.',
      '{ai}',
      'Start your interview:\n{link}',
      '{rights}',
      'If you do not want to take part, you need do nothing.',
      '{member}\n{company}',
    ].join('\n\n'),
  );
}

function filledLetter(facts: InvitationMailFacts, subject: string, text: string): { subject: string; text: string } {
  const missing = ALWAYS.filter((place) => !text.includes(`{${place}}`));
  const whole = [text.trim(), ...missing.map((place) => `{${place}}`)].join('\n\n');
  const fill = (template: string) =>
    template.replaceAll(/\{(\w+)\}/g, (as, name: string) => {
      const place = LETTER_PLACES.find((one) => one === name);
      return place === undefined ? as : wordsOf(place, facts);
    });
  return { subject: fill(subject), text: fill(whole) };
}

function wordsOf(place: Place, facts: InvitationMailFacts): string {
  switch (place) {
    case 'name':
      return facts.candidate;
    case 'role':
      return facts.role;
    case 'company':
      return facts.tenant;
    case 'until':
      return `${dateInWords(facts.expiresAt)}, 23:59 UTC`;
    case 'minutes':
      return String(Math.round(facts.limits.totalMs / 60_000));
    case 'ai': {
      const days = facts.decisionDays === 1 ? 'one working day' : `${facts.decisionDays} working days`;
      return `An AI asks the questions. People at ${facts.tenant} read what you said, and a person decides: you have an answer within ${days} after the interview.`;
    }
    case 'link':
      return facts.link;
    case 'rights':
      return `Prefer a person, or need more time? Say so on the first page; it does not count against you. Your data rests in this region: ${facts.regionName}.`;
    case 'member':
      return facts.member;
  }
}

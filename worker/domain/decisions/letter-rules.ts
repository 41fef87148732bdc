/** What a candidate reads after a decision. The recruiter sees the same words before deciding. Pure. */
import type { Plan } from '../plans/plan-shape.ts';
import type { DecisionKind } from '../tables.ts';

type Language = Plan['language'];

/** Stands where the member's own reason goes; the page that shows a preview puts the typed words there. */
export const REASON_PLACE = '{reason}';

/** Stands in the letters of a tenant that gives feedback, unless it is held back. */
export const FEEDBACK_LINE =
  'What was seen in each part of your interview, and what would show more, is on your page: open the link of your invitation once more.';

export interface LetterFacts {
  tenant: string;
  role: string;
  candidate: string;
  member: string;
  memberEmail: string;
  /** The new promised date of a hold, in words. */
  until: string;
  /** What was seen in the interview stands on the candidate's own page. */
  feedback?: boolean;
}

export interface Letter {
  subject: string;
  body: string;
}

/** The letter for one kind of decision, with {@link REASON_PLACE} in it where the reason is told. */
export function letter(kind: DecisionKind, facts: LetterFacts): Letter {
  const subject = `${facts.role} at ${facts.tenant}`;
  const opening = `Hello ${facts.candidate},`;
  const closing = `${facts.member}\n${facts.tenant}`;
  const more = facts.feedback === true && kind !== 'hold' ? [FEEDBACK_LINE] : [];
  return { subject, body: [opening, ...middle(kind, facts), ...more, closing].join('\n\n') };
}

function middle(kind: DecisionKind, facts: LetterFacts): string[] {
  const own = `This is about your interview for ${facts.role}. I decided it, not a machine.`;
  const ask = `If you have a question, or would like somebody else to look at your interview again, write to me: ${facts.memberEmail}.`;
  switch (kind) {
    case 'advance':
      return [
        own,
        'We would like to talk with you in the next round. I will write to you about a time.',
        `If you have a question before that, write to me: ${facts.memberEmail}.`,
      ];
    case 'hold':
      return [
        own,
        `We have not decided yet. The reason: ${REASON_PLACE}`,
        `You will hear from us by ${facts.until}.`,
        ask,
      ];
    case 'reject':
      return [own, `We will not go on with your application. The reason: ${REASON_PLACE}`, ask];
  }
}

/** The letter as it is sent. */
export function withReason(text: string, reason: string): string {
  return text.replaceAll(REASON_PLACE, () => reason);
}

/** A day in words, in the language of the letter and in the zone of whoever promises it. */
export function dateInWords(day: Date, zone = 'UTC', language: Language = 'en'): string {
  const words = { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone } as const;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, words).format(day);
}

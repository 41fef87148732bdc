/** What a candidate reads after a decision. The recruiter sees the same words before deciding. Pure. */
import type { Plan } from '../plans/plan-shape.ts';
import type { DecisionKind } from '../tables.ts';

import { LETTERS, type LetterWords, REASON_PLACE } from './letter-words-rules.ts';

type Language = Plan['language'];

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
export function letter(kind: DecisionKind, facts: LetterFacts, language: Language = 'en'): Letter {
  const words = LETTERS[language];
  const closing = `${facts.member}\n${facts.tenant}`;
  const more = facts.feedback === true && kind !== 'hold' ? [words.feedback] : [];
  return {
    subject: words.subject(facts),
    body: [words.hello(facts), words.own(facts), ...middle(kind, facts, words), ...more, closing].join('\n\n'),
  };
}

function middle(kind: DecisionKind, facts: LetterFacts, words: LetterWords): string[] {
  switch (kind) {
    case 'advance':
      return words.advance(facts);
    case 'hold':
      return [...words.hold(facts), words.ask(facts)];
    case 'reject':
      return [...words.reject(facts), words.ask(facts)];
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

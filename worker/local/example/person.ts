/** A person of an example role: who they are, what they say, and how far they come. */

export type Fate =
  | 'invited'
  | 'opened'
  | 'asks-adjustment'
  | 'in-interview'
  | 'withdrawn'
  | 'to-decide'
  | 'on-hold'
  | 'next-round'
  | 'declined';

export interface ExamplePerson {
  name: string;
  email: string;
  fate: Fate;
  /** What they answer, question by question; a follow-up takes the next one from `more`. */
  answers: string[];
  more: string[];
  /** Spoken aloud and recorded; otherwise typed. */
  spoken: boolean;
  /** The reason of the decision, or the words of a request. */
  words?: string;
}

export function person(name: string, mailbox: string, fate: Fate, rest: Partial<ExamplePerson> = {}): ExamplePerson {
  return { name, email: `${mailbox}@mail.example`, fate, answers: [], more: [], spoken: false, ...rest };
}

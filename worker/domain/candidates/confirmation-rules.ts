/** What a candidate reads by mail after having asked for something or left: what was done, and what comes now. Pure. */

export type Confirmed = 'human' | 'adjustment' | 'review' | 'question' | 'withdrawal';

export interface ConfirmationFacts {
  what: Confirmed;
  name: string;
  tenant: string;
  role: string;
  /** The candidate's own words; empty when they wrote none. */
  text: string;
  /** The interview was over when this was asked. */
  over: boolean;
}

export function confirmation(facts: ConfirmationFacts): { subject: string; text: string } {
  const { what, name, tenant, role, text } = facts;
  const said = text === '' ? [] : [`You wrote: “${text}”`];
  return {
    subject: subjectOf(what, tenant),
    text: [`Hello ${name},`, opening(what, tenant, role), ...(what === 'withdrawal' ? [] : said), ...next(facts)].join(
      '\n\n',
    ),
  };
}

function subjectOf(what: Confirmed, tenant: string): string {
  return what === 'withdrawal'
    ? `You have withdrawn from your interview at ${tenant}`
    : `Your request is with ${tenant}`;
}

function opening(what: Confirmed, tenant: string, role: string): string {
  const about = `your interview for ${role} at ${tenant}`;
  switch (what) {
    case 'human':
      return `you asked to talk with a person instead of ${about}.`;
    case 'adjustment':
      return `you asked for an adjustment of ${about}.`;
    case 'review':
      return `you asked that somebody looks again at ${about}.`;
    case 'question':
      return `you sent a request about ${about}.`;
    case 'withdrawal':
      return `you have withdrawn from ${about}.`;
  }
}

function next({ what, tenant, over }: ConfirmationFacts): string[] {
  if (what !== 'withdrawal') {
    return [
      `A person at ${tenant} answers you by mail. You find the request, and later the answer, on the page of your interview, under "Your data".`,
      'Asking does not count against you.',
    ];
  }
  return over
    ? [
        `Your interview was over before, so ${tenant} has read or could read your words. From now on nothing more of them is judged.`,
        'If you want them erased, ask for it on the page of your interview, under "Your data".',
      ]
    : [
        'The interview has ended. Nothing of it is judged, and what was recorded of your voice is deleted.',
        `${tenant} sees that you withdrew, and needs no reason. If you change your mind, they can invite you again.`,
      ];
}

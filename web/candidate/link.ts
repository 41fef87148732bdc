/** What the candidate's link opens. */
import { type Answer, api } from '../shared/api.ts';

export type LinkFacts = Answer<'POST /api/visitor/link'>;
export type OwnInterview = Answer<'GET /api/candidate/interview'>;

export interface Opened {
  link: string;
  facts: LinkFacts;
  own: OwnInterview | null;
}

/** What the link opens and, on a device that is signed in, where the interview stands. */
export async function openLink(link: string, signal: AbortSignal): Promise<Opened> {
  const facts = await api('POST /api/visitor/link', { body: { link }, signal });
  const own = facts.signedIn ? await api('GET /api/candidate/interview', { signal }) : null;
  return { link, facts, own };
}

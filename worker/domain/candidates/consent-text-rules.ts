/** The version of what a candidate agrees to, and its words for the copy by mail. A change of words is a new version. */
import type { ConsentPurpose } from '../tables.ts';

export const CONSENT_TEXT_VERSION = '2026-11-24' as const;

const WORDS: Record<ConsentPurpose, string> = {
  interview:
    'Interview: an automated interviewer asks questions; what you say or write is kept and read for this role.',
  recording:
    'Recording: your voice is recorded in this region, so that people can listen to the words they judge. One of them may also listen while you speak; your screen says so.',
  analytics: 'Improving the interview: how long steps take and where lines break is counted, without your words.',
};

/** The copy that a candidate gets of what they agreed to. */
export function consentCopy(facts: {
  tenant: string;
  role: string;
  region: string;
  given: Record<ConsentPurpose, boolean>;
}): string {
  const purposes: ConsentPurpose[] = ['interview', 'recording', 'analytics'];
  return [
    `This is what you agreed to for your interview for ${facts.role} at ${facts.tenant} (text of ${CONSENT_TEXT_VERSION}).`,
    ...purposes.map((purpose) => `${facts.given[purpose] ? 'Yes' : 'No'} · ${WORDS[purpose]}`),
    `Your data rests in this region: ${facts.region}. You can take each of these back at any time on the page of your interview, under "Your data".`,
  ].join('\n\n');
}

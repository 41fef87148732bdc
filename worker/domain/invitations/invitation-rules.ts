/** When somebody can be invited, how an invitation stands, and what its mail says. Pure. */
import { LIMITS } from '../../limits.ts';
import { dateInWords } from '../decisions/letter-rules.ts';
import type { Plan } from '../plans/plan-shape.ts';
import type { InterviewState } from '../tables.ts';

const DAY_MS = 86_400_000;
export const DAYS_DEFAULT = LIMITS.invitation.livesMs / DAY_MS;
export const DAYS_MAX = LIMITS.invitation.livesMaxMs / DAY_MS;

export type InvitationState = 'sent' | 'opened' | 'begun' | 'over' | 'expired' | 'revoked';

export interface InvitationFacts {
  expiresAt: Date;
  openedAt: Date | null;
  revokedAt: Date | null;
  interview: InterviewState;
}

/** Where an invitation stands now. Once the interview has begun, that says more than the link. */
export function invitationState(facts: InvitationFacts, now: Date): InvitationState {
  switch (facts.interview) {
    case 'invited':
    case 'opened':
      if (facts.revokedAt !== null) return 'revoked';
      if (facts.expiresAt <= now) return 'expired';
      return facts.openedAt === null ? 'sent' : 'opened';
    case 'expired':
      return 'expired';
    case 'in-interview':
      return 'begun';
    case 'sealing':
    case 'scoring':
    case 'to-decide':
    case 'on-hold':
    case 'next-round':
    case 'declined':
    case 'withdrawn':
    case 'human-requested':
      return 'over';
  }
}

/** What inviting somebody who is known to the role means: refuse, send anew for the same interview, or begin a new one. */
export function invitingAgain(state: InvitationState, interview: InterviewState): 'refuse' | 'same' | 'new' {
  switch (state) {
    case 'sent':
    case 'opened':
    case 'begun':
      return 'refuse';
    case 'revoked':
      return 'same';
    case 'expired':
      return interview === 'expired' ? 'new' : 'same';
    case 'over':
      return interview === 'declined' || interview === 'withdrawn' ? 'new' : 'refuse';
  }
}

/** A link can be sent again or taken back until the interview has begun. */
export function canBeSentAgain(interview: InterviewState): boolean {
  return interview === 'invited' || interview === 'opened';
}

/** Until the end of the last day, in UTC. */
export function expiryAfter(days: number, now: Date): Date {
  const end = new Date(now.getTime() + days * DAY_MS);
  end.setUTCHours(23, 59, 59, 0);
  return end;
}

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

/** The mail of an invitation; the recruiter sees the same words before sending. */
export function invitationMail(facts: InvitationMailFacts): { subject: string; text: string } {
  const minutes = Math.round(facts.limits.totalMs / 60_000);
  const days = facts.decisionDays === 1 ? 'one working day' : `${facts.decisionDays} working days`;
  return {
    subject: `Your interview for ${facts.role} at ${facts.tenant}`,
    text: [
      `Hello ${facts.candidate},`,
      `thank you for applying to ${facts.tenant}. We would like to hear how you work, in an interview of at most ${minutes} minutes that you can take whenever it suits you, until ${dateInWords(facts.expiresAt)}, 23:59 UTC.`,
      `An AI asks the questions. People at ${facts.tenant} read what you said, and a person decides: you have an answer within ${days} after the interview.`,
      `Start your interview:\n${facts.link}`,
      'You need a quiet place and any phone or computer. You can type instead of speaking.',
      `Prefer a person, or need more time? Say so on the first page; it does not count against you. Your data rests in this region: ${facts.regionName}.`,
      `${facts.member}\n${facts.tenant}`,
    ].join('\n\n'),
  };
}

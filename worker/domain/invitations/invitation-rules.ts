/** When somebody can be invited, how an invitation stands, and what its mail says. Pure. */
import { LIMITS } from '../../limits.ts';
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

/** When a reminder goes out; null when none is wanted or the time has come already. */
export function remindAt(expiresAt: Date, reminderDays: number, now: Date): Date | null {
  if (reminderDays === 0) return null;
  const due = new Date(expiresAt.getTime() - reminderDays * DAY_MS);
  return due.getTime() - now.getTime() < LEAST_BEFORE_REMINDER_MS ? null : due;
}
/** Nobody is reminded in the first half day. */
const LEAST_BEFORE_REMINDER_MS = DAY_MS / 2;

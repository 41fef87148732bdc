/** When a person may decide, and what a decision makes of an interview. Pure. */
import type { DecisionKind, InterviewState } from '../tables.ts';

/** Members who may decide and change levels; a reviewer reads, an auditor looks on. */
export const DECIDERS = ['owner', 'admin', 'recruiter'] as const;

/** Members who may give levels of their own. A reviewer judges and decides nothing; an auditor does neither. */
export const JUDGES = [...DECIDERS, 'reviewer'] as const;

/** The state that a decision leaves behind. */
export function stateAfter(kind: DecisionKind): InterviewState {
  switch (kind) {
    case 'advance':
      return 'next-round';
    case 'hold':
      return 'on-hold';
    case 'reject':
      return 'declined';
  }
}

/**
 * A decision needs something to decide on: a finished report, an earlier decision, or a candidate who asked for
 * a person instead. Whoever withdrew or never came is not decided about.
 */
export function canDecide(state: InterviewState): boolean {
  switch (state) {
    case 'to-decide':
    case 'on-hold':
    case 'next-round':
    case 'declined':
    case 'human-requested':
      return true;
    case 'invited':
    case 'opened':
    case 'in-interview':
    case 'sealing':
    case 'scoring':
    case 'withdrawn':
    case 'expired':
      return false;
  }
}

/** A candidate still waits for the answer that was promised. */
export function owesDecision(state: InterviewState): boolean {
  return state === 'to-decide' || state === 'on-hold';
}

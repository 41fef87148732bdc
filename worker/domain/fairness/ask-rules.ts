/** Whom the fairness questions are put to: whoever sent an interview in, and nobody before. Pure. */
import type { InterviewState } from '../tables.ts';

export function mayBeAsked(state: InterviewState): boolean {
  switch (state) {
    case 'sealing':
    case 'scoring':
    case 'to-decide':
    case 'on-hold':
    case 'next-round':
    case 'declined':
      return true;
    case 'invited':
    case 'opened':
    case 'in-interview':
    case 'withdrawn':
    case 'human-requested':
    case 'expired':
      return false;
  }
}

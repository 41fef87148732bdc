/** States and decisions in words and drawings; the same everywhere in the area. */
import type { Answer } from '../shared/api.ts';
import { t } from '../shared/i18n.ts';
import {
  person,
  stateGone,
  stateHold,
  stateInvited,
  stateLive,
  stateNo,
  stateReview,
  stateScoring,
  stateTalk,
} from '../shared/icons.ts';

export type Progress = Answer<'GET /api/recruiter/interviews/:id/progress'>;
export type State = Progress['state'];
type DecisionKind = Answer<'GET /api/recruiter/interviews/:id/report'>['decisions'][number]['kind'];

export function stateWord(state: State): string {
  switch (state) {
    case 'invited':
      return t('state.invited', 'Invited');
    case 'opened':
      return t('state.opened', 'Opened the link');
    case 'in-interview':
      return t('state.in-interview', 'In interview');
    case 'sealing':
      return t('state.sealing', 'Being sealed');
    case 'scoring':
      return t('state.scoring', 'Being scored');
    case 'to-decide':
      return t('state.to-decide', 'To decide');
    case 'on-hold':
      return t('state.on-hold', 'On hold');
    case 'next-round':
      return t('state.next-round', 'Next round');
    case 'declined':
      return t('state.declined', 'Declined');
    case 'withdrawn':
      return t('state.withdrawn', 'Withdrew');
    case 'human-requested':
      return t('state.human-requested', 'Asked for a person');
    case 'expired':
      return t('state.expired', 'Link ran out');
  }
}

export interface StateLook {
  d: string;
  /** A class that gives the drawing its colour. */
  tone: string;
  dashed?: boolean;
}

export function stateLook(state: State): StateLook {
  switch (state) {
    case 'invited':
    case 'opened':
      return { d: stateInvited, tone: 'dim', dashed: true };
    case 'in-interview':
      return { d: stateLive, tone: 'bad' };
    case 'sealing':
    case 'scoring':
      return { d: stateScoring, tone: 'dim' };
    case 'to-decide':
      return { d: stateReview, tone: 'you' };
    case 'human-requested':
      return { d: person, tone: 'you' };
    case 'on-hold':
      return { d: stateHold, tone: 'warn' };
    case 'next-round':
      return { d: stateTalk, tone: 'good' };
    case 'declined':
      return { d: stateNo, tone: 'dim' };
    case 'withdrawn':
    case 'expired':
      return { d: stateGone, tone: 'dim' };
  }
}

export function decisionWord(kind: DecisionKind): string {
  switch (kind) {
    case 'advance':
      return t('decision.advance', 'Next round');
    case 'hold':
      return t('decision.hold', 'Hold');
    case 'reject':
      return t('decision.reject', 'Declined');
  }
}

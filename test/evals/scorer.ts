/** Who is measured, and what comes of one case. */
import type { Judged } from '../../worker/domain/scoring/scorecard-shape.ts';
import type { EvalCase, Family } from './case-shape.ts';

export interface Scorer {
  name: string;
  /** What its figures speak of. */
  about: 'rules' | 'checks' | 'model';
  /** Whether like answers are judged alike, so that a shift between two of them tells something. */
  steady: boolean;
  /** @returns every criterion's judgement, and all that was sent anywhere on the way */
  score(family: Family, one: EvalCase): Promise<{ judged: Judged[]; sent: string[] }>;
}

/** A judgement beside the person's. */
export interface Measured {
  family: string;
  case: EvalCase;
  criterion: string;
  human: number | null;
  judged: Judged;
  sent: string[];
}

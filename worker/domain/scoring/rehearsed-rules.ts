/** The rehearsed scorer: rules only, no model. Pure. */
import type { Plan } from '../plans/plan-shape.ts';

export interface JudgedTurn {
  id: string;
  speaker: 'candidate' | 'interviewer';
  kind: string;
  questionId: string | null;
  text: string;
  startMs: number;
  endMs: number;
  segments: { text: string; startMs: number; endMs: number }[] | null;
}

export interface Quote {
  turnId: string;
  text: string;
  startMs: number;
  endMs: number;
}

export interface Card {
  digest: { text: string; cites: Quote[] }[];
  criteria: { criterionId: string; level: number | null; reason: string; quotes: Quote[] }[];
}

/** Every criterion without evidence: nothing is judged that was not shown. */
export function scoreRehearsed(input: { plan: Plan; turns: JudgedTurn[] }): Card {
  return {
    digest: [],
    criteria: input.plan.rubric.criteria.map(({ id }) => ({
      criterionId: id,
      level: null,
      reason: 'Not enough evidence.',
      quotes: [],
    })),
  };
}

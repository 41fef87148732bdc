/**
 * What a candidate may read about their interview after a decision: for each part, which of their own words stood as
 * evidence, and what an answer that shows more of it holds. Never a level, a number, a verdict or another person: the
 * sentence about more is the same for everybody, whatever the level was. Pure.
 */
import type { Plan } from '../plans/plan-shape.ts';
import type { Card } from '../scoring/scorecard-shape.ts';

export interface FeedbackPart {
  topic: string;
  /** The candidate's own words, as they were quoted. */
  seen: string[];
  /** It never came up; nothing is missing on the candidate's side. */
  notAsked: boolean;
  /** From the rubric; null where its sentence judges or counts. */
  more: string | null;
}

const MOST_SEEN = 3;

/** Words that judge a person or count, and any digit. */
export const VERDICT =
  /\p{N}|\b(levels?|scor(e|es|ed|ing)|ratings?|rated|grades?|graded|ranks?|ranked|points?|percent|pass(es|ed)?|fail(s|ed|ure)?|excellent|outstanding|exceptional|superior|inferior|poor(ly)?|weak(er|est|ly)?|mediocre|average|adequate|inadequate|top|best|better|worse|worst|hire|hired|reject(ed)?|declined?|unsuitable|compared|candidates?|applicants?)\b/iu;

export function feedbackOf(plan: Plan, card: Card): FeedbackPart[] {
  return plan.rubric.criteria.map((criterion) => {
    const judged = card.criteria.find(({ criterionId }) => criterionId === criterion.id);
    const most = criterion.levels[criterion.levels.length - 1] ?? '';
    return {
      topic: criterion.name,
      seen: [...new Set(judged?.quotes.map(({ text }) => text))].slice(0, MOST_SEEN),
      notAsked: judged?.outcome === 'not-asked',
      more: VERDICT.test(most) ? null : most,
    };
  });
}

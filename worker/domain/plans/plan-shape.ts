/**
 * What an interview plan is: sections of questions, how each may be followed up, and the rubric that says what
 * an answer is worth. One schema for the route, the database, the socket and, later, the model's output.
 */
import * as v from 'valibot';
import { LIMITS } from '../../limits.ts';
import { oneLine } from '../../text-rules.ts';

const sentence = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LIMITS.text.sentence));
const name = v.pipe(v.string(), v.transform(oneLine), v.minLength(1), v.maxLength(LIMITS.text.title));
/** Ids inside a plan are short and local to it: `q3`, `calm`. */
const localId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/));

/**
 * When the rehearsed interviewer asks on. `short`: fewer words than `words`; `missing`: none of `terms` was said;
 * `always`: whatever was said.
 */
export const followUpRuleSchema = v.variant('when', [
  v.object({
    when: v.literal('short'),
    words: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(400)),
    say: sentence,
  }),
  v.object({
    when: v.literal('missing'),
    terms: v.pipe(
      v.array(v.pipe(v.string(), v.transform(oneLine), v.minLength(1), v.maxLength(60))),
      v.minLength(1),
      v.maxLength(20),
    ),
    say: sentence,
  }),
  v.object({ when: v.literal('always'), say: sentence }),
]);

export const questionSchema = v.object({
  id: localId,
  text: sentence,
  /** `scripted` is asked as written; `adaptive` may be worded on by a model when there is one. */
  kind: v.picklist(['scripted', 'adaptive']),
  followUps: v.object({
    budget: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.plan.followUps)),
    rules: v.pipe(v.array(followUpRuleSchema), v.maxLength(LIMITS.plan.rules)),
  }),
  /** Ids of the criteria that an answer is evidence for; empty for a gentle start that is not judged. */
  evidenceFor: v.pipe(v.array(localId), v.maxLength(LIMITS.plan.criteria)),
  /** The phrase of the job description that this question came from, verbatim. */
  source: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.text.sentence))),
});

export const sectionSchema = v.object({
  id: localId,
  title: name,
  questions: v.pipe(v.array(questionSchema), v.minLength(1), v.maxLength(LIMITS.plan.questionsPerSection)),
});

export const criterionSchema = v.object({
  id: localId,
  name,
  /** One word for narrow columns: "Calm". */
  short: v.pipe(v.string(), v.transform(oneLine), v.minLength(1), v.maxLength(16)),
  /** Percent; the weights of a rubric add up to 100. */
  weight: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  /** Five anchors, lowest first: what a person would say or do at each level. */
  levels: v.tuple([sentence, sentence, sentence, sentence, sentence]),
  /** Words and phrases whose presence makes a sentence a candidate for evidence (rehearsed scorer only). */
  indicators: v.pipe(
    v.array(v.pipe(v.string(), v.transform(oneLine), v.minLength(2), v.maxLength(60))),
    v.maxLength(LIMITS.plan.indicators),
  ),
});

export const planSchema = v.object({
  title: name,
  language: v.picklist(['en', 'ar', 'hi']),
  limits: v.object({
    totalMs: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(LIMITS.interview.totalMinMs),
      v.maxValue(LIMITS.interview.totalMaxMs),
    ),
    questionMs: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(LIMITS.interview.questionMinMs),
      v.maxValue(LIMITS.interview.questionMaxMs),
    ),
  }),
  patience: v.picklist(['normal', 'patient']),
  /** The best engine that may run this interview; without it the best there is. */
  engine: v.optional(v.picklist(['live', 'cascade', 'rehearsed'])),
  sections: v.pipe(v.array(sectionSchema), v.maxLength(LIMITS.plan.sections)),
  rubric: v.object({ criteria: v.pipe(v.array(criterionSchema), v.maxLength(LIMITS.plan.criteria)) }),
});

export type FollowUpRule = v.InferOutput<typeof followUpRuleSchema>;
export type Question = v.InferOutput<typeof questionSchema>;
export type Section = v.InferOutput<typeof sectionSchema>;
export type Criterion = v.InferOutput<typeof criterionSchema>;
export type Plan = v.InferOutput<typeof planSchema>;

export function questionIn(plan: Plan, id: string | undefined): Question | undefined {
  return plan.sections.flatMap((section) => section.questions).find((question) => question.id === id);
}

/**
 * A plan on its way: the same fields and limits as a plan, but sentences may still be empty and lists too short.
 * What a plan needs before it can be used is told by publish-rules.
 */
import * as v from 'valibot';
import { LIMITS } from '../../limits.ts';
import { oneLine } from '../../text-rules.ts';
import { planSchema } from './plan-shape.ts';

const sentence = v.pipe(v.string(), v.maxLength(LIMITS.text.sentence));
const name = v.pipe(v.string(), v.transform(oneLine), v.maxLength(LIMITS.text.title));
const term = v.pipe(v.string(), v.transform(oneLine), v.maxLength(60));
const localId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/));
const whole = (from: number, to: number) => v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));

const draftRuleSchema = v.variant('when', [
  v.object({ when: v.literal('short'), words: whole(1, 400), say: sentence }),
  v.object({ when: v.literal('missing'), terms: v.pipe(v.array(term), v.maxLength(20)), say: sentence }),
  v.object({ when: v.literal('always'), say: sentence }),
]);

const draftQuestionSchema = v.object({
  id: localId,
  text: sentence,
  kind: v.picklist(['scripted', 'adaptive']),
  followUps: v.object({
    budget: whole(0, LIMITS.plan.followUps),
    rules: v.pipe(v.array(draftRuleSchema), v.maxLength(LIMITS.plan.rules)),
  }),
  evidenceFor: v.pipe(v.array(localId), v.maxLength(LIMITS.plan.criteria)),
  source: v.optional(sentence),
});

export const draftSchema = v.object({
  ...planSchema.entries,
  title: name,
  sections: v.pipe(
    v.array(
      v.object({
        id: localId,
        title: name,
        questions: v.pipe(v.array(draftQuestionSchema), v.maxLength(LIMITS.plan.questionsPerSection)),
      }),
    ),
    v.maxLength(LIMITS.plan.sections),
  ),
  rubric: v.object({
    criteria: v.pipe(
      v.array(
        v.object({
          id: localId,
          name,
          short: v.pipe(v.string(), v.transform(oneLine), v.maxLength(16)),
          weight: whole(0, 100),
          levels: v.tuple([sentence, sentence, sentence, sentence, sentence]),
          indicators: v.pipe(v.array(term), v.maxLength(LIMITS.plan.indicators)),
        }),
      ),
      v.maxLength(LIMITS.plan.criteria),
    ),
  }),
});

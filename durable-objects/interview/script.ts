/** A published plan as the machine's script. */
import type { Adjustments } from '../../worker/domain/adjustments/adjustments-shape.ts';
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import { FRAME, openingText } from '../../worker/domain/voices/frame-text-rules.ts';
import { LIMITS } from '../../worker/limits.ts';
import type { Script } from './machine-state.ts';

const MINUTE_MS = 60_000;

/** `plan` has the time and the language that were arranged in it already. */
export function scriptOf(plan: Plan, adjustments: Adjustments | null = null): Script {
  const { breaks, breakMs } = LIMITS.interview;
  return {
    language: plan.language,
    patience: plan.patience,
    totalMs: plan.limits.totalMs,
    questionMs: plan.limits.questionMs,
    sections: plan.sections.map((section) => ({ title: section.title })),
    questions: plan.sections.flatMap((section, index) =>
      section.questions.map((question) => ({
        id: question.id,
        section: index,
        text: question.text,
        followUpBudget: question.followUps.budget,
      })),
    ),
    opening: openingText(plan),
    closing: FRAME[plan.language].closing,
    breaks: adjustments?.breaks?.count ?? breaks,
    breakMs: (adjustments?.breaks?.minutes ?? breakMs / MINUTE_MS) * MINUTE_MS,
    textOnly: adjustments?.textOnly ?? false,
  };
}

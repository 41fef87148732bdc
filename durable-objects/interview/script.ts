/** A published plan as the machine's script. */
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import { FRAME, openingText } from '../../worker/domain/voices/frame-text-rules.ts';
import type { Script } from './machine-state.ts';

export function scriptOf(plan: Plan): Script {
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
  };
}

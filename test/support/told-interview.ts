/** Turns of an interview as the scorer gets them, from answers by question. */
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import type { JudgedTurn } from '../../worker/domain/scoring/rehearsed-rules.ts';

const MS_A_SIGN = 60;

/** Asks every question of the plan; an answer of `undefined` leaves the question without one. */
export function told(plan: Plan, answerOf: (questionId: string, index: number) => string | undefined): JudgedTurn[] {
  const turns: JudgedTurn[] = [];
  let atMs = 0;
  const say = (speaker: JudgedTurn['speaker'], kind: string, questionId: string, text: string) => {
    const endMs = atMs + text.length * MS_A_SIGN;
    turns.push({ id: `t${turns.length}`, speaker, kind, questionId, text, startMs: atMs, endMs, segments: null });
    atMs = endMs + 500;
  };
  const questions = plan.sections.flatMap((section) => section.questions);
  for (const [index, question] of questions.entries()) {
    say('interviewer', 'question', question.id, question.text);
    const answer = answerOf(question.id, index);
    if (answer !== undefined) say('candidate', 'answer', question.id, answer);
  }
  return turns;
}

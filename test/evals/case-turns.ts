/** A case as a scorer gets it: its plan in the language that was spoken, and the turns of the talk. */
import type { JudgedTurn } from '../../worker/domain/scoring/rehearsed-rules.ts';
import type { ToScore } from '../../worker/domain/scoring/score-by-model.ts';
import type { EvalCase, Family } from './case-shape.ts';

const MS_A_SIGN = 60;
const PAUSE_MS = 500;

/** Nothing but this goes to a scorer: a résumé and the name of its file have no place in it. */
export function toScore({ plan, family }: Family, one: EvalCase): ToScore {
  const textOf = new Map(plan.sections.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text])));
  const turns: JudgedTurn[] = [];
  let atMs = 0;
  const say = (speaker: JudgedTurn['speaker'], kind: string, questionId: string, text: string) => {
    const endMs = atMs + text.length * MS_A_SIGN;
    turns.push({ id: `t${turns.length}`, speaker, kind, questionId, text, startMs: atMs, endMs, segments: null });
    atMs = endMs + PAUSE_MS;
  };
  for (const { question, text } of one.said) {
    say('interviewer', 'question', question, textOf.get(question) ?? '');
    say('candidate', 'answer', question, text);
  }
  return { plan: { ...plan, language: one.language ?? plan.language }, planId: family, turns, names: one.names ?? [] };
}

/** What the judging of an interview uses, by the product's own judge: a model that only counts what it is asked. */
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import { scoreByModel } from '../../worker/domain/scoring/score-by-model.ts';
import type { Meter } from '../../worker/domain/spend/spend-rules.ts';
import type { Model } from '../../worker/providers/model/model.ts';

/** A reason of two sentences and three quotes. */
const ANSWER_TOKENS = 220;
const TOKEN_SIGNS = 4;

export async function judgeCost(
  model: string,
  plan: Plan,
  answers: readonly { questionId: string; text: string }[],
): Promise<Meter> {
  const counting: Model = {
    maker: 'gemini',
    model,
    async *think({ instructions, input, schema, onUsage }) {
      const signs = instructions.length + input.length + JSON.stringify(schema).length;
      const of = { maker: 'gemini' as const, model };
      onUsage({ ...of, unit: 'text-in-tokens', amount: Math.ceil(signs / TOKEN_SIGNS) });
      onUsage({ ...of, unit: 'text-out-tokens', amount: ANSWER_TOKENS });
      yield JSON.stringify({ level: 0, reason: 'Counted only.', quotes: [] });
    },
  };
  const turns = answers.map((answer, n) => ({
    ...answer,
    id: `t${n}`,
    speaker: 'candidate' as const,
    kind: 'answer',
    startMs: 0,
    endMs: 0,
    segments: null,
  }));
  return (await scoreByModel([counting], { plan, planId: 'plan', turns, names: [] })).meter;
}

/** A model that gives the answers written for a case, run by run. */
import type { Model, ThinkRequest } from '../../worker/providers/model/model.ts';
import type { Family } from './case-shape.ts';
import type { Replays } from './replay-shape.ts';

/** @throws Error when nothing was written for a criterion that is asked about */
export function replayingModel({ plan }: Family, replays: Replays, caseId: string): Model {
  const runs = new Map<string, number>();
  return {
    maker: 'gemini',
    model: `replayed-${replays.set}`,
    async *think(request: ThinkRequest) {
      const asked = request.instructions.split('\n');
      const criterion = plan.rubric.criteria.find(({ name }) => asked.includes(`The criterion: ${name}`));
      const answers = replays.answers[caseId]?.[criterion?.id ?? ''];
      if (answers === undefined) throw new Error(`No answer is written for ${caseId}, ${criterion?.id}`);
      const run = runs.get(criterion?.id ?? '') ?? 0;
      runs.set(criterion?.id ?? '', run + 1);
      const answer = answers[run % answers.length];
      yield typeof answer === 'string' ? answer : JSON.stringify(answer);
    },
  };
}

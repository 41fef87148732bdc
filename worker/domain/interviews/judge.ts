/** One judgement of an interview: by models, or by the rules where there are none. Keeps what it has cost. */
import type { Model } from '../../providers/model/model.ts';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { boundedTurns } from '../scoring/bounded-rules.ts';
import { scoreRehearsed } from '../scoring/rehearsed-rules.ts';
import { scoreByModel, type ToScore } from '../scoring/score-by-model.ts';
import type { Card } from '../scoring/scorecard-shape.ts';
import { type SpendPart, saveSpend } from '../spend/save-spend.ts';
import { emptyMeter, type Meter } from '../spend/spend-rules.ts';
import type { turns } from '../tables.ts';

interface Judging {
  part: SpendPart;
  /** What earlier tries of this part have used. */
  before?: Meter;
  signal?: AbortSignal;
}

/** A candidate's correction is what counts; what was heard stays in the transcript beside it. */
export function judgedTurns(said: readonly (typeof turns.$inferSelect)[]) {
  return boundedTurns(said.map((turn) => ({ ...turn, text: turn.correctedText ?? turn.text }))).turns;
}

/** How many signs of the answers are too many to be judged. */
export function unjudgedSigns(said: readonly (typeof turns.$inferSelect)[]): number {
  return boundedTurns(said.map((turn) => ({ ...turn, text: turn.correctedText ?? turn.text }))).left;
}

/**
 * What a try has cost is kept, also when it came to nothing.
 * @throws ProviderFault when no model answers
 */
export async function judge(
  region: Region,
  actor: SystemActor,
  models: readonly Model[],
  input: ToScore,
  { part, before = emptyMeter(), signal }: Judging,
): Promise<{ content: Card; scorer: string }> {
  if (models.length === 0) {
    return { content: scoreRehearsed({ plan: input.plan, turns: [...input.turns] }), scorer: 'rehearsed' };
  }
  let meter = before;
  try {
    const scoring = { before, onMeter: (now: Meter) => (meter = now), ...(signal === undefined ? {} : { signal }) };
    const { card } = await scoreByModel(models, input, scoring);
    return { content: card, scorer: `${card.made?.maker}:${card.made?.model}` };
  } finally {
    await saveSpend(region, actor, { meter, part });
  }
}

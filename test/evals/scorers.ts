/** The scorers there are: the rules, the replays, and every model that the environment has a key for. */
import { scoreRehearsed } from '../../worker/domain/scoring/rehearsed-rules.ts';
import { scoreByModel } from '../../worker/domain/scoring/score-by-model.ts';
import { providerSettings } from '../../worker/provider-settings.ts';
import type { Model, ThinkRequest } from '../../worker/providers/model/model.ts';
import { makersOf } from '../../worker/regions/makers.ts';
import type { EvalCase, Family } from './case-shape.ts';
import { toScore } from './case-turns.ts';
import { obedientModel } from './obedient-model.ts';
import type { Replays } from './replay-shape.ts';
import { replayingModel } from './replaying-model.ts';
import type { Scorer } from './scorer.ts';

export const RULES: Scorer = {
  name: 'rehearsed rules',
  about: 'rules',
  steady: true,
  async score(family, one) {
    const { plan, turns } = toScore(family, one);
    return { judged: scoreRehearsed({ plan, turns: [...turns] }).criteria, sent: [] };
  },
};

/** The whole pipeline behind answers that are written down: as a good model gives them, as a bad one, or as an obedient one. */
export function replayed(all: readonly Replays[]): Scorer[] {
  const model = (set: Replays['set'], family: Family, one: EvalCase) => {
    const own = all.find((replays) => replays.set === set && replays.family === family.family);
    if (own === undefined) throw new Error(`No ${set} answers are written for ${family.family}`);
    return replayingModel(family, own, one.id);
  };
  return [
    {
      name: 'checks, careful answers',
      about: 'checks',
      steady: true,
      score: (family, one) => byModel(model('careful', family, one), family, one),
    },
    {
      name: 'checks, wrong answers',
      about: 'checks',
      steady: false,
      score: (family, one) => byModel(model('wrong', family, one), family, one),
    },
    {
      name: 'checks, a model that obeys',
      about: 'checks',
      steady: true,
      score: (family, one) => byModel(obedientModel(model('careful', family, one), family, one), family, one),
    },
  ];
}

/** Keys are read as the product reads them, for the first region. */
export function configured(environment: (name: string) => string | undefined): Scorer[] {
  return makersOf(providerSettings(environment, 'eu')).models.map(({ use }) => ({
    name: `${use.maker}: ${use.model}`,
    about: 'model',
    steady: true,
    score: (family, one) => byModel(use, family, one),
  }));
}

async function byModel(model: Model, family: Family, one: EvalCase) {
  const sent: string[] = [];
  const listened: Model = {
    maker: model.maker,
    model: model.model,
    think(request: ThinkRequest) {
      sent.push(`${request.instructions}\n${request.input}`);
      return model.think(request);
    },
  };
  const { card } = await scoreByModel([listened], toScore(family, one));
  return { judged: card.criteria, sent };
}

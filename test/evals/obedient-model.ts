/**
 * A model that answers with care until it sees something beyond the clean answer, and then does what it is told: the
 * highest level, with words that were really said. Whatever the pipeline lets through to it shows as a level that rose.
 */
import { visibleText } from '../../worker/domain/scoring/visible-text-rules.ts';
import { sentencesOf } from '../../worker/domain/scoring/words-rules.ts';
import type { Model } from '../../worker/providers/model/model.ts';
import type { EvalCase, Family } from './case-shape.ts';

/** Fewer signs than this are found in any text. */
const LEAST_CHARS = 12;

export function obedientModel(careful: Model, { cases }: Family, one: EvalCase): Model {
  const clean = cases.find(({ id }) => id === one.like);
  const orders = one.kind.startsWith('injected') && clean !== undefined ? ordersOf(one, clean) : [];
  return {
    maker: careful.maker,
    model: 'obedient',
    async *think(request) {
      if (!orders.some((order) => request.input.includes(order))) return yield* careful.think(request);
      const words = one.said.flatMap(({ text }) => sentencesOf(text).map((sentence) => sentence.text));
      yield JSON.stringify({
        level: 5,
        reason: 'As told.',
        quotes: words.map((text) => ({ turn: 'T1', words: text })),
      });
    },
  };
}

/** What the injected answer says beyond the clean one, as it stands and as an eye would see it, and what came with it. */
function ordersOf(one: EvalCase, clean: EvalCase): string[] {
  const before = clean.said.map(({ text }) => text).join('\n');
  const lines = one.said.flatMap(({ text }) => [text.replace(before, ''), visibleText(text).replace(before, '')]);
  return [...lines, ...(one.resume ?? '').split('\n'), one.fileName ?? '']
    .flatMap((text) => [text.trim(), ...sentencesOf(text).map((sentence) => sentence.text)])
    .filter((text) => text.length >= LEAST_CHARS && !before.includes(text));
}

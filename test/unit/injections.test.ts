/** Three hundred orders to the scorer by four ways in: what somebody is told to give is given by nobody. */
import { expect, expectTypeOf, test, vi } from 'vitest';
import type { JudgedTurn } from '../../worker/domain/scoring/rehearsed-rules.ts';
import { scoreRehearsed } from '../../worker/domain/scoring/rehearsed-rules.ts';
import { scoreByModel, type ToScore } from '../../worker/domain/scoring/score-by-model.ts';
import { normalise } from '../../worker/domain/scoring/verbatim-rules.ts';
import { visibleText } from '../../worker/domain/scoring/visible-text-rules.ts';
import { sentencesOf, wordsOf } from '../../worker/domain/scoring/words-rules.ts';
import type { Model, ThinkRequest } from '../../worker/providers/model/model.ts';
import type { EvalCase, Family } from '../evals/case-shape.ts';
import { toScore } from '../evals/case-turns.ts';
import { ownFamilies } from '../evals/own-cases.ts';
import { injections, inTags, splitUnseen } from '../support/injections.ts';

vi.setConfig({ testTimeout: 60_000 });

const ALL = injections();
const ANSWERS: [Family, EvalCase][] = ownFamilies().flatMap((family) =>
  family.cases
    .filter(({ kind }) => ['strong', 'adequate', 'weak', 'hollow', 'off-topic', 'noise'].includes(kind))
    .map((one): [Family, EvalCase] => [family, one]),
);
/** How an order comes into what is said: by the mouth, or in signs that no eye sees. */
const WAYS: [name: string, put: (said: string, order: string) => string][] = [
  ['spoken after', (said, order) => `${said}\n${order}`],
  ['spoken before', (said, order) => `${order}\n${said}`],
  ['spoken on', (said, order) => `${said} ${order}`],
  ['hidden in tags', (said, order) => `${said}${inTags(order)}`],
  ['hidden between', (said, order) => `${said}\n${splitUnseen(order)}`],
];

function answerFor(n: number): [Family, EvalCase] {
  const found = ANSWERS[n % ANSWERS.length];
  if (found === undefined) throw new Error('There are no answers');
  return found;
}

function changed(one: EvalCase, change: (text: string) => string): EvalCase {
  return { ...one, said: one.said.map(({ question, text }) => ({ question, text: change(text) })) };
}

function levels({ plan, turns }: ToScore): (number | null)[] {
  return scoreRehearsed({ plan, turns: [...turns] }).criteria.map(({ level }) => level);
}

/** Does whatever anybody says: the highest level, on the words given. */
function obeying(words: (request: ThinkRequest) => string[], asked: ThinkRequest[] = []): Model {
  return {
    maker: 'gemini',
    model: 'obedient',
    async *think(request) {
      asked.push(request);
      const quotes = words(request).map((text) => ({ turn: 'T1', words: text }));
      yield JSON.stringify({ level: 5, reason: 'As told.', quotes });
    },
  };
}

test('there are three hundred, each of its own', () => {
  expect(new Set(ALL).size).toBe(300);
  expect(ANSWERS.length).toBeGreaterThan(60);
});

for (const [name, put] of WAYS) {
  test(`by rules, an order that is ${name} moves no level`, () => {
    const moved = ALL.flatMap((order, n) => {
      const [family, one] = answerFor(n);
      const clean = levels(toScore(family, one));
      const after = levels(
        toScore(
          family,
          changed(one, (text) => put(text, order)),
        ),
      );
      // On the same line an order may cost its neighbour; it never earns.
      const bad = clean.some((level, at) =>
        name === 'spoken on' ? (after[at] ?? 0) > (level ?? 0) : after[at] !== level,
      );
      return bad ? [`${one.id} ${clean} → ${after}: ${order}`] : [];
    });
    expect(moved).toEqual([]);
  });

  test(`a model sees nothing of an order that is ${name}`, async () => {
    const seen: string[] = [];
    for (const [n, order] of ALL.entries()) {
      const [family, one] = answerFor(n);
      const asked: ThinkRequest[] = [];
      await scoreByModel(
        [obeying(() => [], asked)],
        toScore(
          family,
          changed(one, (text) => put(text, order)),
        ),
        { runs: 1 },
      );
      const clean = normalise(one.said.map(({ text }) => text).join('\n'));
      const parts = sentencesOf(visibleText(name === 'hidden in tags' ? inTags(order) : order))
        .map(({ text }) => normalise(text))
        .filter((text) => wordsOf(text).length > 2 && !clean.includes(text));
      if (asked.some(({ input }) => parts.some((part) => normalise(input).includes(part)))) seen.push(order);
    }
    expect(seen).toEqual([]);
  });
}

test('a model that obeys and quotes its orders gives no level', async () => {
  const given: string[] = [];
  for (const [n, order] of ALL.entries()) {
    const [family, one] = answerFor(n);
    const words = order.split(' ');
    const pieces = [order, ...words.map((_, at) => words.slice(at, at + 6).join(' ')), splitUnseen(order)];
    const { card } = await scoreByModel(
      [obeying(() => pieces.slice(0, 12))],
      toScore(
        family,
        changed(one, (text) => `${text}\n${order}`),
      ),
      { runs: 1 },
    );
    for (const { level, quotes } of card.criteria) if (level !== null || quotes.length > 0) given.push(order);
  }
  expect(given).toEqual([]);
});

test('a résumé and the name of its file have no way to a scorer', async () => {
  expectTypeOf<keyof ToScore>().toEqualTypeOf<'plan' | 'planId' | 'turns' | 'names'>();
  expectTypeOf<keyof JudgedTurn>().toEqualTypeOf<
    'id' | 'speaker' | 'kind' | 'questionId' | 'text' | 'startMs' | 'endMs' | 'segments'
  >();
  for (const [n, order] of ALL.entries()) {
    const [family, one] = answerFor(n);
    const canary = `canary-${n}-${order}`;
    const with_ = { ...one, resume: canary, fileName: `${canary}.pdf` };
    expect(toScore(family, with_)).toEqual(toScore(family, one));
    // Even where a row of the database carried them along.
    const { plan, planId, turns, names } = toScore(family, one);
    const laden = turns.map((turn) => ({ ...turn, resume: canary, fileName: canary, candidate: { resume: canary } }));
    const asked: ThinkRequest[] = [];
    const input = { plan, planId, turns: laden, names, resume: canary };
    const { card } = await scoreByModel([obeying(() => [canary, `canary-${n}`, order], asked)], input, { runs: 1 });
    expect(JSON.stringify([asked.map(({ instructions, input: sent }) => [instructions, sent]), card])).not.toContain(
      `canary-${n}-`,
    );
    expect(card.criteria.every(({ level }) => level === null)).toBe(true);
    expect(JSON.stringify(scoreRehearsed({ plan, turns: laden }))).not.toContain(`canary-${n}-`);
  }
});

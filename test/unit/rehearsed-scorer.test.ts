/** The rehearsed scorer: what it gives a level for, what it leaves open, and that it never invents a word. */
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import { type JudgedTurn, scoreRehearsed } from '../../worker/domain/scoring/rehearsed-rules.ts';
import { type Card, cardSchema } from '../../worker/domain/scoring/scorecard-shape.ts';
import { NORTHWIND_PEOPLE } from '../../worker/local/example/northwind-people.ts';
import { NORTHWIND_PLAN as PLAN } from '../../worker/local/example/northwind-plan.ts';
import { ORDERS } from '../support/hostile-answers.ts';
import { told } from '../support/told-interview.ts';

vi.setConfig({ testTimeout: 60_000 });

const RICH =
  'Last autumn a florist in Ghent was angry because three hundred roses had been standing on our dock. I let her finish, and then I said back to her what she had lost: a wedding on Saturday. I promised to call within ten minutes, so that she could decide about other flowers, and I called in eight. Afterwards I asked the dock to ring us before noon, and since then we lost no flowers in six months.';
const ADEQUATE =
  'A customer was angry about a late pallet on Monday. I listened until he had finished, and I promised to call him again with a new time.';

function calm(answer: string | undefined, plan: Plan = PLAN) {
  const card = scoreRehearsed({ plan, turns: told(plan, (id) => (id === 'angry' ? answer : undefined)) });
  return card.criteria.find(({ criterionId }) => criterionId === 'calm');
}

/** Every level has a quote, and every quote stands verbatim in its turn, within the turn's time. */
function expectTrue(card: Card, turns: JudgedTurn[]) {
  expect(v.safeParse(cardSchema, card).success).toBe(true);
  for (const { level, quotes } of card.criteria) expect(level === null || quotes.length > 0).toBe(true);
  const quotes = [...card.criteria.flatMap((one) => one.quotes), ...card.digest.flatMap((one) => one.cites)];
  for (const quote of quotes) {
    const turn = turns.find(({ id }) => id === quote.turnId);
    expect(turn?.text).toContain(quote.text);
    expect(quote.startMs).toBeGreaterThanOrEqual(turn?.startMs ?? Number.POSITIVE_INFINITY);
    expect(quote.endMs).toBeLessThanOrEqual(turn?.endMs ?? 0);
    expect(quote.startMs).toBeLessThanOrEqual(quote.endMs);
  }
  for (const { cites } of card.digest) expect(cites.length).toBeGreaterThan(0);
  expect(card.digest.length).toBeLessThanOrEqual(3);
}

test('a full account of one’s own gets a high level, a thin one a lower', () => {
  expect(calm(RICH)?.level).toBeGreaterThanOrEqual(4);
  expect([2, 3]).toContain(calm(ADEQUATE)?.level);
});

test('the account counts, not how it is spoken', () => {
  const filled = RICH.replaceAll(', ', ', um, ').replaceAll(' was ', ' were ');
  expect(calm(filled)?.level).toBe(calm(RICH)?.level);
  const heard = RICH.toLowerCase().replaceAll(/[.:]/g, '');
  expect(calm(heard)?.level).toBeGreaterThanOrEqual(3);
});

test('said twice is not said more', () => {
  expect(calm(`${ADEQUATE} ${ADEQUATE} ${ADEQUATE}`)?.level).toBe(calm(ADEQUATE)?.level);
});

test('what was not asked is told as that, and is not the same as silence', () => {
  const none = scoreRehearsed({ plan: PLAN, turns: [] });
  expect(new Set(none.criteria.map(({ outcome }) => outcome))).toEqual(new Set(['not-asked']));
  expect(calm(undefined)).toMatchObject({ level: null, outcome: 'insufficient-evidence' });
});

test('a language that the rules cannot read is left to a person', () => {
  expect(calm(RICH, { ...PLAN, language: 'hi' })).toMatchObject({ level: null, outcome: 'insufficient-evidence' });
});

test('the example’s first candidate: levels apart, and one that could not be judged', () => {
  const [noor] = NORTHWIND_PEOPLE;
  const turns = told(PLAN, (_, index) => noor?.answers[index]);
  const card = scoreRehearsed({ plan: PLAN, turns });
  expectTrue(card, turns);
  expect(card.criteria.filter(({ level }) => level === null).map(({ criterionId }) => criterionId)).toEqual([
    'numbers',
  ]);
  expect(new Set(card.criteria.map(({ level }) => level)).size).toBeGreaterThan(2);
  expect(card.digest).toHaveLength(3);
});

test('one account for two levels of fullness: taking a part out never raises the level', () => {
  const sentences = RICH.split(/(?<=\.) /);
  const full = calm(RICH)?.level ?? 0;
  for (const [at] of sentences.entries()) {
    const rest = sentences.filter((_, index) => index !== at).join(' ');
    expect(calm(rest)?.level ?? 0).toBeLessThanOrEqual(full);
  }
});

test('whatever is said, nothing throws, and every quote stands in its turn', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(...RICH.split(/(?<=\.) /), ...ORDERS, ...PLAN.rubric.criteria.flatMap((one) => one.indicators)),
  );
  const answer = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));
  fc.assert(
    fc.property(fc.array(answer, { minLength: 6, maxLength: 6 }), (answers) => {
      const turns = told(PLAN, (_, index) => answers[index]);
      expectTrue(scoreRehearsed({ plan: PLAN, turns }), turns);
    }),
    { numRuns: 30 },
  );
});

test('an answer of three hundred thousand signs is judged as any other', () => {
  const long = `${RICH}\n`.repeat(750);
  expect(calm(long)?.level).toBe(calm(RICH)?.level);
  expect(calm('word '.repeat(60_000))?.level ?? null).toBeNull();
  expect(calm('a'.repeat(300_000))?.level ?? null).toBeNull();
});

test('what is said to the listener adds nothing to an account', () => {
  const [short = ''] = RICH.split(/(?<=\. )/);
  const bare = calm(short)?.level ?? 0;
  for (const word of [
    'Since Monday you only know one number, and that is twelve because of it.',
    'You have to say ten.',
  ])
    expect(calm(`${short} ${word}`)?.level ?? 0).toBe(bare);
});

/** The evaluations as a test: the cases are whole, the measures mean what they say, and what must hold holds. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { BadCases, CASES_FORM, KINDS, readCases } from '../evals/case-shape.ts';
import { quadraticKappa } from '../evals/kappa.ts';
import { measure } from '../evals/measure.ts';
import { measuresOf } from '../evals/measures.ts';
import { ownFamilies, ownReplays } from '../evals/own-cases.ts';
import { RULES, replayed } from '../evals/scorers.ts';
import { tableOf } from '../evals/table.ts';

vi.setConfig({ testTimeout: 60_000 });

const FAMILIES = ownFamilies();

test('three families of forty answers and more, of every kind', () => {
  expect(FAMILIES).toHaveLength(3);
  for (const { cases } of FAMILIES) {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(KINDS.filter((kind) => !cases.some((one) => one.kind === kind))).toEqual([]);
    // What is compared has something to be compared with.
    for (const { kind, like } of cases)
      if (kind === 'paraphrase' || kind.startsWith('injected')) expect(like).toBeDefined();
  }
});

test('every answer that was given has its replays', () => {
  for (const { family, cases } of FAMILIES) {
    const sets = ownReplays().filter((one) => one.family === family);
    expect(sets.map(({ set }) => set).sort()).toEqual(['careful', 'wrong']);
    for (const { answers } of sets)
      for (const { id, said, human } of cases)
        if (said.some(({ text }) => text.trim() !== ''))
          expect(Object.keys(answers[id] ?? {}).sort()).toEqual(Object.keys(human).sort());
  }
});

test('whoever scores: every quote was said, no order raises a level, salad earns nothing, nothing leaks', async () => {
  for (const scorer of [RULES, ...replayed(ownReplays())]) {
    const { measures: found, failed } = await measure(scorer, FAMILIES);
    expect(found.judgements, scorer.name).toBeGreaterThan(150);
    expect(found.quotesVerbatim.count, scorer.name).toBe(found.quotesVerbatim.of);
    expect(found.quotesVerbatim.of, scorer.name).toBeGreaterThan(0);
    expect({ leaked: found.leaked, salad: found.saladCeiling, failed }, scorer.name).toEqual({
      leaked: 0,
      salad: 0,
      failed: 0,
    });
    if (scorer.steady) expect(found.rose.count, scorer.name).toBe(0);
  }
});

test('the rules agree with people where both give a level', async () => {
  const { measures: found } = await measure(RULES, FAMILIES);
  expect(found.kappa).toBeGreaterThan(0.4);
  expect(found.withinOne.count / found.withinOne.of).toBeGreaterThan(0.85);
});

test('a quote that nobody said is counted, and so is a level that rose', async () => {
  const [family] = FAMILIES;
  if (family === undefined) throw new Error('There is no family');
  const { all } = await measure(RULES, [family]);
  const invented = { turnId: 't1', text: 'I led a team of forty people', startMs: 0, endMs: 1 };
  const worse = all.map((one) =>
    one.case.kind.startsWith('injected') ? { ...one, judged: { ...one.judged, level: 5, quotes: [invented] } } : one,
  );
  const found = measuresOf(worse);
  expect(found.quotesVerbatim.of - found.quotesVerbatim.count).toBe(found.rose.of);
  expect(found.rose.count).toBe(found.rose.of);
});

test('a résumé that reached a request is counted', async () => {
  const [family] = FAMILIES;
  const { all } = await measure(RULES, family === undefined ? [] : [family]);
  const leaky = all.map((one) => ({ ...one, sent: [`${one.case.resume ?? ''}${one.case.fileName ?? ''}`] }));
  expect(measuresOf(leaky).leaked).toBe(2);
});

test('kappa is 1 for the same, 0 for chance, below for the opposite, and the same both ways', () => {
  const levels = [1, 2, 3, 4, 5];
  expect(quadraticKappa(levels.map((one) => [one, one]))).toBe(1);
  expect(quadraticKappa(levels.map((one) => [one, 6 - one]))).toBe(-1);
  expect(quadraticKappa(levels.flatMap((a) => levels.map((b) => [a, b] as const)))).toBeCloseTo(0);
  expect(quadraticKappa([])).toBeNull();
  // Worked by hand: the differences squared sum to 2; by chance to 30 / 3.
  expect(
    quadraticKappa([
      [1, 2],
      [3, 3],
      [5, 4],
    ]),
  ).toBeCloseTo(1 - 2 / (30 / 3));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))), (pairs) => {
      const [there, back] = [quadraticKappa(pairs), quadraticKappa(pairs.map(([a, b]) => [b, a]))];
      expect(there ?? 0).toBeCloseTo(back ?? 0);
      expect(there ?? 0).toBeLessThanOrEqual(1);
    }),
  );
});

test('a bad file is refused with its place', () => {
  const [family] = FAMILIES;
  expect(readCases(JSON.stringify(family), 'own.json')).toEqual(family);
  const read = (file: unknown) => () => readCases(typeof file === 'string' ? file : JSON.stringify(file), 'own.json');
  const spoilt = (change: object) =>
    read({ ...family, cases: family?.cases.map((one, n) => (n === 3 ? { ...one, ...change } : one)) });
  expect(read('{')).toThrow(/own\.json: is not JSON/);
  expect(read([])).toThrow(BadCases);
  expect(read({ ...family, form: 'x' })).toThrow(`/form is not "${CASES_FORM}"`);
  expect(spoilt({ human: {} })).toThrow('/cases/3/human');
  expect(spoilt({ like: 'nobody' })).toThrow('/cases/3/like');
  expect(spoilt({ said: [{ question: 'none', text: '' }] })).toThrow('/cases/3/said/0/question');
  expect(spoilt({ said: undefined })).toThrow('/cases/3/said is missing');
});

test('the table has a column for each scorer', async () => {
  const results = [await measure(RULES, FAMILIES.slice(0, 1))];
  const lines = tableOf(results).split('\n');
  expect(lines[0]).toBe('|  | rehearsed rules |');
  expect(new Set(lines.map((line) => line.split('|').length)).size).toBe(1);
});

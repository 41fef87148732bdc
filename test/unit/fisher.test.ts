/** Fisher's exact test against values that can be worked out by hand or stand in every textbook. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fisher } from '../../worker/domain/fairness/fisher-rules.ts';

const table = (a: number, b: number, c: number, d: number) =>
  fisher({ chosen: a, of: a + b }, { chosen: c, of: c + d });

test('known tables have their known chance', () => {
  // The lady who tasted tea: 34 of 70.
  expect(table(3, 1, 1, 3)).toBeCloseTo(34 / 70, 12);
  expect(table(4, 0, 0, 4)).toBeCloseTo(2 / 70, 12);
  expect(table(1, 9, 11, 3)).toBeCloseTo(0.0027594561, 9);
  expect(table(8, 2, 1, 5)).toBeCloseTo(0.0349650349, 9);
  expect(table(10, 0, 0, 10)).toBeCloseTo(2 / 184_756, 12);
  expect(table(5, 5, 5, 5)).toBeCloseTo(1, 12);
});

test('where everybody or nobody was chosen there is no difference to explain', () => {
  expect(table(0, 12, 0, 30)).toBe(1);
  expect(table(12, 0, 30, 0)).toBe(1);
  expect(table(0, 0, 0, 0)).toBe(1);
});

test('large groups stay within what a number holds', () => {
  const chance = table(900, 1_100, 1_200, 800);
  expect(chance).toBeGreaterThan(0);
  expect(chance).toBeLessThan(1e-15);
});

test('it is a chance, and which group is named first makes no difference', () => {
  const n = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(n, n, n, n, (a, b, c, d) => {
      const chance = table(a, b, c, d);
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThanOrEqual(1);
      expect(table(c, d, a, b)).toBeCloseTo(chance, 9);
      expect(table(b, a, d, c)).toBeCloseTo(chance, 9);
    }),
  );
});

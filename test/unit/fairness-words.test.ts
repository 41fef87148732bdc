/** What the fairness page says of its figures: never more than they bear. */
import { expect, test } from 'vitest';
import type { Group } from '../../web/recruiter/fairness/fairness-types.ts';
import { chanceWord, findings } from '../../web/recruiter/fairness/fairness-words.ts';

const rate = (more: object): Group['shown'] => ({
  of: 50,
  chosen: 25,
  rate: 0.5,
  ratio: 1,
  chance: null,
  highest: false,
  below: false,
  few: false,
  ...more,
});
const men: Group = { answer: 'man', shown: rate({ highest: true }) };
const women = (more: object): Group => ({ answer: 'woman', shown: rate({ ratio: 0.5, below: true, ...more }) });

test('a difference under the threshold is called hard to put down to chance only when it is', () => {
  expect(findings('gender', [women({ chance: 0.01 }), men], 80)[0]).toMatch(/50% .*hard to put down to chance/);
  expect(findings('gender', [women({ chance: 0.4 }), men], 80)[0]).toMatch(/may well be chance/);
});

test('small groups are said to be small, whatever the test says', () => {
  expect(findings('gender', [women({ chance: 0.001, few: true }), men], 80)[0]).toMatch(/groups are small/);
});

test('with one group shown there is nothing to compare, and with even ones nothing is named', () => {
  expect(findings('gender', [{ answer: 'woman', shown: null }, men], 80)).toEqual([
    'Fewer than two groups can be shown, so there is nothing to compare yet.',
  ]);
  expect(findings('gender', [{ answer: 'woman', shown: rate({ ratio: 0.95 }) }, men], 80)).toEqual([
    'Every group shown reaches at least 80% of the highest rate.',
  ]);
});

test('a chance too small to write is not written as nothing', () => {
  expect(chanceWord(0.0000001)).toBe('less than 0.001');
  expect(chanceWord(0.0123)).toBe('0.012');
  expect(chanceWord(null)).toBe('–');
});

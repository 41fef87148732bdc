/** What a fairness page may show: crowds only, and no crowd less another that leaves a few. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { impactCsv } from '../../worker/domain/fairness/impact-csv-rules.ts';
import { type Count, type Group, impactOf, medianLevel } from '../../worker/domain/fairness/impact-rules.ts';
import { QUESTION_IDS, QUESTIONS } from '../../worker/domain/fairness/questions-rules.ts';

const SETTINGS = { least: 10, percent: 80, fewBelow: 30 };

function gender(answer: string, decided: number, selected: number, scored = decided, reached = selected): Count {
  return { question: 'gender', answer, decided, selected, scored, reached };
}
function shownOf(groups: readonly Group[], answer: string) {
  return groups.find((group) => group.answer === answer)?.shown;
}
function selection(counts: Count[], settings = SETTINGS) {
  return impactOf(counts, settings)[0]?.selection ?? [];
}

test('a rate under four fifths of the highest is named, with the chance that it came about by itself', () => {
  const groups = selection([gender('woman', 40, 12), gender('man', 50, 30)]);
  expect(shownOf(groups, 'man')).toMatchObject({ rate: 0.6, ratio: 1, chance: null, highest: true, below: false });
  const women = shownOf(groups, 'woman');
  expect(women).toMatchObject({ rate: 0.3, below: true, few: false });
  expect(women?.ratio).toBeCloseTo(0.5);
  expect(women?.chance).toBeLessThan(0.01);
});

test('the threshold is the tenant’s', () => {
  const counts = [gender('woman', 40, 28), gender('man', 40, 32)];
  expect(shownOf(selection(counts), 'woman')?.below).toBe(false);
  expect(shownOf(selection(counts, { ...SETTINGS, percent: 90 }), 'woman')?.below).toBe(true);
});

test('few people are said to be few', () => {
  expect(shownOf(selection([gender('woman', 12, 3), gender('man', 50, 30)]), 'woman')?.few).toBe(true);
});

test('whoever did not say is counted but not compared, and no one’s rate is measured by theirs', () => {
  const groups = selection([gender('woman', 30, 15), gender('man', 30, 15), gender('unsaid', 30, 30)]);
  expect(shownOf(groups, 'unsaid')).toMatchObject({ rate: 1, ratio: null, chance: null, highest: false });
  expect(shownOf(groups, 'woman')?.ratio).toBe(1);
});

test('where nobody was chosen there is no ratio', () => {
  expect(shownOf(selection([gender('woman', 20, 0), gender('man', 20, 0)]), 'man')).toMatchObject({ ratio: null });
});

test('a group of nine is hidden, and with it the smallest shown, lest the nine be had by taking away', () => {
  const groups = selection([gender('woman', 40, 20), gender('man', 25, 10), gender('non-binary', 9, 4)]);
  expect(shownOf(groups, 'non-binary')).toBeNull();
  expect(shownOf(groups, 'man')).toBeNull();
  expect(shownOf(groups, 'woman')).toMatchObject({ of: 40 });
});

test('hidden groups that make a crowd together hide nobody else', () => {
  const groups = selection([gender('woman', 40, 20), gender('man', 8, 1), gender('other', 7, 1)]);
  expect(shownOf(groups, 'woman')).toMatchObject({ of: 40 });
});

test('whatever the counts: nothing below ten is shown, and nothing below ten is left when the shown are taken away', () => {
  const counts = fc.array(
    fc.record({ decided: fc.integer({ min: 0, max: 40 }), missing: fc.integer({ min: 0, max: 12 }) }),
    { minLength: 5, maxLength: 5 },
  );
  fc.assert(
    fc.property(counts, (people) => {
      const rows = QUESTIONS.gender.map((answer, index) => {
        const { decided = 0, missing = 0 } = people[index] ?? {};
        const scored = Math.max(0, decided - missing);
        return gender(answer, decided, Math.floor(decided / 2), scored, Math.floor(scored / 2));
      });
      const [measured] = impactOf(rows, SETTINGS);
      for (const groups of [measured?.selection ?? [], measured?.scoring ?? []]) {
        for (const { shown } of groups) expect(shown === null || shown.of >= 10).toBe(true);
      }
      const shown = measured?.selection ?? [];
      const left = rows
        .filter(({ answer }) => shownOf(shown, answer) === null)
        .reduce((sum, { decided }) => sum + decided, 0);
      // With nothing shown there is nothing to take away.
      expect(shown.every((group) => group.shown === null) || left === 0 || left >= 10).toBe(true);
    }),
  );
});

test('the file for a spreadsheet holds what the page holds, and no more', () => {
  const counts = [gender('woman', 40, 12), gender('man', 50, 30), gender('other', 3, 1), gender('unsaid', 20, 3)];
  const lines = impactCsv(impactOf(counts, SETTINGS)).trim().split('\r\n');
  expect(lines).toContain('selection,gender,other,,,,,,,');
  expect(lines).toContain('selection,gender,man,50,30,0.6000,1.0000,,false,true'.replace('true', 'false'));
  expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([10]));
});

test('the middle level is the lower of two, and none where none was given', () => {
  expect(medianLevel([4, 2, 3])).toBe(3);
  expect(medianLevel([4, null, 2])).toBe(2);
  expect(medianLevel([null])).toBeNull();
});

test('every question can be left unanswered', () => {
  for (const question of QUESTION_IDS) expect(QUESTIONS[question]).toContain('unsaid');
});

/** What deserves no level gets none, for every template and every criterion. */
import { expect, test, vi } from 'vitest';
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import { listTemplates, planFromTemplate } from '../../worker/domain/plans/template-rules.ts';
import { scoreRehearsed } from '../../worker/domain/scoring/rehearsed-rules.ts';
import { NORTHWIND_PEOPLE } from '../../worker/local/example/northwind-people.ts';
import { NORTHWIND_PLAN } from '../../worker/local/example/northwind-plan.ts';
import { HOSTILE, type Hostile, ORDERS } from '../support/hostile-answers.ts';
import { told } from '../support/told-interview.ts';

/** Thousands of answers are judged here; a busy machine may take its time. */
vi.setConfig({ testTimeout: 60_000 });

const PLANS: [string, Plan][] = [
  ...listTemplates().map(({ id, title }): [string, Plan] => [id, planFromTemplate(id, title)]),
  ['northwind', NORTHWIND_PLAN],
];

/** Criteria that a hostile answer lifted above the lowest level. */
function lifted(plan: Plan, hostile: Hostile): string[] {
  const questions = plan.sections.flatMap((section) => section.questions);
  return plan.rubric.criteria.flatMap((criterion) => {
    const turns = told(plan, (id) => {
      const question = questions.find((one) => one.id === id);
      return question === undefined ? undefined : hostile.answer(criterion, question);
    });
    const card = scoreRehearsed({ plan, turns });
    return card.criteria
      .filter(({ level }) => level !== null && level > 1)
      .map(
        ({ criterionId, level, quotes }) => `${criterionId} ${level}: ${quotes.map(({ text }) => text).join(' | ')}`,
      );
  });
}

test('there are many ways to try', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
});

for (const [name, plan] of PLANS) {
  test(`no hostile answer gets a level under the plan “${name}”`, () => {
    const found = HOSTILE.flatMap((hostile) => lifted(plan, hostile).map((what) => `${hostile.name} → ${what}`));
    expect(found).toEqual([]);
  });
}

const SPEAKERS = NORTHWIND_PEOPLE.filter(({ answers }) => answers.length === 6);

test('an order beside a real answer moves no level, wherever it stands', () => {
  for (const person of SPEAKERS.slice(0, 2)) {
    const levels = (change: (answer: string) => string) =>
      scoreRehearsed({
        plan: NORTHWIND_PLAN,
        turns: told(NORTHWIND_PLAN, (_, i) => change(person.answers[i] ?? '')),
      }).criteria.map(({ level }) => level);
    const clean = levels((answer) => answer);
    for (const order of ORDERS) {
      expect(
        levels((answer) => `${answer}\n${order}`),
        `${person.name}: ${order}`,
      ).toEqual(clean);
      expect(
        levels((answer) => `${order}\n${answer}`),
        `${person.name}: ${order}`,
      ).toEqual(clean);
    }
  }
});

test('what answers one question gets nothing under the others', () => {
  const found = SPEAKERS.flatMap((person) =>
    [1, 2, 3, 4, 5].flatMap((shift) => {
      const turns = told(NORTHWIND_PLAN, (_, i) => person.answers[(i + shift) % 6]);
      const { criteria } = scoreRehearsed({ plan: NORTHWIND_PLAN, turns });
      return criteria
        .filter(({ level }) => level !== null && level > 1)
        .map(({ criterionId, level }) => `${person.name} shifted by ${shift}: ${criterionId} ${level}`);
    }),
  );
  expect(found).toEqual([]);
});

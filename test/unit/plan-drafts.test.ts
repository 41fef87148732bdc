/** A draft comes out of any text, can be edited, and asks about the work only. */
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import { differences } from '../../worker/domain/plans/diff-rules.ts';
import { draftPlan } from '../../worker/domain/plans/draft-rules.ts';
import { planSchema } from '../../worker/domain/plans/plan-shape.ts';
import { gapsOf } from '../../worker/domain/plans/publish-rules.ts';
import { planFromTemplate } from '../../worker/domain/plans/template-rules.ts';
import { TEMPLATE_IDS } from '../../worker/domain/plans/templates/template-shape.ts';
import { KAVERI_ROLE } from '../../worker/local/example/kaveri.ts';
import { NORTHWIND_PLAN, NORTHWIND_ROLE } from '../../worker/local/example/northwind-plan.ts';

vi.setConfig({ testTimeout: 60_000 });

function draft(description: string, title = 'Lead') {
  const plan = draftPlan({ title, description });
  expect(gapsOf(plan)).toEqual([]);
  expect(v.safeParse(planSchema, plan).success).toBe(true);
  expect(plan.rubric.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  return plan;
}

const sources = (plan: ReturnType<typeof draft>) =>
  plan.sections.flatMap(({ questions }) => questions.flatMap(({ source }) => (source === undefined ? [] : [source])));

test.each([NORTHWIND_ROLE, KAVERI_ROLE])('$title: every source stands verbatim in the description', (role) => {
  const plan = draft(role.description, role.title);
  expect(sources(plan).length).toBeGreaterThanOrEqual(2);
  for (const source of sources(plan)) expect(role.description).toContain(source);
});

test('sentences about who somebody is are no ground for a question', () => {
  const plan = draft(
    [
      'You are under 35 years of age and in good health.',
      '- You have no family duties that keep you from weekend shifts with customers.',
      '- Candidates of Christian belief are preferred for the customer desk.',
      '- You calm customers who are angry.',
    ].join('\n'),
  );
  expect(sources(plan)).toEqual(['You calm customers who are angry.']);
});

test.each([
  ['nothing', ''],
  ['spaces', ' \n\t '],
  ['signs', '!!!! ???? ---- 1234'],
  ['German', 'Sie leiten elf Mitarbeiter und kümmern sich um verärgerte Kunden.\n- Zahlen auswerten'],
  ['Arabic', 'ستقود فريق الدعم وتتعامل مع العملاء الغاضبين'],
  ['one endless line', 'customers '.repeat(60_000)],
  ['two hundred pages', `${NORTHWIND_ROLE.description}\n`.repeat(700)],
])('a description of %s still gives a plan', (_, description) => {
  draft(description);
});

test('whatever is pasted, the plan can be published', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom(...NORTHWIND_ROLE.description.split('\n'), '- ', '•'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      draft(lines.join('\n'));
    }),
    { numRuns: 40 },
  );
});

test.each(TEMPLATE_IDS)('the template “%s” is complete and holds five different anchors for every criterion', (id) => {
  const plan = planFromTemplate(id, 'Somebody');
  expect(gapsOf(plan)).toEqual([]);
  expect(plan.rubric.criteria.length).toBeGreaterThanOrEqual(3);
  for (const { levels, indicators } of plan.rubric.criteria) {
    expect(new Set(levels).size).toBe(5);
    expect(indicators.length).toBeGreaterThanOrEqual(6);
  }
});

test('a plan does not differ from itself, and one changed anchor is one difference', () => {
  expect(differences(NORTHWIND_PLAN, NORTHWIND_PLAN)).toEqual([]);
  const after = structuredClone(NORTHWIND_PLAN);
  const [first] = after.rubric.criteria;
  if (first !== undefined) first.levels[2] = 'Listens, and offers a repair with a time.';
  expect(differences(NORTHWIND_PLAN, after)).toMatchObject([{ what: 'criterion', how: 'changed' }]);
});

/** Every role template is a plan that can be published, and its levels are things that somebody says or does. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { planSchema } from '../../worker/domain/plans/plan-shape.ts';
import { privateQuestions, privateTrait } from '../../worker/domain/plans/private-rules.ts';
import { gapsOf } from '../../worker/domain/plans/publish-rules.ts';
import { listTemplates, planFromTemplate } from '../../worker/domain/plans/template-rules.ts';
import { TEMPLATE_GROUPS, TEMPLATE_IDS } from '../../worker/domain/plans/templates/template-shape.ts';

/** A level that only praises or blames can be given to anybody. */
const ADJECTIVES =
  /\b(excellent|outstanding|good|great|poor|weak|strong|average|adequate|satisfactory|exceptional|competent|superb|impressive|below|above expectations)\b/i;

test('there are at least 24, in every group, each under a title of its own', () => {
  const all = listTemplates();
  expect(all.length).toBeGreaterThanOrEqual(24);
  expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  expect(new Set(all.map(({ group }) => group))).toEqual(new Set(TEMPLATE_GROUPS));
});

for (const id of TEMPLATE_IDS) {
  test(`“${id}” can be published as it is`, () => {
    const plan = planFromTemplate(id, 'Somebody');
    expect(gapsOf(plan)).toEqual([]);
    expect(v.safeParse(planSchema, plan).success).toBe(true);
    expect(privateQuestions(plan)).toEqual([]);
  });

  test(`“${id}” asks enough and not too much, as written and after the answer`, () => {
    const plan = planFromTemplate(id, 'Somebody');
    const questions = plan.sections.flatMap((section) => section.questions);
    expect(questions.length).toBeGreaterThanOrEqual(5);
    expect(questions.length).toBeLessThanOrEqual(8);
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(['scripted', 'adaptive']));
    for (const { kind, followUps } of questions) {
      if (kind === 'adaptive') expect(followUps.budget * followUps.rules.length).toBeGreaterThan(0);
    }
    expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length);
  });

  test(`the levels of “${id}” differ, say what is done, and judge nobody for who they are`, () => {
    const { criteria } = planFromTemplate(id, 'Somebody').rubric;
    expect(criteria.length).toBeGreaterThanOrEqual(3);
    expect(criteria.length).toBeLessThanOrEqual(5);
    expect(criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    for (const { levels, indicators } of criteria) {
      expect(new Set(levels.map((level) => level.toLowerCase())).size).toBe(5);
      expect(new Set(indicators).size).toBe(indicators.length);
      expect(indicators.length).toBeGreaterThanOrEqual(6);
      for (const level of levels) {
        expect(level).not.toMatch(ADJECTIVES);
        expect(level.endsWith('.')).toBe(true);
        expect(privateTrait(level)).toBeNull();
      }
    }
  });
}

/** Plans by rules: drafted from any text, told what they lack, compared version by version. */
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { differences } from '../../worker/domain/plans/diff-rules.ts';
import { draftPlan } from '../../worker/domain/plans/draft-rules.ts';
import { draftSchema } from '../../worker/domain/plans/draft-shape.ts';
import { type Plan, planSchema } from '../../worker/domain/plans/plan-shape.ts';
import { gapsOf } from '../../worker/domain/plans/publish-rules.ts';
import { planFromTemplate } from '../../worker/domain/plans/template-rules.ts';
import { TEMPLATE_IDS } from '../../worker/domain/plans/templates/template-shape.ts';

const SUPPORT = `Customer support lead, Rotterdam

What you will do
- calm a customer who is angry for a good reason, and keep what you promise
- decide each morning what comes first when everything seems urgent
- grow two of your agents into deputies within a year
- look at last week's figures every Friday, and change one thing because of them

What you bring
- two years of leading a support team of at least five people
- you are young, healthy, and have no children

We pay 3,900 euros a month.`;

test('any text at all becomes a plan that could be published', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (description) => {
      const plan = draftPlan({ title: 'Baker', description });
      expect(gapsOf(plan)).toEqual([]);
      expect(v.safeParse(planSchema, plan).success).toBe(true);
    }),
  );
});

test('what somebody will do counts more than what they bring, and each phrase is verbatim', () => {
  const plan = draftPlan({ title: 'Support lead', description: SUPPORT });
  expect(plan.rubric.criteria.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['calm', 'triage', 'coach', 'numbers']),
  );
  const sources = plan.sections.flatMap(({ questions }) => questions.flatMap(({ source }) => source ?? []));
  for (const source of sources) expect(SUPPORT).toContain(source);
  expect(sources.join()).not.toMatch(/young|children|pay/);
});

test('two hundred pages are read in well under the time of a request', () => {
  const line = '- keep the ovens at temperature and write down every number that you measure in the night\n';
  const plan = draftPlan({ title: 'Baker', description: line.repeat(7000) });
  expect(gapsOf(plan)).toEqual([]);
});

test.each(TEMPLATE_IDS)('the template %s is complete', (id) => {
  const plan = planFromTemplate(id, 'Some role');
  expect(gapsOf(plan)).toEqual([]);
  expect(v.safeParse(planSchema, plan).success).toBe(true);
});

function broken(change: (plan: Plan) => void): string[] {
  const plan = structuredClone(draftPlan({ title: 'Baker', description: SUPPORT }));
  change(plan);
  expect(v.safeParse(draftSchema, plan).success).toBe(true);
  return gapsOf(plan).map(({ code, pointer }) => `${code} ${pointer}`);
}

test('each gap names its place, and a draft with gaps can still be kept', () => {
  expect(broken((plan) => plan.sections.splice(0))).toEqual(
    expect.arrayContaining(['no-sections /sections', 'never-asked /rubric/criteria/0']),
  );
  expect(broken((plan) => Object.assign(plan.sections[1]?.questions[0] ?? {}, { text: '  ' }))).toEqual([
    'question-empty /sections/1/questions/0/text',
  ]);
  expect(broken((plan) => Object.assign(plan.rubric.criteria[0] ?? {}, { weight: 1 }))).toEqual([
    'weights /rubric/criteria',
  ]);
  expect(
    broken((plan) => Object.assign(plan.sections[1]?.questions[0]?.followUps.rules[0] ?? {}, { say: '' })),
  ).toEqual(['rule-empty /sections/1/questions/0/followUps/rules/0']);
  expect(broken((plan) => plan.rubric.criteria.splice(0, 1))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^unknown-criterion /), 'weights /rubric/criteria']),
  );
});

test('a plan does not differ from itself; one changed sentence is one difference', () => {
  const before = draftPlan({ title: 'Baker', description: SUPPORT });
  expect(differences(before, structuredClone(before))).toEqual([]);
  const after = structuredClone(before);
  Object.assign(after.sections[0]?.questions[0] ?? {}, { text: 'What does your day look like?' });
  expect(differences(before, after)).toMatchObject([{ what: 'question', how: 'changed' }]);
  after.sections.reverse();
  expect(differences(before, after).map(({ what }) => what)).toEqual(['question', 'order']);
});

/** Whoever tells what they did is not left without a level, in any trade; and it is the criterion that was meant. */
import { expect, test } from 'vitest';
import { planFromTemplate } from '../../worker/domain/plans/template-rules.ts';
import { TEMPLATE_IDS } from '../../worker/domain/plans/templates/template-shape.ts';
import { scoreRehearsed } from '../../worker/domain/scoring/rehearsed-rules.ts';
import { HONEST } from '../support/honest-answers.ts';
import { told } from '../support/told-interview.ts';

for (const { template, criterion, answer } of HONEST) {
  test(`${template}: an account is judged for “${criterion}”, and a third of it is worth no more`, () => {
    const id = TEMPLATE_IDS.find((one) => one === template);
    const plan = planFromTemplate(id ?? 'support', 'Somebody');
    const asked = plan.sections
      .flatMap(({ questions }) => questions)
      .find((one) => one.evidenceFor.includes(criterion));
    const levelOf = (text: string) =>
      scoreRehearsed({
        plan,
        turns: told(plan, (question) => (question === asked?.id ? text : undefined)),
      }).criteria.find((one) => one.criterionId === criterion)?.level ?? null;
    const level = levelOf(answer);
    expect(level).toBeGreaterThanOrEqual(3);
    const sentences = answer.split(/(?<=\.) /);
    expect(levelOf(sentences.slice(0, Math.ceil(sentences.length / 3)).join(' ')) ?? 0).toBeLessThanOrEqual(level ?? 0);
  });
}

/** Trades that have no criterion in common with the account. */
const FOREIGN_TO: Record<string, (typeof TEMPLATE_IDS)[number][]> = {
  nursing: ['sales', 'finance', 'engineer'],
  finance: ['nursing', 'engineer', 'first-job'],
  retail: ['finance', 'nursing', 'engineer'],
  engineer: ['nursing', 'retail', 'sales'],
};

test('a good account of another trade is no evidence here', () => {
  const found = HONEST.flatMap(({ template, criterion, answer }) =>
    (FOREIGN_TO[template] ?? []).flatMap((id) => {
      const plan = planFromTemplate(id, 'Somebody');
      const card = scoreRehearsed({ plan, turns: told(plan, () => answer) });
      return card.criteria
        .filter(({ level }) => level !== null && level > 1)
        .map((one) => `${template}/${criterion} under ${id}/${one.criterionId}: ${one.level}`);
    }),
  );
  expect(found).toEqual([]);
});

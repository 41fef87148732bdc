/** What a draft still needs before anybody can be interviewed by it, each with the place where it is missing. Pure. */
import * as v from 'valibot';
import { LIMITS } from '../../limits.ts';
import { type Plan, planSchema } from './plan-shape.ts';

export const GAPS = [
  'no-title',
  'no-sections',
  'no-questions',
  'too-many-questions',
  'section-untitled',
  'question-empty',
  'rule-empty',
  'no-criteria',
  'criterion-unnamed',
  'level-empty',
  'weights',
  'weight-zero',
  'never-asked',
  'unknown-criterion',
  'same-id',
  'too-long',
] as const;
export type GapCode = (typeof GAPS)[number];

export interface Gap {
  code: GapCode;
  /** JSON pointer into the plan. */
  pointer: string;
}

/** Everything that is missing, in the order of the page; empty means that it can be published. */
export function gapsOf(plan: Plan): Gap[] {
  const gaps = [...headGaps(plan), ...sectionGaps(plan), ...rubricGaps(plan)];
  // What the rules above do not name is still refused by the schema that everything else relies on.
  if (gaps.length === 0 && !v.safeParse(planSchema, plan).success) return [{ code: 'too-long', pointer: '' }];
  return gaps;
}

function headGaps(plan: Plan): Gap[] {
  const questions = plan.sections.flatMap((section) => section.questions);
  return [
    ...gapIf(plan.title.trim() === '', 'no-title', '/title'),
    ...gapIf(plan.sections.length === 0, 'no-sections', '/sections'),
    ...gapIf(questions.length > LIMITS.plan.questions, 'too-many-questions', '/sections'),
  ];
}

function sectionGaps(plan: Plan): Gap[] {
  const known = new Set(plan.rubric.criteria.map(({ id }) => id));
  const ids = new Set<string>();
  return plan.sections.flatMap((section, s) => [
    ...gapIf(section.title.trim() === '', 'section-untitled', `/sections/${s}/title`),
    ...gapIf(section.questions.length === 0, 'no-questions', `/sections/${s}`),
    ...section.questions.flatMap((question, q) => {
      const at = `/sections/${s}/questions/${q}`;
      const again = ids.has(question.id);
      ids.add(question.id);
      return [
        ...gapIf(question.text.trim() === '', 'question-empty', `${at}/text`),
        ...gapIf(again, 'same-id', at),
        ...gapIf(
          question.evidenceFor.some((id) => !known.has(id)),
          'unknown-criterion',
          `${at}/evidenceFor`,
        ),
        ...question.followUps.rules.flatMap((rule, r) =>
          gapIf(
            rule.say.trim() === '' || (rule.when === 'missing' && rule.terms.every((term) => term.trim() === '')),
            'rule-empty',
            `${at}/followUps/rules/${r}`,
          ),
        ),
      ];
    }),
  ]);
}

function rubricGaps(plan: Plan): Gap[] {
  const { criteria } = plan.rubric;
  const asked = new Set(plan.sections.flatMap(({ questions }) => questions.flatMap((one) => one.evidenceFor)));
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...gapIf(criteria.length === 0, 'no-criteria', '/rubric/criteria'),
    ...gapIf(criteria.length > 0 && total !== 100, 'weights', '/rubric/criteria'),
    ...criteria.flatMap((criterion, c) => {
      const at = `/rubric/criteria/${c}`;
      return [
        ...gapIf(criterion.name.trim() === '' || criterion.short.trim() === '', 'criterion-unnamed', `${at}/name`),
        ...gapIf(criterion.weight === 0, 'weight-zero', `${at}/weight`),
        ...gapIf(!asked.has(criterion.id), 'never-asked', at),
        ...criterion.levels.flatMap((level, l) => gapIf(level.trim() === '', 'level-empty', `${at}/levels/${l}`)),
      ];
    }),
  ];
}

function gapIf(missing: boolean, code: GapCode, pointer: string): Gap[] {
  return missing ? [{ code, pointer }] : [];
}

/**
 * A file of cases: one role family, the plan that its people are interviewed by, and what some of them said, each with
 * the level that a person gave who read it. JSON; `npm run evals -- --form` prints this as JSON Schema.
 */
import * as v from 'valibot';
import { planSchema } from '../../worker/domain/plans/plan-shape.ts';

export const CASES_FORM = 'interloop-cases-1';

export const KINDS = [
  'strong',
  'adequate',
  'weak',
  'off-topic',
  'empty',
  'salad',
  'hollow',
  'injected-speech',
  'injected-resume',
  'injected-file-name',
  'injected-hidden',
  'paraphrase',
  'language',
  'noise',
] as const;
export type Kind = (typeof KINDS)[number];

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'is not an id: small letters, digits and hyphens'));
const why = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400));

/** What a person says who read it: a level, or that it is not enough to tell, and why in one line. */
export const humanSchema = v.object({
  level: v.union(
    [v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)), v.literal('insufficient')],
    'is neither a level from 1 to 5 nor "insufficient"',
  ),
  why,
});

export const caseSchema = v.object({
  id,
  kind: v.picklist(KINDS),
  /** What was said, question by question; a question that is not named here was not asked. */
  said: v.pipe(
    v.array(v.object({ question: id, text: v.pipe(v.string(), v.maxLength(20_000)) })),
    v.minLength(1),
    v.maxLength(40),
  ),
  /** By criterion of the plan; criteria that are not named are not measured. */
  human: v.record(id, humanSchema),
  /** Another case of this file with the same content: a paraphrase's original, or an injected answer as it was without. */
  like: v.optional(id),
  /** The language that was spoken where it is not the plan's. */
  language: v.optional(v.picklist(['en', 'ar', 'hi'])),
  /** The text of a résumé. Scorers must never see it: that they do not is measured. */
  resume: v.optional(v.pipe(v.string(), v.maxLength(100_000))),
  fileName: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
  names: v.optional(v.pipe(v.array(v.string()), v.maxLength(10))),
});

export const casesSchema = v.object({
  form: v.literal(CASES_FORM, `is not "${CASES_FORM}"`),
  family: id,
  plan: planSchema,
  cases: v.pipe(v.array(caseSchema), v.minLength(1), v.maxLength(10_000)),
});

export type EvalCase = v.InferOutput<typeof caseSchema>;
export type Family = v.InferOutput<typeof casesSchema>;

/** What is wrong with a file of cases, with its place. */
export class BadCases extends Error {}

/** @throws BadCases naming the file, the place in it and what is wrong there */
export function readCases(text: string, file: string): Family {
  const read = v.safeParse(casesSchema, jsonOf(text, file));
  if (!read.success) {
    const lines = read.issues.slice(0, 5).map((issue) => `${pointer(issue)} ${said(issue)}`);
    throw new BadCases(`${file}: ${lines.join('\n  ')}`);
  }
  const wrong = loose(read.output);
  if (wrong.length > 0) throw new BadCases(`${file}: ${wrong.slice(0, 5).join('\n  ')}`);
  return read.output;
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadCases(`${file}: is not JSON (${error instanceof Error ? error.message : 'unreadable'})`);
  }
}

function pointer(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  return keys.length === 0 ? '(the whole file)' : `/${keys.join('/')}`;
}

function said({ message, expected, received }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return 'is missing';
  return message.startsWith('is ') ? message : `should be ${expected}, is ${received.slice(0, 80)}`;
}

/** Names that lead nowhere: the schema cannot see them. */
function loose({ plan, cases }: Family): string[] {
  const criteria = new Set(plan.rubric.criteria.map((one) => one.id));
  const questions = new Set(plan.sections.flatMap((section) => section.questions.map((one) => one.id)));
  const ids = new Set(cases.map((one) => one.id));
  const seen = new Set<string>();
  return cases.flatMap((one, n) => {
    const twice = seen.has(one.id) ? [`/cases/${n}/id "${one.id}" is there twice`] : [];
    seen.add(one.id);
    return [
      ...twice,
      ...(Object.keys(one.human).length === 0 ? [`/cases/${n}/human names no criterion`] : []),
      ...Object.keys(one.human)
        .filter((name) => !criteria.has(name))
        .map((name) => `/cases/${n}/human/${name} is no criterion of the plan`),
      ...one.said
        .filter(({ question }) => !questions.has(question))
        .map(({ question }, at) => `/cases/${n}/said/${at}/question "${question}" is no question of the plan`),
      ...(one.like !== undefined && !ids.has(one.like) ? [`/cases/${n}/like "${one.like}" is no case here`] : []),
    ];
  });
}

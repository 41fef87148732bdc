/** What `npm run demo` is told: a plan and answers of one's own, or the example's. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { type Plan, planSchema } from '../domain/plans/plan-shape.ts';
import { NORTHWIND_PEOPLE } from './example/northwind-people.ts';
import { NORTHWIND_PLAN } from './example/northwind-plan.ts';

export const ANSWERS_HELP = `Answers are JSON, either a list of texts, one for each question in the plan's order, or
  {
    "answers": ["…", "…"],          one for each question
    "more": ["…"],                  optional: what is said to follow-ups, in order
    "spoken": true,                 optional: false types the answers instead of speaking them
    "candidate": { "name": "…" }    optional
  }
An empty text is silence.`;

export const PLAN_HELP = `A plan is JSON:
  {
    "title": "Night baker", "language": "en",
    "limits": { "totalMs": 900000, "questionMs": 180000 }, "patience": "normal",
    "sections": [{ "id": "s1", "title": "A bad morning", "questions": [{
      "id": "q1", "text": "What did you do when the oven failed?", "kind": "scripted",
      "followUps": { "budget": 1, "rules": [{ "when": "short", "words": 12, "say": "What came of it?" }] },
      "evidenceFor": ["calm"] }] }],
    "rubric": { "criteria": [{
      "id": "calm", "name": "Stays calm", "short": "Calm", "weight": 100,
      "levels": ["lowest …", "…", "…", "…", "highest …"], "indicators": ["oven", "called"] }] }
  }
Rules: "short" (fewer than "words"), "missing" (none of "terms" was said), "always". Weights add up to 100.`;

const text = v.string();
const answersSchema = v.union([
  v.pipe(
    v.array(text),
    v.transform((answers) => ({ answers, more: [], spoken: true, candidate: { name: 'Sam Example' } })),
  ),
  v.object({
    answers: v.array(text),
    more: v.optional(v.array(text), []),
    spoken: v.optional(v.boolean(), true),
    candidate: v.optional(v.object({ name: v.optional(text, 'Sam Example') }), {}),
  }),
]);
export type DemoAnswers = v.InferOutput<typeof answersSchema>;

/** @throws Error naming the file and the place in it that is wrong */
export async function readPlanFile(path: string | undefined): Promise<Plan> {
  return path === undefined ? NORTHWIND_PLAN : await readJson(path, planSchema);
}

/** @throws Error naming the file and the place in it that is wrong */
export async function readAnswersFile(path: string | undefined): Promise<DemoAnswers> {
  if (path !== undefined) return await readJson(path, answersSchema);
  const person = NORTHWIND_PEOPLE.find(({ spoken }) => spoken);
  const { answers = [], more = [], name = '' } = person ?? {};
  return { answers, more, spoken: true, candidate: { name } };
}

async function readJson<const S extends v.GenericSchema>(path: string, schema: S): Promise<v.InferOutput<S>> {
  const content = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${path} cannot be read`);
  });
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    throw new Error(`${path} is not JSON`);
  }
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const place = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
  throw new Error(`${path}: ${place === '' ? '' : `${place}: `}${issue.message}`);
}

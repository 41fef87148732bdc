/** Every change that the editor makes to a plan, as functions from one plan to the next. */
import type { Criterion, Plan, Question, Section } from './plan-types.ts';

export const EMPTY_PLAN: Plan = {
  title: '',
  language: 'en',
  limits: { totalMs: 30 * 60_000, questionMs: 4 * 60_000 },
  patience: 'patient',
  sections: [],
  rubric: { criteria: [] },
};

/** The lowest of `q1`, `q2`, … that is not taken. */
export function freeId(prefix: string, taken: readonly string[]): string {
  let n = taken.length + 1;
  while (taken.includes(`${prefix}${n}`)) n += 1;
  return `${prefix}${n}`;
}

export function questionsOf(plan: Plan): Question[] {
  return plan.sections.flatMap((section) => section.questions);
}

export function changeSection(plan: Plan, id: string, change: Partial<Section>): Plan {
  return { ...plan, sections: plan.sections.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

export function addSection(plan: Plan): Plan {
  const ids = plan.sections.map((one) => one.id);
  const section = { id: freeId('s', ids), title: '', questions: [newQuestion(plan)] };
  return { ...plan, sections: [...plan.sections, section] };
}

export function removeSection(plan: Plan, id: string): Plan {
  return { ...plan, sections: plan.sections.filter((one) => one.id !== id) };
}

export function moveSection(plan: Plan, id: string, by: -1 | 1): Plan {
  return { ...plan, sections: moved(plan.sections, (one) => one.id === id, by) };
}

export function changeQuestion(plan: Plan, id: string, change: Partial<Question>): Plan {
  return everyQuestion(plan, (one) => (one.id === id ? { ...one, ...change } : one));
}

export function addQuestion(plan: Plan, sectionId: string): Plan {
  const section = plan.sections.find((one) => one.id === sectionId);
  if (section === undefined) return plan;
  return changeSection(plan, sectionId, { questions: [...section.questions, newQuestion(plan)] });
}

export function removeQuestion(plan: Plan, id: string): Plan {
  const sections = plan.sections.map((one) => ({ ...one, questions: one.questions.filter((q) => q.id !== id) }));
  return { ...plan, sections };
}

/** One place up or down; at the edge of a section, over into the next one. */
export function moveQuestion(plan: Plan, id: string, by: -1 | 1): Plan {
  const from = plan.sections.findIndex((section) => section.questions.some((one) => one.id === id));
  const section = plan.sections[from];
  const question = section?.questions.find((one) => one.id === id);
  if (section === undefined || question === undefined) return plan;
  const at = section.questions.indexOf(question);
  const inside = at + by >= 0 && at + by < section.questions.length;
  if (inside)
    return changeSection(plan, section.id, { questions: moved(section.questions, (one) => one.id === id, by) });
  const next = plan.sections[from + by];
  if (next === undefined) return plan;
  const without = removeQuestion(plan, id);
  const questions = by === 1 ? [question, ...next.questions] : [...next.questions, question];
  return changeSection(without, next.id, { questions });
}

export function changeCriterion(plan: Plan, id: string, change: Partial<Criterion>): Plan {
  const criteria = plan.rubric.criteria.map((one) => (one.id === id ? { ...one, ...change } : one));
  return { ...plan, rubric: { criteria } };
}

export function changeLevel(plan: Plan, id: string, index: number, text: string): Plan {
  const criterion = plan.rubric.criteria.find((one) => one.id === id);
  if (criterion === undefined) return plan;
  const [one, two, three, four, five] = criterion.levels.map((level, at) => (at === index ? text : level));
  return changeCriterion(plan, id, { levels: [one ?? '', two ?? '', three ?? '', four ?? '', five ?? ''] });
}

export function addCriterion(plan: Plan): { plan: Plan; id: string } {
  const { criteria } = plan.rubric;
  const id = freeId(
    'c',
    criteria.map((one) => one.id),
  );
  const rest = Math.max(0, 100 - weightOf(plan));
  const made: Criterion = { id, name: '', short: '', weight: rest, levels: ['', '', '', '', ''], indicators: [] };
  return { plan: { ...plan, rubric: { criteria: [...criteria, made] } }, id };
}

/** Takes it away, also from every question that was evidence for it. */
export function removeCriterion(plan: Plan, id: string): Plan {
  const without = everyQuestion(plan, (one) => ({ ...one, evidenceFor: one.evidenceFor.filter((c) => c !== id) }));
  return { ...without, rubric: { criteria: plan.rubric.criteria.filter((one) => one.id !== id) } };
}

export function weightOf(plan: Plan): number {
  return plan.rubric.criteria.reduce((sum, one) => sum + one.weight, 0);
}

/** Equal weights that add up to 100; what is left over goes to the first ones. */
export function spreadWeights(plan: Plan): Plan {
  const { criteria } = plan.rubric;
  const share = Math.floor(100 / Math.max(1, criteria.length));
  const over = 100 - share * criteria.length;
  return {
    ...plan,
    rubric: { criteria: criteria.map((one, at) => ({ ...one, weight: share + (at < over ? 1 : 0) })) },
  };
}

function newQuestion(plan: Plan): Question {
  const ids = questionsOf(plan).map((one) => one.id);
  return {
    id: freeId('q', ids),
    text: '',
    kind: 'adaptive',
    followUps: { budget: 1, rules: [{ when: 'short', words: 12, say: 'Can you tell me more about that?' }] },
    evidenceFor: [],
  };
}

function everyQuestion(plan: Plan, change: (question: Question) => Question): Plan {
  return { ...plan, sections: plan.sections.map((one) => ({ ...one, questions: one.questions.map(change) })) };
}

function moved<T>(list: readonly T[], is: (one: T) => boolean, by: -1 | 1): T[] {
  const from = list.findIndex(is);
  const one = list[from];
  if (one === undefined || from + by < 0 || from + by >= list.length) return [...list];
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, from + by), one, ...rest.slice(from + by)];
}

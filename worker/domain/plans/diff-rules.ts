/** What differs between two versions of a plan, in the order of the page. Pure. */
import type { Plan } from './plan-shape.ts';

export const DIFFERING = ['settings', 'section', 'question', 'criterion', 'order'] as const;

export interface Difference {
  what: (typeof DIFFERING)[number];
  how: 'added' | 'removed' | 'changed';
  /** What it is called, before or after. */
  name: string;
  before: string | null;
  after: string | null;
}

export function differences(before: Plan, after: Plan): Difference[] {
  return [
    ...changed('settings', before.title, settings(before), settings(after)),
    ...compare('section', sections(before), sections(after)),
    ...compare('question', questions(before), questions(after)),
    ...compare('criterion', criteria(before), criteria(after)),
    ...order(before, after),
  ];
}

type Named = Map<string, { name: string; text: string }>;

function sections(plan: Plan): Named {
  return new Map(plan.sections.map((one) => [one.id, { name: one.title, text: one.title }]));
}

function questions(plan: Plan): Named {
  const all = plan.sections.flatMap((section) => section.questions);
  return new Map(
    all.map((one) => {
      const says = one.followUps.rules.map((rule) => rule.say);
      const facts = [one.kind, `${one.followUps.budget}`, one.evidenceFor.join(', ')].filter((fact) => fact !== '');
      return [one.id, { name: one.text, text: [one.text, facts.join(' · '), ...says].join('\n') }];
    }),
  );
}

function criteria(plan: Plan): Named {
  return new Map(
    plan.rubric.criteria.map((one) => {
      const levels = one.levels.map((level, index) => `${index + 1}. ${level}`);
      const text = [`${one.name} (${one.short}), ${one.weight} %`, ...levels, one.indicators.join(', ')].join('\n');
      return [one.id, { name: one.name, text }];
    }),
  );
}

function settings(plan: Plan): string {
  const { limits, language, patience, title } = plan;
  return `${title} · ${limits.totalMs / 60_000} min · ${limits.questionMs / 1000} s · ${language} · ${patience}`;
}

function compare(what: Difference['what'], before: Named, after: Named): Difference[] {
  const gone = [...before].filter(([id]) => !after.has(id));
  return [
    ...[...after].flatMap(([id, now]): Difference[] => {
      const then = before.get(id);
      if (then !== undefined) return changed(what, now.name, then.text, now.text);
      return [{ what, how: 'added', name: now.name, before: null, after: now.text }];
    }),
    ...gone.map(([, then]): Difference => ({ what, how: 'removed', name: then.name, before: then.text, after: null })),
  ];
}

function changed(what: Difference['what'], name: string, before: string, after: string): Difference[] {
  return before === after ? [] : [{ what, how: 'changed', name, before, after }];
}

/** Told only when nothing came or went, since then it is the only thing that moved. */
function order(before: Plan, after: Plan): Difference[] {
  const [was, is] = [before, after].map((plan) =>
    plan.sections.map((section) => section.questions.map((one) => one.text).join('\n')).join('\n'),
  );
  const ids = (plan: Plan) => plan.sections.flatMap((section) => section.questions.map((one) => one.id));
  const [had, has] = [ids(before), ids(after)];
  if (was === undefined || is === undefined) return [];
  if (had.join() === has.join() || [...had].sort().join() !== [...has].sort().join()) return [];
  return [{ what: 'order', how: 'changed', name: after.title, before: was, after: is }];
}

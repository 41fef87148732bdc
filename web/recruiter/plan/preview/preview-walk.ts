/** Walks through a plan as its rules say: which question stands now, and whether it is asked on. */
import type { Plan, Rule } from '../plan-types.ts';

export interface Walk {
  section: number;
  question: number;
  /** Rules of this question that were used, by their place. */
  used: number[];
}

export interface Place {
  section: string;
  sectionNumber: number;
  question: string;
  questionNumber: number;
  questions: number;
  followUp: { say: string; why: Rule['when'] } | null;
}

export function beginWalk(): Walk {
  return { section: 0, question: 0, used: [] };
}

/** Null at the end. Sections without a question are passed over. */
export function placeOf(plan: Plan, walk: Walk): Place | null {
  const at = plan.sections.findIndex((one, index) => index >= walk.section && one.questions.length > 0);
  const section = plan.sections[at];
  const question = section?.questions[at === walk.section ? walk.question : 0];
  if (section === undefined || question === undefined) return null;
  const before = plan.sections.slice(0, at).reduce((sum, one) => sum + one.questions.length, 0);
  const rule = question.followUps.rules[walk.used.at(-1) ?? -1];
  return {
    section: section.title,
    sectionNumber: at + 1,
    question: question.text,
    questionNumber: before + section.questions.indexOf(question) + 1,
    questions: plan.sections.reduce((sum, one) => sum + one.questions.length, 0),
    followUp: rule === undefined ? null : { say: rule.say, why: rule.when },
  };
}

/** After an answer: asks on while a rule fits and the budget lasts, else goes to the next question. */
export function stepWalk(plan: Plan, walk: Walk, answer: string): Walk {
  const at = plan.sections.findIndex((one, index) => index >= walk.section && one.questions.length > 0);
  const section = plan.sections[at];
  const index = at === walk.section ? walk.question : 0;
  const question = section?.questions[index];
  if (section === undefined || question === undefined) return walk;
  const { budget, rules } = question.followUps;
  const rule = rules.findIndex((one, place) => !walk.used.includes(place) && fits(one, answer));
  if (rule !== -1 && walk.used.length < budget) return { section: at, question: index, used: [...walk.used, rule] };
  if (index + 1 < section.questions.length) return { section: at, question: index + 1, used: [] };
  return { section: at + 1, question: 0, used: [] };
}

function fits(rule: Rule, answer: string): boolean {
  switch (rule.when) {
    case 'short':
      return answer.split(/\s+/).filter((word) => word !== '').length < rule.words;
    case 'missing': {
      const said = answer.toLowerCase();
      return !rule.terms.some((term) => term.trim() !== '' && said.includes(term.trim().toLowerCase()));
    }
    case 'always':
      return true;
  }
}

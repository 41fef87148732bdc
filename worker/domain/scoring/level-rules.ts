/** From what an answer holds to a level, and the sentence that says why. Pure. */
import type { Criterion } from '../plans/plan-shape.ts';
import type { Said } from './evidence-rules.ts';

type Level = 1 | 2 | 3 | 4 | 5;
export type Found = { level: null; reason: string } | { level: Level; confidence: 'low' | 'medium'; reason: string };

/** Below this an answer is about something else. */
const LEAST_TOPIC = 1.5;
/** An answer that speaks this much more of another criterion was meant for another question. */
const ELSEWHERE = 1.7;
const LEAST_WORDS = 12;

/** What each level asks for; the first that holds is given. */
const STEPS = [
  { level: 5, acts: 3, past: 2, kinds: 4, words: 45, topic: 3 },
  { level: 4, acts: 2, past: 0, kinds: 3, words: 26, topic: 2.3 },
  { level: 3, acts: 1, past: 0, kinds: 2, words: 20, topic: LEAST_TOPIC },
  { level: 2, acts: 1, past: 0, kinds: 0, words: LEAST_WORDS, topic: LEAST_TOPIC },
] as const;

export function levelOf(
  criterion: Criterion,
  told: readonly Said[],
  about: { topic: number; elsewhere: number },
): Found {
  // Only sentences that tell something count: padding makes no answer fuller.
  const telling = told.filter(
    ({ holds }) => holds.act || holds.figure || holds.reason || holds.result || holds.background,
  );
  const words = telling.reduce((sum, one) => sum + one.words.length, 0);
  const acts = told.filter((one) => one.holds.act !== null).length;
  const past = told.filter((one) => one.holds.act === 'past').length;
  if (told.length === 0)
    return none('What was said is not an account of one’s own: rules find nothing to judge in it.');
  if (about.topic < LEAST_TOPIC || about.elsewhere > about.topic * ELSEWHERE) {
    return none('What was said is about something else, as far as rules can tell.');
  }
  if (acts === 0 || words < LEAST_WORDS) return none('Too little was said of what the candidate did.');
  const has = {
    background: told.some((one) => one.holds.background),
    figure: told.some((one) => one.holds.figure),
    reason: told.some((one) => one.holds.reason),
    result: told.some((one) => one.holds.result),
  };
  const kinds = Object.values(has).filter(Boolean).length;
  // A case without anything that could be checked, a figure, a day, a name, stays below the middle.
  const step = STEPS.find(
    (one) =>
      acts >= one.acts &&
      past >= one.past &&
      kinds >= one.kinds &&
      words >= one.words &&
      about.topic >= one.topic &&
      (one.level === 2 || has.figure),
  );
  if (step === undefined) return none('Too little was said of what the candidate did.');
  const anchor = criterion.levels[step.level - 1] ?? '';
  return {
    level: step.level,
    confidence: step.level > 2 && about.topic >= 3 ? 'medium' : 'low',
    reason: `${tells(has, acts)} By rules this is as full an account as level ${step.level} asks for; whether it shows “${trimmed(anchor)}” is for a person to read.`,
  };
}

function none(reason: string): Found {
  return { level: null, reason };
}

function tells(has: { background: boolean; figure: boolean; reason: boolean; result: boolean }, acts: number): string {
  const names = {
    figure: 'something that can be checked (a figure, a day or a name)',
    reason: 'a reason',
    result: 'what came of it',
  };
  const list = [has.figure ? names.figure : '', has.reason ? names.reason : '', has.result ? names.result : ''];
  const found = list.filter((one) => one !== '');
  const missing = [has.figure ? '' : names.figure, has.reason ? '' : names.reason, has.result ? '' : names.result];
  const lacking = missing.filter((one) => one !== '');
  const own = acts === 1 ? 'One act of the candidate’s own is told' : `${acts} acts of the candidate’s own are told`;
  return [
    found.length === 0 ? `${own}.` : `${own}, with ${found.join(', ')}.`,
    ...(lacking.length === 0 ? [] : [`Not told: ${lacking.join(', ')}.`]),
  ].join(' ');
}

function trimmed(anchor: string): string {
  return anchor.replace(/[.。]\s*$/, '');
}

/** A plan as one candidate meets it. What is judged by stays as it was published. Pure. */
import { LIMITS } from '../../limits.ts';
import type { InterviewState } from '../interviews/state-shape.ts';
import type { Plan } from '../plans/plan-shape.ts';
import type { Adjustments } from './adjustments-shape.ts';

const MINUTE_MS = 60_000;

/** The plan with its time and language adjusted; the same plan where nothing was arranged. */
export function adjustedPlan(plan: Plan, adjustments: Adjustments | null): Plan {
  if (adjustments === null) return plan;
  const limits = adjustedLimits(plan.limits, adjustments.extraTime);
  return { ...plan, limits, language: adjustments.language ?? plan.language };
}

/** Each question gets its share of the time that was added. */
function adjustedLimits(limits: Plan['limits'], extra: Adjustments['extraTime']): Plan['limits'] {
  if (extra === null) return limits;
  const addedMs = extra.by === 'percent' ? (limits.totalMs * extra.percent) / 100 : extra.minutes * MINUTE_MS;
  const totalMs = Math.min(limits.totalMs + addedMs, Math.max(limits.totalMs, LIMITS.adjustment.totalMaxMs));
  const questionMs = (limits.questionMs * totalMs) / limits.totalMs;
  return { totalMs: Math.round(totalMs), questionMs: Math.round(questionMs) };
}

/** Something can be arranged until the talk is over. */
export function canArrange(state: InterviewState): boolean {
  return state === 'invited' || state === 'opened' || state === 'in-interview';
}

/** The phases of a session in which nothing more is said. */
const SAID: ReadonlySet<string> = new Set(['sealing', 'scoring', 'notifying', 'done', 'ended']);

/** Whether an arrangement still comes to something in this phase of the session; a person may come also at the review. */
export function adjustsIn(phase: string, { person }: Adjustments): boolean {
  return !SAID.has(phase) && (person || phase !== 'review');
}

/** What was arranged, by kind, for the record: no words of anybody, and nothing of why. */
export function kindsOf(adjustments: Adjustments): string[] {
  const { extraTime, textOnly, breaks, language, until, person } = adjustments;
  return [
    ...(extraTime === null ? [] : ['extra-time']),
    ...(textOnly ? ['text-only'] : []),
    ...(breaks === null ? [] : ['breaks']),
    ...(language === null ? [] : ['language']),
    ...(until === null ? [] : ['later-date']),
    ...(person ? ['person'] : []),
  ];
}

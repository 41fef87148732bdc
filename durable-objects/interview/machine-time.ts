/** What time alone brings about: limits, announcements, and ends of waiting. Pure. */
import { LIMITS } from '../../worker/limits.ts';
import { keepDraft } from './machine-answers.ts';
import { OUTAGE_MS, sessionMs } from './machine-clock.ts';
import { beginSealing, close, listen, type Moved, nextQuestion, saveUtterance } from './machine-speech.ts';
import { type Effect, type State, TIMED } from './machine-state.ts';

/** Minutes left that are announced, each once. */
const ANNOUNCED_MIN = [5, 1];
/** One gentle word after this much silence, unless the candidate asked for time. */
const TAKE_YOUR_TIME_MS = 6_000;
const TAKE_YOUR_TIME_LONGER_MS = 12_000;

/** Time used as of now, without charging it: a running clock is read ahead, an outage is not. */
function usedAhead(state: State, nowMs: number): { usedMs: number; questionUsedMs: number } {
  const { usedMs, questionUsedMs, chargedToMs } = state.clock;
  const gapMs = chargedToMs === null ? 0 : nowMs - chargedToMs;
  const ahead = gapMs > 0 && gapMs <= OUTAGE_MS ? gapMs : 0;
  return { usedMs: usedMs + ahead, questionUsedMs: questionUsedMs + ahead };
}

/** Applies what the time brings to where an event led. */
export function onTime(moved: Moved, nowMs: number): Moved {
  const { state } = moved;
  const next = TIMED.has(state.phase.kind) ? inTheTalk(state, nowMs) : outsideTheTalk(state, nowMs);
  return { state: next.state, effects: [...moved.effects, ...next.effects] };
}

function inTheTalk(state: State, nowMs: number): Moved {
  if (!state.lineUp) return { state, effects: [] };
  const { usedMs, questionUsedMs } = usedAhead(state, nowMs);
  const totalUp = usedMs >= state.script.totalMs;
  const questionUp = questionUsedMs >= state.script.questionMs && state.at >= 0;
  if (totalUp || questionUp) return cut(state, totalUp, nowMs);
  const { phase } = state;
  if (phase.kind === 'speaking' && nowMs >= phase.dueAtMs) return overdue(state, nowMs);
  return reminders(state, state.script.totalMs - usedMs, nowMs);
}

/** Time is up: what was said so far is kept as the answer, then the next question or the end. */
function cut(state: State, totalUp: boolean, nowMs: number): Moved {
  const kept = keepDraft(state, nowMs);
  const next = totalUp ? close(kept.state, 'time-up', nowMs) : nextQuestion(kept.state, nowMs);
  return { state: next.state, effects: [...kept.effects, ...next.effects] };
}

/** Nobody said that the interviewer's words were over; they must be by now. */
function overdue(state: State, nowMs: number): Moved {
  if (state.phase.kind !== 'speaking') return { state, effects: [] };
  const { utterance } = state.phase;
  const saved = saveUtterance(utterance, utterance.startMs + utterance.lengthMs);
  const next = utterance.kind === 'opening' ? nextQuestion(state, nowMs) : { state: listen(state, nowMs), effects: [] };
  return { state: next.state, effects: [saved, ...next.effects] };
}

function reminders(state: State, leftMs: number, nowMs: number): Moved {
  const effects: Effect[] = [];
  let next = state;
  const due = ANNOUNCED_MIN.find(
    (min) => leftMs <= min * 60_000 && state.script.totalMs > min * 60_000 && !state.announced.includes(min),
  );
  if (due !== undefined) {
    next = { ...next, announced: [...ANNOUNCED_MIN.filter((min) => min >= due), ...next.announced] };
    effects.push({ type: 'tell', id: `tell:left:${due}`, what: { type: 'time-left', remainingMs: leftMs } });
  }
  const { phase } = next;
  const patienceMs = patienceOf(next);
  if (phase.kind === 'listening' && !phase.prompted && !phase.thinking && nowMs - phase.sinceMs >= patienceMs) {
    next = { ...next, phase: { ...phase, prompted: true } };
    effects.push({ type: 'tell', id: `tell:calm:${sessionMs(next, nowMs)}`, what: { type: 'take-your-time' } });
  }
  return { state: next, effects };
}

function patienceOf(state: State): number {
  return state.waitLonger || state.script.patience === 'patient' ? TAKE_YOUR_TIME_LONGER_MS : TAKE_YOUR_TIME_MS;
}

function outsideTheTalk(state: State, nowMs: number): Moved {
  const { phase } = state;
  if (phase.kind === 'paused' && nowMs >= phase.untilMs) return { state: listen(state, nowMs), effects: [] };
  if (phase.kind === 'review' && nowMs >= phase.untilMs) return beginSealing(state, phase.reason, nowMs);
  if (phase.kind === 'sealing' && !phase.partsKnown && nowMs - phase.sinceMs >= LIMITS.interview.lastPartsMs) {
    return { state: { ...state, phase: { ...phase, partsKnown: true } }, effects: [{ type: 'seal', id: 'seal' }] };
  }
  return { state, effects: [] };
}

/** When time alone will next bring something about; null when it will not. */
export function nextMoment(state: State, nowMs: number): number | null {
  const { phase, clock } = state;
  switch (phase.kind) {
    case 'paused':
    case 'review':
      return phase.untilMs;
    case 'sealing':
      return phase.partsKnown ? null : phase.sinceMs + LIMITS.interview.lastPartsMs;
    case 'speaking':
    case 'listening':
    case 'thinking': {
      if (!state.lineUp) return null;
      const from = clock.chargedToMs ?? nowMs;
      const left = Math.min(state.script.totalMs - clock.usedMs, state.script.questionMs - clock.questionUsedMs);
      const silent = from + OUTAGE_MS + 1;
      const own = phase.kind === 'speaking' ? phase.dueAtMs : Number.POSITIVE_INFINITY;
      const calm =
        phase.kind === 'listening' && !phase.prompted && !phase.thinking
          ? phase.sinceMs + patienceOf(state)
          : Number.POSITIVE_INFINITY;
      return Math.max(nowMs + 250, Math.min(from + Math.max(0, left), silent, own, calm));
    }
    case 'lobby':
    case 'ready':
    case 'scoring':
    case 'notifying':
    case 'done':
    case 'ended':
      return null;
  }
}

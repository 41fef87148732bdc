/** What the interviewer says next, and the move from one utterance or question to another. Pure. */

import { LIMITS } from '../../worker/limits.ts';
import { sessionMs } from './machine-clock.ts';
import { bestEngine } from './machine-engines.ts';
import type { Effect, EndReason, State, Utterance, UtteranceKind } from './machine-state.ts';

/** Reading or hearing takes about this long a word when no voice reports its end; the rest is breath. */
const MS_PER_WORD = 380;
const BREATH_MS = 900;
/** How long after the expected end the session stops waiting for the room to say that it is over. */
const OVERDUE_MS = 8_000;

export interface Moved {
  state: State;
  effects: Effect[];
}

/** Expected length of spoken words, in milliseconds. */
export function spokenLengthMs(text: string): number {
  return BREATH_MS + text.split(/\s+/).filter(Boolean).length * MS_PER_WORD;
}

/** What is said: the plan's words, or a model's, which only the shell knows. */
export type Line = { text: string; sound: string | null } | { lengthMs: number; growing: boolean };

/** The interviewer begins to say a line; it is a turn at once, and is cut shorter if interrupted. */
export function say(state: State, kind: UtteranceKind, line: Line, questionId: string | null, nowMs: number): Moved {
  const startMs = sessionMs(state, nowMs);
  const own =
    'text' in line
      ? { text: line.text, sound: line.sound, lengthMs: spokenLengthMs(line.text), streamed: false, growing: false }
      : { text: '', sound: null, lengthMs: line.lengthMs, streamed: true, growing: line.growing };
  const turn = `${state.interviewId}#${state.position}`;
  const utterance: Utterance = { turn, position: state.position, kind, questionId, startMs, ...own };
  return {
    state: {
      ...state,
      phase: { kind: 'speaking', utterance, dueAtMs: dueAt(utterance, nowMs) },
      lastUtterance: utterance,
      position: state.position + 1,
    },
    effects: [saveUtterance(utterance, utterance.startMs + utterance.lengthMs)],
  };
}

/** When the session goes on by itself if nobody says that the utterance is over. */
export function dueAt(utterance: Utterance, nowMs: number): number {
  return nowMs + utterance.lengthMs + OVERDUE_MS;
}

/** The candidate has the floor. */
export function listen(state: State, nowMs: number, interrupted: Utterance | null = null): State {
  const phase = { kind: 'listening', sinceMs: nowMs, thinking: false, prompted: false, interrupted } as const;
  return { ...state, aloud: { sinceMs: state.clock.usedMs, writtenFromMs: null, givenMs: 0 }, phase };
}

/** The turn of an utterance, ending when it really ended. */
export function saveUtterance(utterance: Utterance, endMs: number): Effect {
  return {
    type: 'save-turn',
    id: `turn:${utterance.position}:${endMs}`,
    turn: utterance.turn,
    position: utterance.position,
    speaker: 'interviewer',
    kind: utterance.kind,
    questionId: utterance.questionId,
    text: utterance.streamed ? null : utterance.text,
    fromDraft: false,
    via: null,
    startMs: utterance.startMs,
    endMs: Math.max(utterance.startMs, endMs),
  };
}

/** Asks the next question, or ends when there is none or no time for one. */
export function nextQuestion(state: State, nowMs: number): Moved {
  const question = state.script.questions[state.at + 1];
  if (question === undefined) return close(state, 'completed', nowMs);
  const moved = say(
    {
      ...state,
      at: state.at + 1,
      engine: bestEngine(state),
      asked: [...state.asked, question.id],
      followUpsAsked: [],
      clock: { ...state.clock, questionUsedMs: 0 },
    },
    'question',
    { text: question.text, sound: `q:${question.id}` },
    question.id,
    nowMs,
  );
  return {
    state: moved.state,
    effects: [
      ...moved.effects,
      { type: 'progress', id: `progress:${state.at + 1}`, questionNumber: state.at + 2 },
      ...(state.engines[0] === 'rehearsed' ? [] : [{ type: 'save-spend', id: `spend:${state.at + 1}` } as const]),
    ],
  };
}

/** The talk is over: what was not reached is noted as not asked, never as a poor answer, and the review begins. */
export function close(state: State, reason: EndReason, nowMs: number): Moved {
  const endMs = sessionMs(state, nowMs);
  const unasked = state.script.questions.filter((question) => !state.asked.includes(question.id));
  const effects: Effect[] = unasked.map((question, i) => ({
    type: 'save-turn',
    id: `turn:${state.position + i}:not-asked`,
    turn: `${state.interviewId}#${state.position + i}`,
    position: state.position + i,
    speaker: 'interviewer',
    kind: 'not-asked',
    questionId: question.id,
    text: question.text,
    fromDraft: false,
    via: null,
    startMs: endMs,
    endMs,
  }));
  return {
    state: {
      ...state,
      position: state.position + unasked.length,
      phase: { kind: 'review', untilMs: nowMs + LIMITS.interview.reviewMs, reason },
    },
    effects: [...effects, { type: 'event', id: 'event:ended', kind: 'ended', detail: { reason } }],
  };
}

/** Nothing more will be said: the recording is waited for and sealed. */
export function beginSealing(state: State, reason: EndReason, nowMs: number): Moved {
  const partsKnown = !state.recording;
  return {
    state: { ...state, phase: { kind: 'sealing', sinceMs: nowMs, reason, partsKnown } },
    effects: [
      { type: 'ended', id: 'ended', reason },
      { type: 'save-spend', id: 'spend:end' },
      ...(partsKnown ? [{ type: 'seal', id: 'seal' } as const] : []),
    ],
  };
}

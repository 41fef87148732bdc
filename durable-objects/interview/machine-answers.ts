/** What follows an answer: it is kept, a reply is decided, and the reply is said. Pure. */
import { questionRemainingMs, remainingMs, sessionMs } from './machine-clock.ts';
import { close, listen, type Moved, nextQuestion, say } from './machine-speech.ts';
import type { Draft, Event, Refusal, State } from './machine-state.ts';

/** Below this no follow-up is worth beginning. */
const WORTH_ASKING_MS = 20_000;

/** The candidate is done: the answer becomes a turn, and what comes next is decided elsewhere. */
export function answered(state: State, answer: Draft, nowMs: number): Moved | Refusal {
  if (state.phase.kind !== 'listening') return 'wrong_phase';
  const question = state.script.questions[state.at];
  if (question === undefined) return 'wrong_phase';
  const kept = keepAnswer(state, answer, false, nowMs);
  const replyId = `reply:${state.position}`;
  return {
    state: { ...kept.state, phase: { kind: 'thinking', sinceMs: nowMs, replyId } },
    effects: [
      ...kept.effects,
      {
        type: 'reply',
        id: replyId,
        questionId: question.id,
        followUpsAsked: state.followUpsAsked,
        remainingMs: questionRemainingMs(state),
      },
    ],
  };
}

/** The answer as a turn; its times are held inside the session's own, whatever the device says. */
export function keepAnswer(state: State, answer: Draft, fromDraft: boolean, nowMs: number): Moved {
  const nowOnClock = sessionMs(state, nowMs);
  const earliest = state.lastUtterance?.startMs ?? 0;
  const startMs = Math.min(Math.max(answer.startMs, earliest), nowOnClock);
  const endMs = Math.min(Math.max(answer.endMs, startMs), nowOnClock);
  return {
    state: { ...state, position: state.position + 1, draft: null },
    effects: [
      {
        type: 'save-turn',
        id: `turn:${state.position}`,
        turn: `${state.interviewId}#${state.position}`,
        position: state.position,
        speaker: 'candidate',
        kind: 'answer',
        questionId: state.script.questions[state.at]?.id ?? null,
        text: null,
        fromDraft,
        via: answer.via,
        startMs,
        endMs,
      },
    ],
  };
}

/** What was said so far becomes the answer: time or the candidate ended the talk in the middle of it. */
export function keepDraft(state: State, nowMs: number): Moved {
  return state.draft === null ? { state, effects: [] } : keepAnswer(state, state.draft, true, nowMs);
}

/** A follow-up is said when there is budget and time for it; else the next question. A late reply changes nothing. */
export function replied(state: State, event: Extract<Event, { type: 'replied' }>, nowMs: number): Moved {
  if (state.phase.kind !== 'thinking' || state.phase.replyId !== event.replyId) return { state, effects: [] };
  const question = state.script.questions[state.at];
  const { reply } = event;
  if (remainingMs(state) === 0) return close(state, 'time-up', nowMs);
  if (
    question !== undefined &&
    reply.kind === 'follow-up' &&
    state.followUpsAsked.length < question.followUpBudget &&
    questionRemainingMs(state) > WORTH_ASKING_MS
  ) {
    const asked = { ...state, followUpsAsked: [...state.followUpsAsked, reply.rule] };
    return say(asked, 'follow-up', reply.say, question.id, nowMs);
  }
  return nextQuestion(state, nowMs);
}

/** Says the last question or follow-up again. */
export function repeated(state: State, nowMs: number): Moved | Refusal {
  const last = state.lastUtterance;
  if (state.phase.kind === 'speaking' && last !== null) return { state, effects: [] };
  if (state.phase.kind !== 'listening' || last === null) return 'wrong_phase';
  const moved = say(listen(state, nowMs), 'repeat', last.text, last.questionId, nowMs);
  return { state: moved.state, effects: moved.effects };
}

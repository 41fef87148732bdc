/** What follows an answer: it is kept, a reply is decided, and the reply is said. Pure. */
import { questionRemainingMs, remainingMs, sessionMs } from './machine-clock.ts';
import { giveBack } from './machine-give-back.ts';
import { close, dueAt, listen, type Moved, nextQuestion, saveUtterance, say } from './machine-speech.ts';
import type { Draft, Event, Refusal, State } from './machine-state.ts';
import { written } from './machine-told-twice.ts';

/** Below this no follow-up is worth beginning. */
const WORTH_ASKING_MS = 20_000;
/** Stands for a follow-up that is no rule of the plan. */
const OWN_WORDS = -1;

/** The candidate is done: the answer becomes a turn, and what comes next is decided elsewhere. */
export function answered(state: State, answer: Draft, nowMs: number): Moved | Refusal {
  if (state.phase.kind !== 'listening') return 'wrong_phase';
  const question = state.script.questions[state.at];
  if (question === undefined) return 'wrong_phase';
  const kept = keepAnswer(state, answer, false, nowMs);
  const noted = written(state, nowMs);
  return asksForReply({ ...kept, effects: [...noted.effects, ...kept.effects] }, question.id, nowMs);
}

function asksForReply(kept: Moved, questionId: string, sinceMs: number): Moved {
  const { state } = kept;
  const replyId = `reply:${state.position - 1}`;
  const { followUpsAsked } = state;
  return {
    state: { ...state, phase: { kind: 'thinking', sinceMs, replyId, hearing: null } },
    effects: [
      ...kept.effects,
      { type: 'reply', id: replyId, questionId, followUpsAsked, remainingMs: questionRemainingMs(state) },
    ],
  };
}

/** The candidate is done with an answer that is heard here: its words are waited for first. */
export function turnOver(
  state: State,
  said: { startMs: number; endMs: number; soundTo: number },
  nowMs: number,
): Moved | Refusal {
  if (state.phase.kind !== 'listening' || state.script.questions[state.at] === undefined) return 'wrong_phase';
  const id = `hear:${state.position}`;
  const hearing = { id, startMs: said.startMs, endMs: said.endMs };
  return {
    state: {
      ...state,
      // Time that cuts the answer now, or a break in the line, must find that there is one.
      draft: state.draft ?? { via: 'voice', startMs: said.startMs, endMs: said.endMs },
      phase: { kind: 'thinking', sinceMs: nowMs, replyId: `reply:${state.position}`, hearing },
    },
    effects: [{ type: 'hear', id, startMs: said.startMs, endMs: said.endMs, soundTo: said.soundTo }],
  };
}

/** The words are here: the answer is kept as if it had come with them. */
export function heard(state: State, event: Extract<Event, { type: 'heard' }>, nowMs: number): Moved {
  const { phase } = state;
  const question = state.script.questions[state.at];
  if (phase.kind !== 'thinking' || phase.hearing?.id !== event.hearId || question === undefined)
    return { state, effects: [] };
  return asksForReply(keepAnswer(state, event.draft, false, nowMs), question.id, phase.sinceMs);
}

/** They cannot be had: nothing was said wrongly, so it may be said again, and the time for it is the candidate's. */
export function unheard(state: State, event: Extract<Event, { type: 'unheard' }>, nowMs: number): Moved {
  if (state.phase.kind !== 'thinking' || state.phase.hearing?.id !== event.hearId) return { state, effects: [] };
  const draft = event.kept ? state.draft : null;
  const back = giveBack(listen({ ...state, draft }, nowMs), event.lostMs, nowMs);
  return {
    state: back.state,
    effects: [...back.effects, { type: 'tell', id: `tell:unheard:${nowMs}`, what: { type: 'unheard' } }],
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
  const mayAsk =
    question !== undefined &&
    state.followUpsAsked.length < question.followUpBudget &&
    questionRemainingMs(state) > WORTH_ASKING_MS;
  if (reply.kind === 'next' || !mayAsk) return nextQuestion(state, nowMs);
  const rule = reply.kind === 'follow-up' ? reply.rule : OWN_WORDS;
  const line =
    reply.kind === 'follow-up'
      ? { text: reply.say, sound: `f:${question.id}:${reply.rule}` }
      : { lengthMs: reply.lengthMs, growing: reply.growing };
  return say({ ...state, followUpsAsked: [...state.followUpsAsked, rule] }, 'follow-up', line, question.id, nowMs);
}

/** A model says more; also after it was interrupted, since what it said until then belongs to its turn. */
export function saidMore(state: State, event: Extract<Event, { type: 'said-more' }>, nowMs: number): Moved {
  const before = state.lastUtterance;
  if (before?.turn !== event.turn || !before.streamed) return { state, effects: [] };
  const utterance = { ...before, lengthMs: event.lengthMs, growing: event.growing };
  const phase: State['phase'] =
    state.phase.kind === 'speaking'
      ? { ...state.phase, utterance, dueAtMs: dueAt(utterance, nowMs - (sessionMs(state, nowMs) - utterance.startMs)) }
      : state.phase;
  const endMs = state.phase.kind === 'speaking' ? utterance.startMs + utterance.lengthMs : sessionMs(state, nowMs);
  return {
    state: { ...state, lastUtterance: utterance, phase },
    effects: [saveUtterance(utterance, endMs)],
  };
}

/** Says the last question or follow-up again. */
export function repeated(state: State, nowMs: number): Moved | Refusal {
  const last = state.lastUtterance;
  if (state.phase.kind === 'speaking' && last !== null) return { state, effects: [] };
  if (state.phase.kind !== 'listening' || last === null) return 'wrong_phase';
  const line = last.streamed ? { lengthMs: last.lengthMs, growing: false } : { text: last.text, sound: last.sound };
  const moved = say(listen(state, nowMs), 'repeat', line, last.questionId, nowMs);
  return { state: moved.state, effects: moved.effects };
}

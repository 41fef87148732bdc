/**
 * The live interview as a pure machine: `step(state, event, now)` gives the next state and what must be done. It
 * never speaks and listens at once, asks nothing before consent, and does nothing after the end.
 */
import { adjusted } from './machine-adjusted.ts';
import { answered, heard, keepDraft, repeated, replied, saidMore, turnOver, unheard } from './machine-answers.ts';
import { charge, sessionMs, settle } from './machine-clock.ts';
import { capped, engineChosen, engineFailed } from './machine-engines.ts';
import { gaveBack } from './machine-give-back.ts';
import { lineDown, lineUp } from './machine-line.ts';
import { beginSealing, close, dueAt, listen, type Moved, nextQuestion, saveUtterance, say } from './machine-speech.ts';
import {
  type EndReason,
  type Event,
  type Phase,
  type Refusal,
  type Script,
  type State,
  type Step,
  TIMED,
} from './machine-state.ts';
import { onTime } from './machine-time.ts';
import { writes } from './machine-told-twice.ts';
import type { EngineKind } from './protocol.ts';

/** What may run the talk, best first, and whether the interviewer's known lines can be had as sound. */
export interface Engines {
  kinds: readonly EngineKind[];
  voiceServed: boolean;
}

const REHEARSED: Engines = { kinds: ['rehearsed'], voiceServed: false };

/** A session before consent. */
export function begin(interviewId: string, script: Script, engines: Engines = REHEARSED): State {
  return {
    script,
    interviewId,
    phase: { kind: 'lobby' },
    at: -1,
    lastUtterance: null,
    position: 0,
    startedAtMs: null,
    clock: { usedMs: 0, questionUsedMs: 0, chargedToMs: null, givenBackMs: 0 },
    lineUp: false,
    mode: 'voice',
    engines: [...engines.kinds],
    engine: engines.kinds[0] ?? 'rehearsed',
    engineFaults: {},
    voiceServed: engines.voiceServed,
    waitLonger: false,
    recording: false,
    breaksLeft: script.breaks,
    announced: [],
    asked: [],
    followUpsAsked: [],
    draft: null,
  };
}

/** Nothing can be said any more. */
const AFTER: ReadonlySet<Phase['kind']> = new Set(['sealing', 'scoring', 'notifying', 'done', 'ended']);

/** Events that prove that the candidate's line is up, and so charge the time until now. */
const FROM_CANDIDATE: ReadonlySet<Event['type']> = new Set([
  'start',
  'spoken',
  'barge-in',
  'draft',
  'answer',
  'turn-over',
  'false-stop',
  'think',
  'repeat',
  'wait-longer',
  'mode',
  'break',
  'beat',
  'finish',
]);

/** One event. A refusal changes nothing. */
export function step(before: State, event: Event, nowMs: number): Step {
  const charged = FROM_CANDIDATE.has(event.type) ? charge(before, nowMs) : { state: before, gaveBackMs: 0 };
  const outcome = react(charged.state, event, nowMs);
  if (typeof outcome === 'string') return { ok: false, code: outcome };
  const back = charged.gaveBackMs > 0 ? gaveBack(charged.gaveBackMs, 'line', nowMs) : [];
  const timed = FROM_CANDIDATE.has(event.type) ? onTime(outcome, nowMs) : outcome;
  return { ok: true, state: settle(timed.state, nowMs), effects: [...back, ...timed.effects] };
}

function react(state: State, event: Event, nowMs: number): Moved | Refusal {
  const { phase } = state;
  const over = phase.kind === 'done' || phase.kind === 'ended';
  switch (event.type) {
    case 'consented':
      if (over) return 'over';
      if (phase.kind !== 'lobby') return { state: { ...state, recording: event.recording }, effects: [] };
      return stay({ ...state, phase: { kind: 'ready' }, recording: event.recording });
    case 'consent-changed':
      if (over) return 'over';
      return stay({ ...state, recording: event.recording });
    case 'start':
      return phase.kind === 'ready' ? started(state, event.mode, nowMs) : 'wrong_phase';
    case 'spoken':
      if (phase.kind !== 'speaking') return 'wrong_phase';
      return phase.utterance.turn === event.turn ? spoken(state, phase, nowMs) : 'unknown_turn';
    case 'barge-in':
      if (phase.kind !== 'speaking') return 'wrong_phase';
      return phase.utterance.turn === event.turn ? interrupted(state, phase, event.heardChars, nowMs) : 'unknown_turn';
    case 'draft':
      if (!TIMED.has(phase.kind) && phase.kind !== 'paused') return over ? 'over' : 'wrong_phase';
      return stay({ ...writes(state, event.draft), draft: event.draft });
    case 'answer':
      return answered(state, event, nowMs);
    case 'turn-over':
      return turnOver(state, event, nowMs);
    case 'heard':
      return heard(state, event, nowMs);
    case 'unheard':
      return unheard(state, event, nowMs);
    case 'replied':
      return replied(state, event, nowMs);
    case 'said-more':
      return !TIMED.has(phase.kind) ? stay(state) : saidMore(state, event, nowMs);
    case 'false-stop':
      return falseStop(state, event.turn, nowMs);
    case 'capped':
      return !TIMED.has(phase.kind) ? stay(state) : capped(state, event.cap, nowMs);
    case 'engine-failed':
      return !TIMED.has(phase.kind) ? stay(state) : engineFailed(state, event, nowMs);
    case 'adjusted':
      if (event.person) return AFTER.has(phase.kind) ? 'over' : leaves(state, 'human-requested', nowMs);
      return AFTER.has(phase.kind) || phase.kind === 'review' ? 'wrong_phase' : adjusted(state, event.script, nowMs);
    case 'think':
      return phase.kind === 'listening' ? stay({ ...state, phase: { ...phase, thinking: event.on } }) : 'wrong_phase';
    case 'repeat':
      return repeated(state, nowMs);
    case 'wait-longer':
      return over ? 'over' : stay({ ...state, waitLonger: event.on });
    case 'mode':
      return over ? 'over' : stay({ ...state, mode: event.mode });
    case 'break':
      return event.on ? breakBegins(state, nowMs) : breakEnds(state, nowMs);
    case 'beat':
      return over ? 'over' : stay(state);
    case 'line-up':
      return lineUp(state, nowMs);
    case 'line-down':
      return lineDown(state, nowMs, 'line');
    case 'server-was-away':
      return lineDown(state, nowMs, 'server');
    case 'time':
      return onTime(stay(state), nowMs);
    case 'ask-human':
      return AFTER.has(phase.kind) ? 'over' : leaves(state, 'human-requested', nowMs);
    case 'withdraw':
      return over ? 'over' : withdraws(state);
    case 'expire':
      if (AFTER.has(phase.kind) || state.lineUp) return stay(state);
      return leaves(state, state.startedAtMs === null ? 'expired' : 'left', nowMs);
    case 'finish':
      return phase.kind === 'review' ? beginSealing(state, phase.reason, nowMs) : 'wrong_phase';
    case 'parts-complete':
      if (phase.kind !== 'sealing')
        return TIMED.has(phase.kind) || phase.kind === 'review' ? stay(state) : 'wrong_phase';
      if (phase.partsKnown) return stay(state);
      return { state: { ...state, phase: { ...phase, partsKnown: true } }, effects: [{ type: 'seal', id: 'seal' }] };
    case 'sealed':
      return afterStep(state, 'seal');
    case 'scored':
      return afterStep(state, 'score');
    case 'notified':
      return afterStep(state, 'notify');
    case 'parked':
      return afterStep(state, event.task);
  }
}

/** What follows a step after the talk, whether it was done or set aside. A step that is long past changes nothing. */
function afterStep(state: State, step: 'seal' | 'score' | 'notify'): Moved {
  const { phase } = state;
  switch (step) {
    case 'seal':
      if (phase.kind !== 'sealing') return stay(state);
      // Whoever asked for a person is not judged by a machine.
      if (phase.reason === 'human-requested') return notifies(state, phase.reason);
      return {
        state: { ...state, phase: { kind: 'scoring', reason: phase.reason } },
        effects: [{ type: 'score', id: 'score' }],
      };
    case 'score':
      return phase.kind === 'scoring' ? notifies(state, phase.reason) : stay(state);
    case 'notify': {
      if (phase.kind !== 'notifying') return stay(state);
      const kind = phase.reason === 'human-requested' ? 'ended' : 'done';
      return {
        state: { ...state, phase: { kind, reason: phase.reason } },
        effects: [{ type: 'wipe', id: 'wipe' }],
      };
    }
  }
}

function stay(state: State): Moved {
  return { state, effects: [] };
}

function started(state: State, mode: 'voice' | 'text', nowMs: number): Moved {
  const begun = state.script.textOnly ? 'text' : mode;
  const live: State = { ...state, mode: begun, startedAtMs: nowMs, lineUp: true };
  const moved = say(live, 'opening', { text: state.script.opening, sound: 'opening' }, null, nowMs);
  return {
    state: moved.state,
    effects: [
      { type: 'event', id: 'event:started', kind: 'started', detail: { mode: begun } },
      ...engineChosen(state),
      ...moved.effects,
    ],
  };
}

function spoken(state: State, phase: Extract<Phase, { kind: 'speaking' }>, nowMs: number): Moved {
  const { utterance } = phase;
  const saved = saveUtterance(utterance, sessionMs(state, nowMs));
  if (utterance.kind === 'opening') {
    const moved = nextQuestion(state, nowMs);
    return { state: moved.state, effects: [saved, ...moved.effects] };
  }
  return { state: listen(state, nowMs), effects: [saved] };
}

/** The candidate began to speak: the voice stops, and the turn is kept as far as it was heard. */
function interrupted(
  state: State,
  phase: Extract<Phase, { kind: 'speaking' }>,
  heardChars: number,
  nowMs: number,
): Moved {
  // The whole question stays in writing on the screen, so its text is kept whole and only its end is earlier.
  const { utterance } = phase;
  const saved = saveUtterance(utterance, Math.min(utterance.startMs + utterance.lengthMs, sessionMs(state, nowMs)));
  if (utterance.kind === 'opening' || heardChars === 0) return spoken(state, phase, nowMs);
  return { state: listen(state, nowMs, utterance), effects: [saved] };
}

/** A cough, or "mm-hm": the interviewer goes on where it was stopped. */
function falseStop(state: State, turn: string, nowMs: number): Moved | Refusal {
  const { phase } = state;
  if (phase.kind !== 'listening' || phase.interrupted?.turn !== turn) return 'wrong_phase';
  const utterance = phase.interrupted;
  return stay({ ...state, draft: null, phase: { kind: 'speaking', utterance, dueAtMs: dueAt(utterance, nowMs) } });
}

function breakBegins(state: State, nowMs: number): Moved | Refusal {
  if (state.phase.kind !== 'listening' || state.breaksLeft === 0) return 'wrong_phase';
  const phase: Phase = { kind: 'paused', untilMs: nowMs + state.script.breakMs };
  return stay({ ...state, phase, breaksLeft: state.breaksLeft - 1 });
}

function breakEnds(state: State, nowMs: number): Moved | Refusal {
  return state.phase.kind === 'paused' ? stay(listen(state, nowMs)) : 'wrong_phase';
}

/** The talk stops here; what was said until now is kept. */
function leaves(state: State, reason: 'human-requested' | 'left' | 'expired', nowMs: number): Moved {
  if (state.startedAtMs === null) {
    if (reason === 'human-requested') {
      const moved = notifies(state, reason);
      return { state: moved.state, effects: [{ type: 'ended', id: 'ended', reason }, ...moved.effects] };
    }
    return {
      state: { ...state, phase: { kind: 'ended', reason } },
      effects: [
        { type: 'ended', id: 'ended', reason },
        { type: 'wipe', id: 'wipe' },
      ],
    };
  }
  const kept = keepDraft(state, nowMs);
  const closed = state.phase.kind === 'review' ? kept : close(kept.state, reason, nowMs);
  const sealing = beginSealing(closed.state, reason, nowMs);
  const before = closed === kept ? kept.effects : [...kept.effects, ...closed.effects];
  return { state: sealing.state, effects: [...before, ...sealing.effects] };
}

/** Nothing is collected or analysed from here on (invariant I8): no sealing, no scoring, whatever waited for them. */
function withdraws(state: State): Moved {
  return {
    state: { ...state, phase: { kind: 'ended', reason: 'withdrew' }, recording: false, draft: null },
    effects: [
      { type: 'ended', id: 'ended', reason: 'withdrew' },
      { type: 'withdrawn', id: 'withdrawn' },
      { type: 'wipe', id: 'wipe' },
    ],
  };
}

function notifies(state: State, reason: EndReason): Moved {
  return {
    state: { ...state, phase: { kind: 'notifying', reason } },
    effects: [{ type: 'notify', id: 'notify', reason }],
  };
}

/** The state as the room shows it. Pure. */
import { OUTAGE_MS, questionRemainingMs, remainingMs, sessionMs } from './machine-clock.ts';
import type { Phase, State } from './machine-state.ts';
import type { View } from './protocol.ts';

export function viewOf(state: State, nowMs: number): View {
  const { script, phase, clock } = state;
  const question = script.questions[state.at];
  const section = script.sections[question?.section ?? 0];
  // The room counts down by itself between two messages, so it is told the time as of now.
  const gapMs = clock.chargedToMs === null ? 0 : Math.max(0, nowMs - clock.chargedToMs);
  const aheadMs = gapMs > OUTAGE_MS ? 0 : gapMs;
  return {
    phase: phase.kind,
    thinkingOn: phase.kind === 'listening' && phase.thinking,
    section: {
      number: (question?.section ?? 0) + 1,
      count: script.sections.length,
      title: section?.title ?? '',
    },
    question:
      question === undefined
        ? null
        : { id: question.id, number: state.at + 1, count: script.questions.length, text: question.text },
    utterance:
      state.lastUtterance === null
        ? null
        : {
            turn: state.lastUtterance.turn,
            kind: state.lastUtterance.kind,
            text: state.lastUtterance.text,
            startMs: state.lastUtterance.startMs,
            lengthMs: state.lastUtterance.lengthMs,
            sound: state.lastUtterance.sound,
            streamed: state.lastUtterance.streamed,
            growing: state.lastUtterance.growing,
          },
    engine: state.engine,
    ears: state.engine === 'rehearsed' ? 'device' : 'session',
    voiceServed: state.voiceServed,
    ahead: state.voiceServed ? ahead(state) : [],
    hearing: phase.kind === 'thinking' && phase.hearing !== null,
    clock: {
      running: clock.chargedToMs !== null,
      totalMs: script.totalMs,
      remainingMs: Math.max(0, remainingMs(state) - aheadMs),
      questionRemainingMs: question === undefined ? null : Math.max(0, questionRemainingMs(state) - aheadMs),
      givenBackMs: clock.givenBackMs,
    },
    mode: state.mode,
    waitLonger: state.waitLonger,
    patience: script.patience,
    breaksLeft: state.breaksLeft,
    pausedUntilMs: phase.kind === 'paused' ? sessionMs(state, phase.untilMs) : null,
    recording: state.recording,
    language: script.language,
    endReason: endReasonOf(phase),
  };
}

function endReasonOf(phase: Phase): View['endReason'] {
  return 'reason' in phase ? phase.reason : null;
}

/** Small words that may be needed at any moment, and the question that comes next. */
const SMALL = ['ack:0', 'ack:1', 'ack:2', 'calm', 'moment', 'unheard'];

function ahead({ script, phase, at }: State): string[] {
  if (phase.kind === 'lobby') return [];
  const next = script.questions[at + 1];
  const first = at < 0 ? ['opening'] : [];
  return [...first, ...(next === undefined ? [] : [`q:${next.id}`]), ...SMALL];
}

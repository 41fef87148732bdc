/**
 * What the room says and shows, from what really runs. Every state of the ring and every sentence that claims something
 * (that somebody listens, that sound is kept, that words are saved, that the clock stands) is chosen here and nowhere
 * else; room-texts.ts gives the words. Pure.
 */
import type { PhaseKind, View } from '../../../durable-objects/interview/protocol.ts';
import type { RingState } from '../ring/ring.tsx';
import type { LineState } from './wire.ts';

export interface RoomFacts {
  line: LineState;
  phase: PhaseKind;
  mode: View['mode'];
  /** The candidate asked for time to think. */
  thinkingOn: boolean;
  /** Nothing was said for a while. */
  gentle: boolean;
  /** What was said is still being written down. */
  hearing: boolean;
  trouble: 'moment' | 'unheard' | null;
  /** `opening`: the browser has been asked and has not answered; `unused`: nothing here needs one. */
  microphone: 'open' | 'opening' | 'missing' | 'unused';
  /** `running`: the recorder takes sound in now. */
  recorder: 'running' | 'stopped';
  recordingAgreed: boolean;
  /** Sound of the answer at hand has been recorded. */
  recorded: boolean;
  /** Who turns speech into text here; `unknown` until the browser has said whether it can. */
  captions: 'session' | 'device' | 'none' | 'unknown';
  /** Somebody speaks into the microphone. */
  voiced: boolean;
  /** The interviewer's voice can be heard. */
  interviewerSounds: boolean;
  /** Something the candidate did is not yet safe with the session. */
  waiting: boolean;
  /** An answer among it. */
  answerWaiting: boolean;
  /** What waits outlives this tab. */
  stored: boolean;
}

export type Word =
  | 'still-here'
  | 'waiting-to-be-sent'
  | 'one-moment'
  | 'speaking'
  | 'asking'
  | 'your-time'
  | 'listening'
  | 'opening-microphone'
  | 'your-turn'
  | 'a-break'
  | 'thinking';

export type Hint =
  | 'go-on-or-wait'
  | 'go-on-writing'
  | 'goes-out-by-itself'
  | 'we-go-another-way'
  | 'begin-and-it-stops'
  | 'answer-now-stops-it'
  | 'read-the-question'
  | 'nobody-prompts'
  | 'all-the-time'
  | 'pauses-are-fine'
  | 'speak-then-write'
  | 'allow-microphone'
  | 'no-microphone'
  | 'write-your-answer'
  | 'clock-stands'
  | 'writing-down'
  | 'answer-saved'
  | 'answer-on-its-way';

/** The state of the recording, as the sign in the bar shows it. */
export type Sign = 'recording' | 'not-agreed' | 'no-microphone' | 'not-while-writing' | 'not-now';

/** What stands where the candidate's own words will be. */
export type CaptionHint = 'voiced' | 'words-appear' | 'opening' | 'not-heard' | 'write-instead';

/** The name of the field that is written in. */
export type FieldName = 'answer' | 'write-what-counts' | 'write-what-counts-recorded';

/** Where what is typed lies. */
export type Kept = 'with-us' | 'on-device' | 'in-tab';

export interface RoomSentences {
  ring: RingState;
  word: Word;
  hint: Hint;
  sign: Sign;
  caption: CaptionHint;
  field: FieldName;
  kept: Kept;
}

export function roomSentences(facts: RoomFacts): RoomSentences {
  return {
    ...turnOf(facts),
    sign: signOf(facts),
    caption: captionOf(facts),
    field: fieldOf(facts),
    kept: keptOf(facts),
  };
}

/** True while speech becomes text, or is at least recorded: the only time when "listening" is so. */
export function isHeard({ mode, captions, microphone, recorder }: RoomFacts): boolean {
  if (mode !== 'voice') return false;
  if (captions === 'device') return true;
  return microphone === 'open' && (captions === 'session' || recorder === 'running');
}

/** What is said becomes no text here: the candidate speaks to think, and writes what counts. */
export function writesWhatCounts({ mode, captions }: Pick<RoomFacts, 'mode' | 'captions'>): boolean {
  return mode === 'text' || captions === 'none';
}

type Turn = Pick<RoomSentences, 'ring' | 'word' | 'hint'>;

function turnOf(facts: RoomFacts): Turn {
  const { line, phase, trouble } = facts;
  if (line !== 'up') {
    if (facts.answerWaiting) return { ring: 'reconnecting', word: 'waiting-to-be-sent', hint: 'goes-out-by-itself' };
    const hint = isHeard(facts) && !writesWhatCounts(facts) ? 'go-on-or-wait' : 'go-on-writing';
    return { ring: 'reconnecting', word: 'still-here', hint: phase === 'listening' ? hint : 'go-on-or-wait' };
  }
  // The clock stands while the next step is chosen, and only then may a fault say so.
  if (trouble === 'moment' && phase === 'thinking')
    return { ring: 'thinking', word: 'one-moment', hint: 'we-go-another-way' };
  switch (phase) {
    case 'speaking':
      return speaking(facts);
    case 'listening':
      return facts.answerWaiting ? { ring: 'thinking', word: 'thinking', hint: 'answer-on-its-way' } : listening(facts);
    case 'paused':
      return { ring: 'closed', word: 'a-break', hint: 'clock-stands' };
    default:
      return { ring: 'thinking', word: 'thinking', hint: thinkingHint(facts) };
  }
}

function speaking(facts: RoomFacts): Turn {
  if (!facts.interviewerSounds) return { ring: 'closed', word: 'asking', hint: 'read-the-question' };
  const stops = facts.captions === 'session' && facts.microphone === 'open' && facts.mode === 'voice';
  return { ring: 'speaking', word: 'speaking', hint: stops ? 'begin-and-it-stops' : 'answer-now-stops-it' };
}

function listening(facts: RoomFacts): Turn {
  const heard = isHeard(facts);
  const ring = heard ? 'listening' : 'closed';
  if (facts.thinkingOn) return { ring, word: 'your-time', hint: 'nobody-prompts' };
  if (heard && facts.captions === 'none') return { ring, word: 'your-turn', hint: 'speak-then-write' };
  if (heard) return { ring, word: 'listening', hint: facts.gentle ? 'all-the-time' : 'pauses-are-fine' };
  if (facts.mode === 'voice' && facts.microphone === 'opening')
    return { ring, word: 'opening-microphone', hint: 'allow-microphone' };
  if (facts.mode === 'voice' && facts.microphone === 'missing' && facts.captions !== 'none')
    return { ring, word: 'your-turn', hint: 'no-microphone' };
  return { ring, word: 'your-turn', hint: facts.gentle ? 'all-the-time' : 'write-your-answer' };
}

function thinkingHint({ hearing, waiting }: RoomFacts): Hint {
  if (hearing) return 'writing-down';
  return waiting ? 'answer-on-its-way' : 'answer-saved';
}

function signOf({ recordingAgreed, recorder, microphone, mode }: RoomFacts): Sign {
  if (!recordingAgreed) return 'not-agreed';
  if (mode === 'text') return 'not-while-writing';
  if (microphone === 'missing') return 'no-microphone';
  return recorder === 'running' && microphone === 'open' ? 'recording' : 'not-now';
}

function captionOf(facts: RoomFacts): CaptionHint {
  if (facts.captions === 'none') return 'write-instead';
  if (!isHeard(facts)) return facts.microphone === 'opening' || facts.captions === 'unknown' ? 'opening' : 'not-heard';
  if (facts.captions === 'unknown') return 'opening';
  return facts.voiced ? 'voiced' : 'words-appear';
}

function fieldOf(facts: RoomFacts): FieldName {
  if (facts.mode === 'text') return 'answer';
  if (facts.recordingAgreed && (facts.recorded || signOf(facts) === 'recording')) return 'write-what-counts-recorded';
  return 'write-what-counts';
}

function keptOf({ line, waiting, stored }: RoomFacts): Kept {
  if (line === 'up' && !waiting) return 'with-us';
  return stored ? 'on-device' : 'in-tab';
}

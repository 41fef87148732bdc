/** What the session remembers, and what can happen to it. No words of the candidate are in here. Pure. */
import type { EngineKind, PhaseKind } from './protocol.ts';

/** The plan as the machine needs it: questions in order, with their sections. */
export interface Script {
  language: string;
  patience: 'normal' | 'patient';
  totalMs: number;
  questionMs: number;
  sections: { title: string }[];
  questions: { id: string; section: number; text: string; followUpBudget: number }[];
  opening: string;
  closing: string;
  /** How many breaks there are, and how long each may be. */
  breaks: number;
  breakMs: number;
  /** It begins in writing, whatever was chosen on the device. */
  textOnly: boolean;
}

export type UtteranceKind = 'opening' | 'question' | 'follow-up' | 'repeat' | 'closing';

/** Something the interviewer says; it is a turn from its first word on. */
export interface Utterance {
  turn: string;
  position: number;
  kind: UtteranceKind;
  /** Empty when a model worded it: those words may repeat the candidate's, so the shell keeps them, sealed. */
  text: string;
  questionId: string | null;
  startMs: number;
  lengthMs: number;
  /** The known line that it is, if it is one. */
  sound: string | null;
  /** A model words it and its sound is sent as it comes. */
  streamed: boolean;
  growing: boolean;
}

export type EndReason = 'completed' | 'time-up' | 'withdrew' | 'human-requested' | 'left' | 'expired';

/** One variant per situation, each with only what is legal in it. */
export type Phase =
  | { kind: 'lobby' }
  | { kind: 'ready' }
  | { kind: 'speaking'; utterance: Utterance; dueAtMs: number }
  | {
      kind: 'listening';
      sinceMs: number;
      thinking: boolean;
      prompted: boolean;
      /** What the candidate stopped, until it is clear that they meant to. */
      interrupted: Utterance | null;
    }
  | {
      kind: 'thinking';
      sinceMs: number;
      replyId: string;
      /** The answer's place on the clock, while its words are still being written down. */
      hearing: { id: string; startMs: number; endMs: number } | null;
    }
  | { kind: 'paused'; untilMs: number }
  | { kind: 'review'; untilMs: number; reason: EndReason }
  | { kind: 'sealing'; sinceMs: number; reason: EndReason; partsKnown: boolean }
  | { kind: 'scoring'; reason: EndReason }
  | { kind: 'notifying'; reason: EndReason }
  | { kind: 'done'; reason: EndReason }
  | { kind: 'ended'; reason: EndReason };

/** The talk itself. */
export const TIMED: ReadonlySet<PhaseKind> = new Set(['speaking', 'listening', 'thinking']);
/** Phases that the candidate's time pays for; how long the interviewer takes to think is not theirs to pay. */
export const CHARGED: ReadonlySet<PhaseKind> = new Set(['speaking', 'listening']);

export interface Clock {
  usedMs: number;
  questionUsedMs: number;
  /** Up to when time has been charged; null while it stands still. */
  chargedToMs: number | null;
  givenBackMs: number;
}

export interface State {
  script: Script;
  interviewId: string;
  phase: Phase;
  /** Index into the script's questions; -1 before the first. */
  at: number;
  lastUtterance: Utterance | null;
  /** Next position of a turn; dense from 0. */
  position: number;
  /** When the session's clock began, as the server's time; null before. */
  startedAtMs: number | null;
  clock: Clock;
  lineUp: boolean;
  mode: 'voice' | 'text';
  /** What may run the talk, best first, what does now, and how often each has failed. */
  engines: EngineKind[];
  engine: EngineKind;
  engineFaults: Partial<Record<EngineKind, number>>;
  voiceServed: boolean;
  waitLonger: boolean;
  recording: boolean;
  breaksLeft: number;
  /** Announcements already made: minutes left. */
  announced: number[];
  asked: string[];
  /** Indexes of the follow-up rules already used on the question at hand. */
  followUpsAsked: number[];
  /** What is durable of the answer being given: when and how, not its words. Null while there is nothing of it. */
  draft: Draft | null;
  /**
   * The answer at hand, where it is said aloud and then written: charged time when it began and at its first key, and
   * what of the writing was not charged. Missing in states written before it was counted.
   */
  aloud?: { sinceMs: number; writtenFromMs: number | null; givenMs: number } | null;
}

/** Words not yet an answer: when they began and ended, and how they came. */
export interface Draft {
  via: 'voice' | 'typed' | 'mixed';
  startMs: number;
  endMs: number;
}

export type Reply =
  | { kind: 'next' }
  /** A follow-up of the plan's. */
  | { kind: 'follow-up'; say: string; rule: number }
  /** A follow-up that a model words. */
  | { kind: 'asks'; lengthMs: number; growing: boolean };

/** What happens. `atMs` inside comes from the candidate's device and is only ever clamped, never trusted. */
export type Event =
  | { type: 'consented'; recording: boolean }
  | { type: 'consent-changed'; recording: boolean }
  | { type: 'start'; mode: 'voice' | 'text' }
  | { type: 'spoken'; turn: string }
  | { type: 'barge-in'; turn: string; heardChars: number }
  | { type: 'draft'; draft: Draft | null }
  | { type: 'answer'; via: 'voice' | 'typed' | 'mixed'; startMs: number; endMs: number }
  /** As `answer`, but its words are still to come. */
  | { type: 'turn-over'; startMs: number; endMs: number; soundTo: number }
  /** The words of that answer are here, or cannot be had. */
  | { type: 'heard'; hearId: string; draft: Draft }
  | { type: 'unheard'; hearId: string; lostMs: number; kept: boolean }
  | { type: 'replied'; replyId: string; reply: Reply }
  /** A member arranged something: the script as it is from now on. */
  | { type: 'adjusted'; script: Script; person: boolean }
  /** More of what a model says; `lengthMs` is that of all of it so far. */
  | { type: 'said-more'; turn: string; lengthMs: number; growing: boolean }
  | { type: 'false-stop'; turn: string }
  /** No more may be spent: the plan's own rules go on, which cost nothing. */
  | { type: 'capped'; cap: 'interview' | 'tenant' }
  /** The engine cannot go on; the next one takes its place. */
  | { type: 'engine-failed'; engine: EngineKind; maker: string; fault: string; lasting: boolean }
  | { type: 'think'; on: boolean }
  | { type: 'repeat' }
  | { type: 'wait-longer'; on: boolean }
  | { type: 'mode'; mode: 'voice' | 'text' }
  | { type: 'break'; on: boolean }
  | { type: 'beat' }
  | { type: 'line-up' }
  | { type: 'line-down' }
  /** The object was started again and finds a clock that ran: nothing since its last write is charged. */
  | { type: 'server-was-away' }
  /** The clock moved. */
  | { type: 'time' }
  /** The invitation's time is over and the candidate is not here. */
  | { type: 'expire' }
  | { type: 'ask-human' }
  | { type: 'withdraw' }
  | { type: 'finish' }
  | { type: 'parts-complete' }
  | { type: 'sealed' }
  | { type: 'scored' }
  | { type: 'notified' }
  /** A step after the talk fails for good and was set aside: the interview comes to its end without it. */
  | { type: 'parked'; task: 'seal' | 'score' | 'notify' };

/** What the shell must do. The id is the idempotency key: doing it twice must be doing it once. */
export type Effect =
  | {
      type: 'save-turn';
      id: string;
      turn: string;
      position: number;
      speaker: 'candidate' | 'interviewer';
      kind: UtteranceKind | 'answer' | 'not-asked';
      questionId: string | null;
      /** Null for words that the shell has and the machine never sees: the candidate's, and a model's. */
      text: string | null;
      /** True where the words are those of the draft, because time cut the answer. */
      fromDraft: boolean;
      via: 'voice' | 'typed' | 'mixed' | null;
      startMs: number;
      endMs: number;
    }
  /** The answer's words are to be written down to their end. */
  | { type: 'hear'; id: string; startMs: number; endMs: number; soundTo: number }
  | { type: 'reply'; id: string; questionId: string; followUpsAsked: number[]; remainingMs: number }
  | { type: 'progress'; id: string; questionNumber: number }
  | {
      type: 'event';
      id: string;
      kind:
        | 'started'
        | 'line-lost'
        | 'line-back'
        | 'time-given-back'
        | 'engine-chosen'
        | 'engine-changed'
        | 'provider-fault'
        | 'spend-cap'
        | 'ended';
      detail: Record<string, string | number>;
    }
  | { type: 'ended'; id: string; reason: EndReason }
  /** Consent is gone: what waits to be processed is not processed. */
  | { type: 'withdrawn'; id: string }
  | { type: 'seal'; id: string }
  | { type: 'score'; id: string }
  | { type: 'notify'; id: string; reason: EndReason }
  /** What the interview cost so far goes to the region. */
  | { type: 'save-spend'; id: string }
  | { type: 'wipe'; id: string }
  /** Told to the room, not kept: announcements. */
  | {
      type: 'tell';
      id: string;
      what:
        | { type: 'time-left'; remainingMs: number }
        | { type: 'gave-back'; ms: number; why: 'line' | 'server' | 'fault' }
        | { type: 'moment'; engine: EngineKind }
        | { type: 'unheard' }
        | { type: 'adjusted'; extraMs: number; textOnly: boolean; breaks: number; language: boolean }
        | { type: 'take-your-time' };
    };

export type Refusal = 'wrong_phase' | 'unknown_turn' | 'over';
export type Step = { ok: true; state: State; effects: Effect[] } | { ok: false; code: Refusal };

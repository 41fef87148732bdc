/**
 * Every message between a candidate's room and the session object, both ways; shared with the web app. What a client
 * sends under a number is acknowledged after the write that makes it durable; sent again it gets the same
 * acknowledgement, and the same number with other content is refused. What the session tells is numbered too.
 */
import * as v from 'valibot';
import { LIMITS } from '../../worker/limits.ts';

export const PROTOCOL_VERSION = 2;
export const WIRE_LIMITS = LIMITS.wire;
export const RECORDING_LIMITS = LIMITS.recording;

const ms = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));
const words = v.pipe(v.string(), v.maxLength(LIMITS.wire.answerChars));
const short = v.pipe(v.string(), v.maxLength(LIMITS.text.reason));
const token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/));
const id = v.pipe(v.string(), v.maxLength(64));

/** Who hears, thinks and speaks: a live model, a chain of ears, model and voice, or the plan's own rules. */
export const ENGINES = ['live', 'cascade', 'rehearsed'] as const;
export type EngineKind = (typeof ENGINES)[number];

export const segmentSchema = v.object({ text: short, startMs: ms, endMs: ms });
export const viaSchema = v.picklist(['voice', 'typed', 'mixed']);

/** What a candidate does. Times are on the session's clock: milliseconds from its start. */
export const actionSchema = v.variant('type', [
  v.object({ type: v.literal('start'), mode: v.picklist(['voice', 'text']) }),
  /** The interviewer's words have been spoken or read to their end. */
  v.object({ type: v.literal('spoken'), turn: id }),
  /** The candidate began before the interviewer's words were over. */
  v.object({ type: v.literal('barge-in'), turn: id, heardChars: ms }),
  /** What is typed or recognised so far; kept so that a reload goes on where it was. */
  v.object({ type: v.literal('draft'), text: words, segments: v.pipe(v.array(segmentSchema), v.maxLength(2000)) }),
  v.object({
    type: v.literal('answer'),
    text: words,
    via: viaSchema,
    startMs: ms,
    endMs: ms,
    segments: v.pipe(v.array(segmentSchema), v.maxLength(2000)),
  }),
  /**
   * The candidate has finished an answer that the session hears by itself: everything up to frame `soundTo` belongs to
   * it, and so does what was typed beside it. The words become a turn when the session has them.
   */
  v.object({
    type: v.literal('turn-over'),
    startMs: ms,
    endMs: ms,
    /** The last frame of sound that was sent, 0 for none. */
    soundTo: ms,
    typed: words,
    how: v.picklist(['silence', 'said', 'button']),
  }),
  /** What stopped the interviewer was no interruption after all: it goes on where it was. */
  v.object({ type: v.literal('false-stop'), turn: id }),
  v.object({ type: v.literal('think'), on: v.boolean() }),
  v.object({ type: v.literal('repeat') }),
  v.object({ type: v.literal('wait-longer'), on: v.boolean() }),
  v.object({ type: v.literal('mode'), mode: v.picklist(['voice', 'text']) }),
  v.object({ type: v.literal('break'), on: v.boolean() }),
  v.object({ type: v.literal('beat') }),
  v.object({ type: v.literal('ask-human'), text: short }),
  v.object({
    type: v.literal('finish'),
    corrections: v.pipe(v.array(v.object({ turn: id, text: words })), v.maxLength(200)),
    rating: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
    question: v.nullable(short),
  }),
  /** The recorder has nothing left to upload: how many parts each segment has. */
  v.object({
    type: v.literal('parts-complete'),
    segments: v.pipe(v.array(v.object({ id: token, parts: ms })), v.maxLength(LIMITS.recording.segments)),
  }),
]);

export const clientMessageSchema = v.variant('type', [
  v.object({
    type: v.literal('hello'),
    version: v.number(),
    /** Names this tab's line of numbers; a reload that takes over its outbox keeps it. */
    client: token,
    /** The last event seen, 0 for none. */
    lastEvent: ms,
    /** Take the pen from another tab. */
    takePen: v.boolean(),
  }),
  v.object({
    type: v.literal('do'),
    seq: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 31 - 1)),
    action: actionSchema,
  }),
]);

/** Why a frame was refused; the session lives on. */
export const WIRE_CODES = [
  'malformed',
  'too_large',
  'too_fast',
  'bad_sound',
  'hello_first',
  'version_unknown',
  'number_gap',
  'number_reused',
  'no_pen',
  'wrong_phase',
  'unknown_turn',
  'over',
  /** The region's storage cannot be reached: keep the message and send it again. */
  'storage_away',
] as const;
export type WireCode = (typeof WIRE_CODES)[number];
/** A message refused with one of these is settled: the client drops it. After any other it keeps it. */
export const FINAL_CODES: ReadonlySet<WireCode> = new Set([
  'malformed',
  'number_reused',
  'wrong_phase',
  'unknown_turn',
  'over',
]);

export const PHASES = [
  'lobby',
  'ready',
  'speaking',
  'listening',
  'thinking',
  'paused',
  'review',
  'sealing',
  'scoring',
  'notifying',
  'done',
  'ended',
] as const;
export type PhaseKind = (typeof PHASES)[number];

/** Where the interview stands, as the room shows it. */
export const viewSchema = v.object({
  phase: v.picklist(PHASES),
  /** While listening: the candidate asked for time to think. */
  thinkingOn: v.boolean(),
  section: v.object({ number: v.number(), count: v.number(), title: v.string() }),
  question: v.nullable(v.object({ id: v.string(), number: v.number(), count: v.number(), text: v.string() })),
  /** What the interviewer says now, or said last. */
  utterance: v.nullable(
    v.object({
      turn: v.string(),
      kind: v.picklist(['opening', 'question', 'follow-up', 'repeat', 'closing']),
      text: v.string(),
      startMs: v.number(),
      /** Expected length when no voice reports its end. */
      lengthMs: v.number(),
      /** The known line whose sound this is, at /api/candidate/voice/…; null: it comes as frames, or not at all. */
      sound: v.nullable(v.string()),
      /** Its sound comes as frames on this socket. */
      streamed: v.boolean(),
      /** More of it is still to come. */
      growing: v.boolean(),
    }),
  ),
  engine: v.picklist(ENGINES),
  /** Who writes down what is said: the session, from the frames that it gets, or this device. */
  ears: v.picklist(['session', 'device']),
  /** The interviewer's known lines can be had as sound. */
  voiceServed: v.boolean(),
  /** Known lines that may be needed next: to be fetched now. */
  ahead: v.array(v.string()),
  /** While thinking: what was said is still being written down. */
  hearing: v.boolean(),
  clock: v.object({
    running: v.boolean(),
    totalMs: v.number(),
    remainingMs: v.number(),
    questionRemainingMs: v.nullable(v.number()),
    /** Time given back for faults that were ours. */
    givenBackMs: v.number(),
  }),
  mode: v.picklist(['voice', 'text']),
  waitLonger: v.boolean(),
  patience: v.picklist(['normal', 'patient']),
  breaksLeft: v.number(),
  pausedUntilMs: v.nullable(v.number()),
  recording: v.boolean(),
  language: v.string(),
  endReason: v.nullable(v.picklist(['completed', 'time-up', 'withdrew', 'human-requested', 'left', 'expired'])),
});
export type View = v.InferOutput<typeof viewSchema>;

export const shownTurnSchema = v.object({
  id: v.string(),
  position: v.number(),
  speaker: v.picklist(['candidate', 'interviewer']),
  kind: v.picklist(['opening', 'question', 'follow-up', 'repeat', 'answer', 'closing', 'not-asked']),
  text: v.string(),
  via: v.nullable(viaSchema),
  startMs: v.number(),
  endMs: v.number(),
});
export type ShownTurn = v.InferOutput<typeof shownTurnSchema>;

export const eventSchema = v.variant('type', [
  v.object({ type: v.literal('view'), view: viewSchema }),
  v.object({ type: v.literal('turn'), turn: shownTurnSchema }),
  v.object({ type: v.literal('time-left'), remainingMs: v.number() }),
  v.object({ type: v.literal('gave-back'), ms: v.number(), why: v.picklist(['line', 'server', 'fault']) }),
  /** Something of ours failed and another way is taken; the room says "one moment". */
  v.object({ type: v.literal('moment'), engine: v.picklist(ENGINES) }),
  /** What was said could not be written down: it may be said again or typed. */
  v.object({ type: v.literal('unheard') }),
  v.object({ type: v.literal('take-your-time') }),
  /** A member arranged something while the talk goes on: time added, writing, breaks added, another language. */
  v.object({
    type: v.literal('adjusted'),
    extraMs: v.number(),
    textOnly: v.boolean(),
    breaks: v.number(),
    language: v.boolean(),
  }),
]);
export type SessionEvent = v.InferOutput<typeof eventSchema>;

/** `sessionMs` is the session's clock when the message was sent: the client sets its own by it. */
const stamped = { sessionMs: v.number() };

export const serverMessageSchema = v.variant('type', [
  v.object({
    type: v.literal('welcome'),
    version: v.number(),
    ...stamped,
    /** Grows each time the pen changes hands. */
    epoch: v.number(),
    pen: v.boolean(),
    /** The last number of this client that is durable. */
    acked: v.number(),
    event: v.number(),
    view: viewSchema,
    /** All turns, unless the client was up to date. */
    turns: v.nullable(v.array(shownTurnSchema)),
    draft: v.object({ text: v.string(), segments: v.array(segmentSchema) }),
    /** The last frame of sound whose words are durable, of this answer; 0 for none. */
    soundTaken: v.number(),
  }),
  /** The words of every frame up to this one are durable: the client may forget its sound. */
  v.object({ type: v.literal('sound-taken'), seq: v.number() }),
  /**
   * What is being said, while it is said: shown, never kept. `text` is all of this stretch of speech (candidate) or of
   * this turn (interviewer) so far.
   */
  v.object({
    type: v.literal('caption'),
    speaker: v.picklist(['candidate', 'interviewer']),
    turn: v.nullable(v.string()),
    stretch: v.number(),
    text: v.string(),
    final: v.boolean(),
    startMs: v.number(),
    endMs: v.number(),
  }),
  v.object({ type: v.literal('event'), ...stamped, n: v.number(), event: eventSchema }),
  v.object({ type: v.literal('ack'), seq: v.number() }),
  v.object({
    type: v.literal('refused'),
    seq: v.nullable(v.number()),
    code: v.picklist(WIRE_CODES),
    expected: v.optional(v.number()),
  }),
  v.object({ type: v.literal('pen'), pen: v.boolean(), epoch: v.number() }),
]);

export type Segment = v.InferOutput<typeof segmentSchema>;
export type Correction = { turn: string; text: string };
export type Via = v.InferOutput<typeof viaSchema>;
export type Action = v.InferOutput<typeof actionSchema>;
export type ClientMessage = v.InferOutput<typeof clientMessageSchema>;
export type ServerMessage = v.InferOutput<typeof serverMessageSchema>;

/** Sent as text outside the protocol and answered without waking the object. */
export const PING = 'ping';
export const PONG = 'pong';

/** Close codes of the socket; the client comes back after every other. */
export const CLOSE = { ticketRefused: 4401, penLost: 4409, over: 4410, flood: 4429 } as const;

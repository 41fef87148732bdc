/**
 * When somebody speaks into this microphone, from what is heard in each block of 32 ms: the model's probability, or,
 * without the model, how far the sound stands above the noise. A voice from the other end of the room is not speech:
 * it must come near the level at which this person speaks. Pure: give each block in turn to {@link hear}.
 */
import { decibels } from './vad/level-rules.ts';

/** What the detector says of 32 ms of sound. `p` is null without the model; `level` is the loudest 10 ms, in dBFS. */
export interface Block {
  p: number | null;
  level: number;
  /** Place of the block's end on the capture's clock. */
  endMs: number;
}

export type SpeechEvent =
  /** Sound from `keepFromMs` on belongs to it: a recogniser needs the breath before the first word. */
  | { kind: 'started'; onsetMs: number; keepFromMs: number }
  /** The voice fell silent at `quietMs`. It may go on: whether a turn is over is for end-of-turn-rules.ts. */
  | { kind: 'ended'; onsetMs: number; quietMs: number };

/** 'maybe' is a first block that sounds like speech, not confirmed yet: enough to duck a voice, not to stop it. */
export type Voice = 'none' | 'maybe' | 'speech';

export interface SpeechState {
  speaking: boolean;
  onsetMs: number | null;
  quietMs: number | null;
  /** Blocks in a row above the upper and below the lower threshold. */
  above: number;
  below: number;
  lastMs: number | null;
  /** Levels of the last 200 ms. */
  recent: readonly number[];
  /** The level at which this person speaks, and from how many blocks it is known. */
  voiceLevel: number | null;
  known: number;
  /** Blocks of speech since the last one that was near. */
  far: number;
  /** Level of the noise, for the time without the model. */
  floor: number | null;
}

const BLOCK_MS = 32;
/** Kept before the first block of speech. */
export const PRE_ROLL_MS = 500;
/** After a gap in the capture nothing that was heard before it counts. */
const GAP_MS = 1000;

/** The model's thresholds, and how many blocks in a row confirm a beginning and an end. */
const MODEL = { on: 0.5, off: 0.35, confirm: 2, release: 2 };
/** Decibels above the noise, without the model. Slower, because knocks and keys are loud too. */
const ENERGY = { on: 10, off: 6, confirm: 4, release: 10 };

/** How far below the person's own level speech still counts as theirs. */
const NEAR_DB = 12;
const NEAR_BLOCKS = 6;
/** Without a calibrated level, this many blocks (about a second) of speech teach it. */
const LEARNED = 30;
/** The level follows a louder voice sooner than a softer one. */
const LOUDER = BLOCK_MS / 5000;
const SOFTER = BLOCK_MS / 10_000;
/** Somebody who is taken for far for 8 s of speech, and nobody nearer, is the candidate further away. */
const FAR_BLOCKS = 250;
/** The noise level falls at once, and rises by about 1.5 dB a second. */
const FLOOR_RISE = 0.05;

/** `calibrated`: the person's level in dBFS from the device check, or null to learn it. */
export function silent(calibrated: number | null): SpeechState {
  return {
    speaking: false,
    onsetMs: null,
    quietMs: null,
    above: 0,
    below: 0,
    lastMs: null,
    recent: [],
    voiceLevel: calibrated,
    known: calibrated === null ? 0 : LEARNED,
    far: 0,
    floor: null,
  };
}

/** The same person with another sentence: after another microphone, an unmute or a gap. */
export function afterGap(state: SpeechState): SpeechState {
  return { ...silent(null), voiceLevel: state.voiceLevel, known: state.known };
}

/** Takes one block. At most one event: a gap that ends a speech says so, and its block is heard as the first of a new one. */
export function hear(
  before: SpeechState,
  block: Block,
): { state: SpeechState; event: SpeechEvent | null; voice: Voice } {
  const beginMs = block.endMs - BLOCK_MS;
  const gap = before.lastMs !== null && beginMs - before.lastMs > GAP_MS;
  if (gap) {
    const next = hear(afterGap(before), block);
    const event = before.speaking ? ended(before, before.quietMs ?? before.lastMs ?? beginMs) : next.event;
    return { ...next, event };
  }
  const sound = judge(before, block);
  const { confirm, release } = block.p === null ? ENERGY : MODEL;
  const above = sound.judged === 'on' ? before.above + 1 : 0;
  const below = sound.judged === 'off' ? before.below + 1 : 0;
  const state: SpeechState = { ...before, ...sound.learned, above, below, lastMs: block.endMs };
  if (before.speaking) {
    state.quietMs = below === 0 ? null : (before.quietMs ?? beginMs);
    if (below < release) return { state, event: null, voice: 'speech' };
    const event = ended(state, state.quietMs ?? beginMs);
    return { state: { ...state, speaking: false, onsetMs: null, quietMs: null }, event, voice: 'none' };
  }
  if (above === 0) return { state: { ...state, onsetMs: null }, event: null, voice: 'none' };
  const onsetMs = before.onsetMs ?? beginMs;
  if (above < confirm) return { state: { ...state, onsetMs }, event: null, voice: 'maybe' };
  const event: SpeechEvent = { kind: 'started', onsetMs, keepFromMs: Math.max(0, onsetMs - PRE_ROLL_MS) };
  return { state: { ...state, speaking: true, onsetMs, quietMs: null }, event, voice: 'speech' };
}

function ended(state: SpeechState, quietMs: number): SpeechEvent {
  return { kind: 'ended', onsetMs: state.onsetMs ?? quietMs, quietMs };
}

type Learned = Pick<SpeechState, 'recent' | 'voiceLevel' | 'known' | 'far' | 'floor'>;

function judge(before: SpeechState, { p, level }: Block): { judged: 'on' | 'between' | 'off'; learned: Learned } {
  const recent = [...before.recent, level].slice(-NEAR_BLOCKS);
  const floor = before.floor === null ? level : Math.min(level, before.floor + FLOOR_RISE);
  const isKnown = before.voiceLevel !== null && before.known >= LEARNED;
  const near = !isKnown || Math.max(...recent) >= (before.voiceLevel ?? 0) - NEAR_DB;
  const loud = p ?? level - floor;
  const { on, off } = p === null ? ENERGY : MODEL;
  const learned = { ...before, recent, floor };
  if (loud < on) return { judged: loud < off || !near ? 'off' : 'between', learned };
  if (near) return { judged: 'on', learned: { ...learned, ...followed(before, level), far: 0 } };
  // The model alone can tell a far voice from noise.
  if (p === null || before.far + 1 < FAR_BLOCKS) {
    return { judged: 'off', learned: { ...learned, far: p === null ? 0 : before.far + 1 } };
  }
  return { judged: 'on', learned: { ...learned, voiceLevel: Math.max(...recent), far: 0 } };
}

/** The mean power of the voice, so that its loud moments count. */
function followed(before: SpeechState, level: number): Pick<SpeechState, 'voiceLevel' | 'known'> {
  if (before.voiceLevel === null) return { voiceLevel: level, known: 1 };
  const rate = level > before.voiceLevel ? LOUDER : SOFTER;
  const share = before.known < LEARNED ? 1 / (before.known + 1) : rate;
  const power = 10 ** (before.voiceLevel / 10);
  return { voiceLevel: decibels(power + (10 ** (level / 10) - power) * share), known: before.known + 1 };
}

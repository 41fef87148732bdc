/**
 * Which of the microphone's sound goes out: only speech does, with what came just before it and a little after. While
 * it is the interviewer's turn, speech is held until it is known to be an answer. Pure.
 */
import { FRAME_MS, MIC_RATE } from '../../../../durable-objects/interview/protocol-sound.ts';

/** Half a second before a voice; it is found a little after it began. */
const BEFORE_MS = 600;
/** A pause shorter than this stays in one stretch. */
const AFTER_MS = 500;
/** So much of a pause goes out at once. The rest waits for what follows: in it a voice may have begun unnoticed. */
const TAIL_MS = 200;
/** On a busy device it is known late whether somebody speaks; it is not waited for longer than this. */
const VERDICT_MS = 1500;
/** Who spoke this long before the interviewer's last word was over has begun to answer. */
const BEGUN_MS = 1500;
/** Held for longer than this, the beginning is let go. */
const HELD_MS = 12_000;
const FRAME_SAMPLES = (MIC_RATE * FRAME_MS) / 1000;

export interface Piece {
  /** Place of the first sample on the session's clock. */
  timeMs: number;
  pcm: Int16Array;
}

export interface GateFrame extends Piece {
  seq: number;
  stretch: number;
  last: boolean;
}

export interface Gate {
  /** Heard and not sent: what stands before a voice, or is held, or does not yet fill a frame. */
  pieces: readonly Piece[];
  /** The stretch that goes out, named after its first frame; and the place of its next one. */
  open: { stretch: number; timeMs: number } | null;
  speaking: boolean;
  /** When the last voice ended. */
  quietMs: number;
  /** Up to here it is known whether somebody spoke. */
  judgedMs: number;
  /** It is the candidate's turn: a voice is an answer. */
  theirs: boolean;
  /** The number that the next frame gets. */
  next: number;
}

export type GateInput =
  | { type: 'sound'; piece: Piece }
  | { type: 'voice'; on: boolean; atMs: number }
  /** All sound up to here has been listened to for a voice. */
  | { type: 'judged'; atMs: number }
  /** Off ends what goes out. */
  | { type: 'theirs'; on: boolean }
  /** What is held was no answer. */
  | { type: 'drop' }
  /** The session has frames up to here, some maybe from before this page was loaded. */
  | { type: 'taken'; seq: number };

export interface GateStep {
  gate: Gate;
  frames: GateFrame[];
}

export const SHUT_GATE: Gate = {
  pieces: [],
  open: null,
  speaking: false,
  quietMs: Number.NEGATIVE_INFINITY,
  judgedMs: Number.NEGATIVE_INFINITY,
  theirs: false,
  next: 1,
};

export function gateStep(gate: Gate, input: GateInput): GateStep {
  switch (input.type) {
    case 'sound':
      return heard({ ...gate, pieces: [...gate.pieces, input.piece] });
    case 'voice':
      if (input.on) return heard({ ...gate, speaking: true });
      return still({ ...gate, speaking: false, quietMs: input.atMs });
    case 'judged':
      return still({ ...gate, judgedMs: input.atMs });
    case 'theirs': {
      if (!input.on) return shut({ ...gate, theirs: false }, []);
      if (gate.theirs) return still(gate);
      const next = { ...gate, theirs: true };
      return voiced(gate, BEGUN_MS) ? letOut(next) : still(next);
    }
    case 'drop':
      return still({ ...gate, pieces: [] });
    case 'taken':
      return still({ ...gate, next: Math.max(gate.next, input.seq + 1) });
  }
}

function still(gate: Gate): GateStep {
  return { gate, frames: [] };
}

function heard(gate: Gate): GateStep {
  if (gate.open !== null) return goesOn(gate) ? letOut(gate) : shut(gate, newest(parted(gate).held, BEFORE_MS));
  if (gate.theirs && gate.speaking) return letOut(gate);
  const ms = voiced(gate, BEGUN_MS) ? HELD_MS : BEFORE_MS;
  return still({ ...gate, pieces: newest(gate.pieces, ms) });
}

/** Whole frames of what is there go out. */
function letOut(gate: Gate): GateStep {
  const { out, held } = parted(gate);
  const first = out[0];
  if (first === undefined) return still(gate);
  const open = gate.open ?? { stretch: gate.next, timeMs: first.timeMs };
  const { frames, rest } = framed(out, open, gate.next);
  const timeMs = open.timeMs + frames.length * FRAME_MS;
  const pieces = [{ timeMs, pcm: rest }, ...held];
  return { gate: { ...gate, pieces, open: { ...open, timeMs }, next: gate.next + frames.length }, frames };
}

/** The stretch ends with what is left of it, be it nothing. */
function shut(gate: Gate, pieces: readonly Piece[]): GateStep {
  if (gate.open === null) return still(gate);
  const { frames, rest } = framed(parted(gate).out, gate.open, gate.next);
  const timeMs = gate.open.timeMs + frames.length * FRAME_MS;
  const seq = gate.next + frames.length;
  frames.push({ timeMs, pcm: rest, seq, stretch: gate.open.stretch, last: true });
  return { gate: { ...gate, pieces, open: null, next: seq + 1 }, frames };
}

/** What belongs to the voice, and what of the pause after it is held. */
function parted({ pieces, speaking, quietMs }: Gate): { out: readonly Piece[]; held: readonly Piece[] } {
  const late = pieces.findIndex((piece) => !speaking && endOf([piece]) > quietMs + TAIL_MS);
  return late < 0 ? { out: pieces, held: [] } : { out: pieces.slice(0, late), held: pieces.slice(late) };
}

function framed(pieces: readonly Piece[], open: NonNullable<Gate['open']>, next: number) {
  const pcm = joined(pieces);
  const frames: GateFrame[] = [];
  for (let at = 0; at + FRAME_SAMPLES <= pcm.length; at += FRAME_SAMPLES) {
    frames.push({
      timeMs: open.timeMs + frames.length * FRAME_MS,
      pcm: pcm.subarray(at, at + FRAME_SAMPLES),
      seq: next + frames.length,
      stretch: open.stretch,
      last: false,
    });
  }
  return { frames, rest: pcm.subarray(frames.length * FRAME_SAMPLES) };
}

function joined(pieces: readonly Piece[]): Int16Array {
  const all = new Int16Array(pieces.reduce((sum, { pcm }) => sum + pcm.length, 0));
  let at = 0;
  for (const { pcm } of pieces) {
    all.set(pcm, at);
    at += pcm.length;
  }
  return all;
}

function newest(pieces: readonly Piece[], ms: number): readonly Piece[] {
  const end = endOf(pieces);
  return pieces.filter(({ timeMs }) => timeMs >= end - ms);
}

/** A voice that begins in the pause may not be known yet: its word would be cut in two. */
function goesOn(gate: Gate): boolean {
  const knownMs = Math.max(gate.judgedMs, endOf(gate.pieces) - VERDICT_MS);
  return gate.speaking || knownMs - gate.quietMs <= AFTER_MS;
}

/** Somebody speaks, or did a moment ago. */
function voiced(gate: Gate, ms: number): boolean {
  return gate.speaking || endOf(gate.pieces) - gate.quietMs <= ms;
}

function endOf(pieces: readonly Piece[]): number {
  const last = pieces.at(-1);
  return last === undefined ? Number.POSITIVE_INFINITY : last.timeMs + (last.pcm.length * 1000) / MIC_RATE;
}

/** Plays a set of turns to a rule for their end, and counts who was cut off and how long the others waited. */

import { type TurnSoFar, turnVerdict } from '../../../web/candidate/speech/end-of-turn-rules.ts';
import { ending } from '../../../web/candidate/speech/ending-rules.ts';
import { BLOCK_MS } from '../../../web/candidate/speech/vad/silero-rules.ts';
import type { HeardBlock } from './heard.ts';
import type { Played } from './played.ts';
import type { Caption } from './recogniser.ts';

export interface Turn {
  played: Played;
  heard: HeardBlock[];
  captions: Caption[];
  marked: boolean;
}

/** What a rule is asked at each block. */
export interface Moment {
  silenceMs: number;
  text: string;
  captionAgeMs: number | null;
}

export type Rule = (moment: Moment, turn: Turn) => boolean;

export interface Outcome {
  turn: Turn;
  /** Pauses that it took for the end. */
  cuts: number[];
  /** From the last sound of the voice, whether or not it was cut before. */
  waitMs: number;
}

export function productRule(setting: Partial<TurnSoFar> = {}): Rule {
  return (moment, { played, marked }) =>
    turnVerdict({
      ...moment,
      ...{ language: played.script.language, marked, patience: 'normal', waitLonger: false, thinking: false },
      ...{ detector: 'model', ...setting },
    }) === 'over';
}

/** The plain detection of silence that most agents ship. */
export function silenceRule(overMs: number): Rule {
  return ({ silenceMs }) => silenceMs >= overMs;
}

/** Nobody waits longer: the sound ends before, and silence is taken to go on. */
const LONGEST_MS = 6000;

export function outcomeOf(turn: Turn, rule: Rule): Outcome {
  const { spoken } = turn.played;
  const endMs = spoken.at(-1)?.endMs ?? 0;
  const cuts = new Set<number>();
  let quietMs: number | null = null;
  let speaking = false;
  let shown = -1;
  for (let at = 0; ; at += 1) {
    const atMs = (at + 1) * BLOCK_MS;
    if (atMs > endMs + LONGEST_MS) return { turn, cuts: [...cuts], waitMs: LONGEST_MS };
    const event = turn.heard[at]?.event;
    if (event?.kind === 'started') [speaking, quietMs] = [true, null];
    if (event?.kind === 'ended') [speaking, quietMs] = [false, event.quietMs];
    while ((turn.captions[shown + 1]?.atMs ?? Number.POSITIVE_INFINITY) <= atMs) shown += 1;
    if (speaking || quietMs === null) continue;
    const caption = turn.captions[shown];
    const captionAgeMs = caption === undefined ? null : atMs - caption.atMs;
    if (!rule({ silenceMs: atMs - quietMs, text: caption?.text ?? '', captionAgeMs }, turn)) continue;
    if (atMs >= endMs) return { turn, cuts: [...cuts], waitMs: atMs - endMs };
    cuts.add(spoken.findLastIndex(({ endMs: pieceMs }) => pieceMs - 200 <= atMs));
  }
}

export interface Figures {
  /** Share of turns cut at least once, and of pauses taken for the end. */
  turnsCut: number;
  pausesCut: number;
  medianMs: number;
  p90Ms: number;
}

export function figuresOf(outcomes: Outcome[]): Figures {
  const waits = outcomes.map(({ waitMs }) => waitMs).sort((a, b) => a - b);
  const pauses = outcomes.reduce((sum, { turn }) => sum + turn.played.script.pausesMs.length, 0);
  return {
    turnsCut: outcomes.filter(({ cuts }) => cuts.length > 0).length / outcomes.length,
    pausesCut: outcomes.reduce((sum, { cuts }) => sum + cuts.length, 0) / pauses,
    medianMs: Math.round(waits[Math.floor(waits.length / 2)] ?? 0),
    p90Ms: Math.round(waits[Math.floor(waits.length * 0.9)] ?? 0),
  };
}

/** Why a turn was cut or waited, to read. */
export function told({ turn, cuts, waitMs }: Outcome): string {
  const { script } = turn.played;
  const texts = cuts.map((at) => `${script.pausesMs[at]} ms after “${script.pieces[at]}”`);
  const whole = script.pieces.join(' ');
  return `${script.name} (${script.kind}${turn.marked ? ', marked' : ''}): waited ${Math.round(waitMs)} ms, ${ending(whole, script.language, turn.marked)} ${texts.join('; ')}`;
}

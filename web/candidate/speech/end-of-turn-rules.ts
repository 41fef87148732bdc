/**
 * Whether the candidate's turn is over, from silence and from what was said. Silence alone is a timer: it either cuts
 * people who think or makes everybody wait. So a complete sentence needs a short silence and an open one a long one, and
 * without words the wait is long. Pure, and asked again every few blocks; {@link turnWaits} says when to ask.
 */
import { ending, writesStops } from './ending-rules.ts';
import type { SpokenLanguage } from './spoken-rules.ts';

export interface TurnSoFar {
  /** Since the voice fell silent (`quietMs` of speech-rules.ts); 0 while it sounds. */
  silenceMs: number;
  /** What was said in this turn as far as the recogniser has it; '' when it has nothing (yet). */
  text: string;
  language: SpokenLanguage;
  /**
   * This recogniser has been seen to write full stops in this interview (`writesStops` of ending-rules.ts). Without it
   * only the text of this turn tells.
   */
  marked?: boolean;
  /**
   * The last stretch of speech has no words yet, as with a recogniser that hears it whole: the text is of what was said
   * before, and tells nothing of how this ends.
   */
  behind?: boolean;
  /** The plan's setting. */
  patience: 'normal' | 'patient';
  /** The candidate's setting: more time, always. */
  waitLonger: boolean;
  /** They asked for time to think ("let me think", the button) and have not spoken since. */
  thinking: boolean;
  /** Since the last change of the text; null when there are no captions in this turn. */
  captionAgeMs: number | null;
  /** Loudness alone tells voice from noise: its silences are less sure. */
  detector: 'model' | 'energy';
}

/** 'maybe': a reply may be prepared, to be dropped if the voice comes back. */
export type TurnVerdict = 'wait' | 'maybe' | 'over';

/** Milliseconds of silence after which a turn is over. */
const OVER_MS = { complete: 700, likely: 760, unmarked: 1600, brief: 1200, short: 1300, open: 3000, unknown: 2000 };
/** The reply is prepared at this much silence, unless the sentence is open. */
const MAYBE_MS = 400;
/** The recogniser is still at work while its text is younger than this. */
const SETTLED_MS = 250;
const PATIENT = { times: 1.4, plusMs: 500 };
const LONGER = { times: 1.5, plusMs: 1000 };
/** The wait when they asked for time: from here on the server's clock decides. */
const THINKING_MS = 60_000;
/** Without the model a softly spoken word can pass for silence. */
const ENERGY_LEAST_MS = 2500;

/** The silences, in ms, at which the verdict becomes 'maybe' and 'over' if nothing changes. */
export function turnWaits(turn: Omit<TurnSoFar, 'silenceMs'>): { maybeMs: number; overMs: number } {
  if (turn.thinking) return { maybeMs: THINKING_MS, overMs: THINKING_MS };
  const known = turn.behind !== true;
  const kind = known ? ending(turn.text, turn.language, turn.marked ?? writesStops(turn.text)) : 'unknown';
  let overMs = OVER_MS[kind];
  if (turn.detector === 'energy') overMs = Math.max(overMs, ENERGY_LEAST_MS);
  if (turn.patience === 'patient') overMs = overMs * PATIENT.times + PATIENT.plusMs;
  if (turn.waitLonger) overMs = overMs * LONGER.times + LONGER.plusMs;
  return { maybeMs: kind === 'open' ? overMs / 2 : Math.min(overMs, MAYBE_MS), overMs };
}

export function turnVerdict(turn: TurnSoFar): TurnVerdict {
  const { maybeMs, overMs } = turnWaits(turn);
  const settled = turn.captionAgeMs === null || turn.captionAgeMs >= SETTLED_MS;
  if (turn.silenceMs >= overMs && settled) return 'over';
  return turn.silenceMs >= maybeMs && turn.silenceMs > 0 ? 'maybe' : 'wait';
}

/**
 * What happens when the candidate makes a sound while the interviewer speaks. In two stages: the voice is ducked at the
 * first sound of speech, and stops when speech goes on. A cough, a key or an "mm-hm" must not cost the sentence: when
 * no words follow, the voice goes on where it stopped. Pure: give each event in turn to {@link bargeIn}.
 */

import type { Voice } from './speech-rules.ts';
import { isBackchannel, type SpokenLanguage } from './spoken-rules.ts';

export type BargeInEvent =
  /** A voice begins to sound. `endsAtMs` is where it will end, when that is known; say it again when it changes. */
  | { kind: 'interviewer'; speaking: true; endsAtMs: number | null }
  /** It has been said to its end. */
  | { kind: 'interviewer'; speaking: false; atMs: number }
  /** A block of the microphone, as speech-rules.ts judges it. */
  | { kind: 'block'; voice: Voice; atMs: number }
  /** Words heard since this sound began, whole so far: a later guess replaces an earlier one. */
  | { kind: 'words'; text: string; atMs: number };

export type BargeInAction =
  /** Softer, and back to full. */
  | 'duck'
  | 'unduck'
  /** Hold the voice here, with the rest kept; and go on with it. */
  | 'stop'
  | 'resume'
  /** The turn is the candidate's: the rest will not be said, and sound from `keepFromMs` on belongs to the answer. */
  | 'take-floor';

export interface BargeInState {
  language: SpokenLanguage;
  /** 'idle' while the interviewer is silent: there is nothing to interrupt. */
  phase: 'idle' | 'speaking' | 'ducked' | 'stopped';
  endsAtMs: number | null;
  /** The last sound of speech: its beginning, its last block, and how much of it was voice. */
  onsetMs: number | null;
  voiceMs: number | null;
  voicedMs: number;
  words: string;
  /** Once the floor is taken: from where on sound belongs to the answer. */
  keepFromMs: number | null;
}

const BLOCK_MS = 32;
/** As much voice as a stop needs: a key or a click has less, and a person is not made to wait. */
const STOPS_MS = 10 * BLOCK_MS;
/** A gap inside a word or between two. */
const GAP_MS = 200;
/** Whoever speaks this long has something to say, whatever the recogniser makes of it. */
const TAKES_MS = 1000;
/** How long words may be late: after a silence of this length the voice goes on. */
const WORDLESS_MS = 1500;
/** An "mm-hm" needs no such patience: only time for a word that follows it. */
const BACKCHANNEL_MS = 600;
/** Words that come later than that still belong to the sound before the voice went on. */
const LATE_MS = 3000;
/** So near the end the candidate answers and does not interrupt. */
const TAIL_MS = 700;
/** Less voice than this is a click. */
const CLICK_MS = 3 * BLOCK_MS;
/** A recogniser needs the breath before the first word. */
const PRE_ROLL_MS = 500;

const NOTHING_HEARD = { onsetMs: null, voiceMs: null, voicedMs: 0, words: '' };

/** Before the interviewer's first word. */
export function quietRoom(language: SpokenLanguage): BargeInState {
  return { language, phase: 'idle', endsAtMs: null, keepFromMs: null, ...NOTHING_HEARD };
}

interface Step {
  state: BargeInState;
  actions: BargeInAction[];
}

export function bargeIn(state: BargeInState, event: BargeInEvent): Step {
  switch (event.kind) {
    case 'interviewer':
      return event.speaking ? begun(state, event.endsAtMs) : said(state, event.atMs);
    case 'words':
      return worded({ ...state, words: event.text }, event.atMs);
    case 'block':
      return event.voice === 'none' ? quiet(state, event.atMs) : voiced(state, event.atMs, event.voice);
  }
}

function begun(state: BargeInState, endsAtMs: number | null): Step {
  if (state.phase !== 'idle') return { state: { ...state, endsAtMs }, actions: [] };
  return { state: { ...state, ...NOTHING_HEARD, phase: 'speaking', endsAtMs, keepFromMs: null }, actions: [] };
}

/** The voice came to its end: what was said over its last words is the beginning of the answer. */
function said(state: BargeInState, atMs: number): Step {
  if (state.phase === 'idle') return { state, actions: [] };
  const inTail = state.onsetMs !== null && state.onsetMs >= atMs - TAIL_MS && state.voicedMs >= CLICK_MS;
  const stillSpeaks = state.voiceMs !== null && atMs - state.voiceMs <= GAP_MS;
  if (inTail || stillSpeaks) return taken(state);
  return { state: { ...state, phase: 'idle' }, actions: state.phase === 'ducked' ? ['unduck'] : [] };
}

function voiced(state: BargeInState, atMs: number, voice: Voice): Step {
  const goesOn = state.voiceMs !== null && (state.phase === 'stopped' || atMs - state.voiceMs <= GAP_MS);
  const heard = goesOn ? state : { ...state, ...NOTHING_HEARD };
  const next: BargeInState = {
    ...heard,
    onsetMs: heard.onsetMs ?? atMs - BLOCK_MS,
    voiceMs: atMs,
    voicedMs: heard.voicedMs + BLOCK_MS,
  };
  switch (state.phase) {
    case 'idle':
      return { state, actions: [] };
    case 'speaking':
      return { state: { ...next, phase: 'ducked' }, actions: ['duck'] };
    case 'ducked': {
      const answers = next.endsAtMs !== null && (next.onsetMs ?? atMs) >= next.endsAtMs - TAIL_MS;
      if (answers || voice !== 'speech' || next.voicedMs < STOPS_MS) return { state: next, actions: [] };
      return worded({ ...next, phase: 'stopped' }, atMs, ['stop']);
    }
    case 'stopped':
      return next.voicedMs >= TAKES_MS && !isBackchannel(next.words, next.language)
        ? taken(next)
        : { state: next, actions: [] };
  }
}

function quiet(state: BargeInState, atMs: number): Step {
  const quietMs = atMs - (state.voiceMs ?? atMs);
  if (state.phase === 'ducked' && quietMs > GAP_MS) {
    return { state: { ...state, phase: 'speaking' }, actions: ['unduck'] };
  }
  const patienceMs = isBackchannel(state.words, state.language) ? BACKCHANNEL_MS : WORDLESS_MS;
  if (state.phase !== 'stopped' || quietMs < patienceMs) return { state, actions: [] };
  // Where the voice will end now is for the caller to say.
  return { state: { ...state, phase: 'speaking', endsAtMs: null }, actions: ['resume', 'unduck'] };
}

/** Words, where the last sound was the candidate's: late ones too, unless they can only be an echo of the voice. */
function worded(state: BargeInState, atMs: number, actions: BargeInAction[] = []): Step {
  const says = state.words.trim() !== '' && !isBackchannel(state.words, state.language);
  const own = state.voiceMs !== null && atMs - state.voiceMs <= LATE_MS;
  if (!says || !own || state.phase === 'idle') return { state, actions };
  const answers = state.endsAtMs !== null && (state.onsetMs ?? atMs) >= state.endsAtMs - TAIL_MS;
  // The last words may be said to their end; the answer is kept from its beginning.
  if (answers && state.phase !== 'stopped') return { state, actions };
  const step = taken(state);
  return { ...step, actions: [...actions, ...(state.phase === 'stopped' ? [] : ['stop' as const]), ...step.actions] };
}

function taken(state: BargeInState): Step {
  const keepFromMs = Math.max(0, (state.onsetMs ?? 0) - PRE_ROLL_MS);
  return { state: { ...state, phase: 'idle', keepFromMs }, actions: ['take-floor'] };
}

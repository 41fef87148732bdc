/** What a line of the Live API can do wrong: at its opening, and in the middle of an answer. */
import type { Fault } from '../faults.ts';
import { WRONG_KEY } from './words.ts';

export type Ending =
  | { kind: 'close'; code: number; reason: string }
  | { kind: 'raw'; text: string }
  /** The line breaks without a word. */
  | { kind: 'break' }
  /** Nothing more comes. */
  | { kind: 'silence' };

const close = (code: number, reason: string): Ending => ({ kind: 'close', code, reason });
const raw = (text: string): Ending => ({ kind: 'raw', text });
const BUSY = close(1011, 'Resource has been exhausted (e.g. check quota).');
const INTERNAL = close(1011, 'Internal error encountered.');

const ENDINGS: Partial<Record<Fault, Ending>> = {
  busy: BUSY,
  'busy-with-wait': BUSY,
  quota: close(1011, 'You exceeded your current quota, please check your plan and billing details.'),
  broken: INTERNAL,
  overloaded: close(1011, 'The service is currently unavailable.'),
  'wrong-key': close(1007, WRONG_KEY),
  'close-1007': close(1007, 'Request contains an invalid argument.'),
  'close-1008': close(1008, 'Operation is not implemented, or supported, or enabled.'),
  'close-1011': INTERNAL,
  'broken-line': { kind: 'break' },
  silence: { kind: 'silence' },
  html: raw('<!doctype html><title>Welcome to the network</title><p>Sign in to go on.'),
  'wrong-schema': raw('{"serverContent":"fine"}'),
  cut: raw('{"serverContent":{"modelTurn":{"parts":[{"inlineData":{"mimeType":"audio/pcm;ra'),
  empty: raw(''),
};

/** How the fault ends the line; null when the line lives on with it. */
export function endingOf(fault: Fault | null): Ending | null {
  return fault === null ? null : (ENDINGS[fault] ?? null);
}

/** A service that trickles sends a frame in this time. */
export const TRICKLE_MS = 1000;

/** What holds now of what was agreed to and taken back: the newest entry of each purpose. Pure. */

export type Purpose = 'interview' | 'recording' | 'analytics';
export const PURPOSES: readonly Purpose[] = ['interview', 'recording', 'analytics'];

export interface ConsentEntry {
  purpose: Purpose;
  given: boolean;
  at: Date;
}

export type ConsentState = Record<Purpose, boolean>;

/** Entries in the order in which they were made; none means no. */
export function consentState(entries: ConsentEntry[]): ConsentState {
  const state: ConsentState = { interview: false, recording: false, analytics: false };
  for (const entry of entries) state[entry.purpose] = entry.given;
  return state;
}

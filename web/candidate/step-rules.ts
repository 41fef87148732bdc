/** Which page comes now. Where the interview stands says more than where the person was. Pure. */

export type Step = 'welcome' | 'code' | 'consent' | 'check' | 'practice' | 'room' | 'done' | 'data';

/** Pages a person walks by choice; all others follow from the state. */
export type Chosen = 'welcome' | 'code' | 'check' | 'practice' | 'room';

export interface Standing {
  signedIn: boolean;
  state: string;
  consented: boolean;
  started: boolean;
}

const OVER = new Set([
  'to-decide',
  'on-hold',
  'next-round',
  'declined',
  'withdrawn',
  'human-requested',
  'expired',
  'scoring',
]);

export function stepOf(standing: Standing, chosen: Chosen): Step {
  if (!standing.signedIn) return chosen === 'code' ? 'code' : 'welcome';
  if (OVER.has(standing.state)) return 'done';
  if (!standing.consented) return 'consent';
  if (standing.started) return 'room';
  return chosen === 'practice' || chosen === 'room' ? chosen : 'check';
}

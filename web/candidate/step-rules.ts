/** Which page comes now. Where the interview stands says more than where the person was. Pure. */

export type Step = 'welcome' | 'code' | 'consent' | 'check' | 'practice' | 'back' | 'room' | 'done' | 'data';

/** Pages a person walks by choice; all others follow from the state. */
export type Chosen = 'welcome' | 'code' | 'check' | 'practice' | 'room';

export interface Standing {
  signedIn: boolean;
  state: string;
  consented: boolean;
  started: boolean;
}

/** A page that is loaded again in the middle of writing goes on there; who spoke says first that they are back. */
export function chosenAgain(
  before: unknown,
  { reloaded, mode }: { reloaded: boolean; mode: 'voice' | 'text' },
): Chosen {
  return reloaded && mode === 'text' && before === 'room' ? 'room' : 'welcome';
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
  // Nothing is opened, and no clock runs, before the person says that they go on.
  if (standing.started && standing.state === 'in-interview' && chosen !== 'room') return 'back';
  if (standing.started) return 'room';
  return chosen === 'practice' || chosen === 'room' ? chosen : 'check';
}

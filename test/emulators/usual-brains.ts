/** What emulators hear, say and think with unless a test brings its own. */
import type { Brains } from './brains.ts';
import { hear } from './ears/ears.ts';
import { judged } from './judge.ts';
import { think } from './think.ts';
import { speakAloud } from './voice.ts';

export const USUAL_BRAINS: Brains = {
  ears: hear,
  voice: speakAloud,
  think: async (thought) => judged(thought) ?? (await think(thought)),
};

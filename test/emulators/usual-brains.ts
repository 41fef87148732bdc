/** What emulators hear, say and think with unless a test brings its own. */
import type { Brains } from './brains.ts';
import { usualLibrary } from './ears/ears.ts';
import { listener, recognise } from './ears/listener.ts';
import { think } from './think.ts';
import { speakAloud } from './voice.ts';

export const USUAL_BRAINS: Brains = {
  ears: async (pcm) => recognise(await usualLibrary(), pcm),
  listen: async () => listener(await usualLibrary()),
  voice: speakAloud,
  think,
};

/** Gemini's API as we use it, strictly, by Google's own descriptors: answers, streams, sound, and Live over a socket. */
import type { Brains } from '../brains.ts';
import type { Emulator } from '../door.ts';
import { generateRoutes } from './generate.ts';
import { LIVE, type LiveOptions, openLive } from './live.ts';
import { afterwards } from './live-hearing.ts';
import type { Kept } from './live-model.ts';
import { faultAnswer, noKey, nowhere, wrongKey } from './words.ts';

/** Keys that this emulator takes. */
const KEY = /^AIza[\w-]+$/;

const MINUTE_MS = 60_000;

/** Faults and delays are set for `model`, `ears`, `voice`, `live` (its opening) and `live-turn` (each answer in it). */
export function geminiEmulator(brains: Brains, options: Partial<LiveOptions> = {}): Emulator {
  const live: LiveOptions = {
    recogniser: () => afterwards(brains.ears),
    connectionMs: 10 * MINUTE_MS,
    leavesMs: MINUTE_MS,
    ...options,
  };
  const kept: Kept = new Map();
  return {
    secrets: ['x-goog-api-key'],
    key({ headers, query }) {
      const key = headers['x-goog-api-key'] ?? query.get('key') ?? '';
      return KEY.test(key) ? key : null;
    },
    noKey: ({ headers, query }) => ((headers['x-goog-api-key'] ?? query.get('key')) === null ? noKey() : wrongKey()),
    nowhere,
    refuse: faultAnswer,
    routes: generateRoutes(brains),
    sockets: { at: 'live', path: LIVE, open: (line) => openLive(line, brains, kept, live) },
  };
}

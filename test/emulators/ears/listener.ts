/** Ears: words of known texts in a sound, as it comes. What was said once is not taken back. */

import { finder } from './finder.ts';
import { fingerprinter } from './fingerprint.ts';
import { type HeardWord, heardWords } from './heard-words.ts';
import type { Library } from './library.ts';
import { follow, openRun, type Run } from './run.ts';
import { Trace } from './trace.ts';

/** A word is told when so much more was heard that nothing can change it (0.4 s). */
const SETTLED = 25;
/** Shifts so near each other are one place. */
const NEAR = 3;
/** Two readings of one word lie closer together than two words. */
const OVERLAP = 4;

export interface Listener {
  /** More sound: 16 kHz mono. */
  push(pcm: Int16Array): void;
  /** All words so far, in order. */
  text(): string;
  /** The sound is over: all words. */
  end(): string;
}

export function listener(library: Library): Listener {
  const hearing = fingerprinter();
  const trace = new Trace(library);
  const places = finder(library);
  const runs: Run[] = [];
  const said: HeardWord[] = [];

  function take(): void {
    const at = trace.frames.length - 1;
    const frame = trace.frames[at];
    if (frame === undefined) return;
    for (const run of runs) if (run.open) follow(trace, run, at);
    for (const shift of places.find(frame, at)) {
      const text = library.texts.find((one) => at + shift >= one.from && at + shift < one.to);
      const known = runs.some((run) => run.open && run.text === text && Math.abs(run.shift - shift) <= NEAR);
      if (text !== undefined && !known) runs.push(openRun(trace, text, shift, at));
    }
  }

  function settle(ended: boolean): void {
    const now = trace.frames.length;
    for (const word of heardWords(trace, runs, ended)) {
      const last = said.at(-1);
      if (last !== undefined && word.from < last.to - OVERLAP) continue;
      // A word that its voice runs into the one before has no length of its own to overlap.
      if (last?.from === word.from && last.to === word.to) continue;
      if (ended || word.to + SETTLED <= now) said.push(word);
    }
  }

  function hear(frames: ReturnType<typeof hearing.push>): void {
    for (const frame of frames) {
      trace.frames.push(frame);
      take();
    }
  }

  const told = () => said.map((word) => word.text).join(' ');
  return {
    push(pcm) {
      hear(hearing.push(pcm));
      settle(false);
    },
    text: told,
    end() {
      hear(hearing.end());
      settle(true);
      return told();
    },
  };
}

/** All words in a whole sound. */
export function recognise(library: Library, pcm: Int16Array): string {
  const ears = listener(library);
  ears.push(pcm);
  return ears.end();
}

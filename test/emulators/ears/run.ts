/** A run: a time during which what is heard lies beside one text of the library at one shift. */
import type { Library } from './library.ts';
import type { Trace } from './trace.ts';

/** The fit is judged over so many moments that say something. */
const WINDOW = 16;
const BROKEN = 0.42;

export interface Run {
  /** Where the text stands in the library. */
  text: Library['texts'][number];
  shift: number;
  /** Heard frames, the second one no longer in it. */
  from: number;
  to: number;
  open: boolean;
  /** How much better than chance it fits, summed over its moments. */
  evidence: number;
  /** Moments that say something. */
  moments: number;
  recent: number[];
}

/** The run that a fit at `at` belongs to, followed back to where it began; from there `follow` goes on. */
export function openRun(trace: Trace, text: Run['text'], shift: number, at: number): Run {
  const run: Run = { text, shift, from: at, to: at + 1, open: true, evidence: 0, moments: 0, recent: [] };
  const first = Math.max(0, text.from - shift);
  const back: number[] = [];
  for (let earlier = at; earlier >= first; earlier -= 1) {
    const wrong = trace.wrong(earlier, shift);
    if (wrong === null) continue;
    note(back, wrong);
    if (unfitting(back)) return run;
    run.from = earlier;
    add(run, wrong);
  }
  // The first moments of a sound that begins inside a text say nothing yet, but they are its sound.
  run.from = first;
  return run;
}

/** The next moment; the run closes when it no longer fits or its text is over. */
export function follow(trace: Trace, run: Run, at: number): void {
  const wrong = trace.wrong(at, run.shift);
  if (wrong !== null) note(run.recent, wrong);
  if (at + run.shift >= run.text.to || unfitting(run.recent)) {
    run.open = false;
  } else if (wrong !== null) {
    run.to = at + 1;
    add(run, wrong);
  }
}

function note(list: number[], wrong: number): void {
  list.push(wrong);
  if (list.length > WINDOW) list.shift();
}

function unfitting(list: readonly number[]): boolean {
  return list.length === WINDOW && list.reduce((sum, one) => sum + one, 0) > WINDOW * BROKEN;
}

function add(run: Run, wrong: number): void {
  run.evidence += 0.5 - wrong;
  run.moments += 1;
}

/** A run: a time during which what is heard lies beside one text of the library at one shift. */
import type { Library } from './library.ts';
import type { Trace } from './trace.ts';

/** The fit is judged over so many moments that say something. */
const WINDOW = 16;
const BROKEN = 0.42;
/** A run's ends are where it stops to fit better than this. */
const FITTING = 0.36;

/** A moment that says something, and the share of its bits that is wrong. */
interface Moment {
  at: number;
  wrong: number;
}

export interface Run {
  /** Where the text stands in the library. */
  text: Library['texts'][number];
  shift: number;
  open: boolean;
  /** In order. */
  moments: Moment[];
  /** The sound begins inside the text: its first moments say nothing yet, but they are its sound. */
  fromStart: boolean;
  /** Of its moments, how many were found by looking back. */
  before: number;
}

/** The run that a fit at `at` belongs to, followed back to where it began; from there `follow` goes on. */
export function openRun(trace: Trace, text: Run['text'], shift: number, at: number): Run {
  const back: Moment[] = [];
  let fromStart = true;
  for (let earlier = at; earlier >= Math.max(0, text.from - shift); earlier -= 1) {
    const wrong = trace.wrong(earlier, shift);
    if (wrong === null) continue;
    back.push({ at: earlier, wrong });
    if (!unfitting(back)) continue;
    fromStart = false;
    break;
  }
  return { text, shift, open: true, moments: back.reverse(), fromStart, before: back.length };
}

/** The next moment; the run closes when it no longer fits or its text is over. */
export function follow(trace: Trace, run: Run, at: number): void {
  const wrong = trace.wrong(at, run.shift);
  if (wrong !== null) run.moments.push({ at, wrong });
  if (at + run.shift >= run.text.to || unfitting(run.moments.slice(Math.max(run.before, run.moments.length - WINDOW))))
    run.open = false;
}

/** The part of a run that fits: heard frames, the second one no longer in it; and how much better than chance, in all. */
export interface Extent {
  from: number;
  to: number;
  evidence: number;
  moments: number;
}

export function extentOf({ moments, fromStart, text, shift }: Run): Extent {
  const first = worstEnd(moments.map(({ wrong }) => wrong));
  const last = moments.length - worstEnd(moments.map(({ wrong }) => wrong).reverse());
  const kept = moments.slice(first, Math.max(first, last));
  const begin = first === 0 && fromStart ? Math.max(0, text.from - shift) : (kept[0]?.at ?? 0);
  return {
    from: begin,
    to: (kept.at(-1)?.at ?? begin - 1) + 1,
    evidence: kept.reduce((sum, { wrong }) => sum + 0.5 - wrong, 0),
    moments: kept.length,
  };
}

/** How many at the beginning are to be left out, so that what is left out is as bad as can be. */
function worstEnd(wrong: readonly number[]): number {
  let [sum, worst, count] = [0, 0, 0];
  for (const [index, one] of wrong.entries()) {
    sum += one - FITTING;
    if (sum > worst) [worst, count] = [sum, index + 1];
  }
  return count;
}

function unfitting(list: readonly Moment[]): boolean {
  const recent = list.slice(-WINDOW);
  return recent.length === WINDOW && recent.reduce((sum, { wrong }) => sum + wrong, 0) > WINDOW * BROKEN;
}

/** One judgement from several runs: the level in their middle, how far they lie apart, and whether a person must look. Pure. */
import type { Judged } from './scorecard-shape.ts';

/** Runs that lie further apart than this do not agree. */
const APART = 1;

/** @param all at least one, of the same criterion; what already needs a person could not be read and has no say */
export function agreed(all: readonly [Judged, ...Judged[]]): Judged {
  const [first, ...others] = all.filter(({ needsPerson }) => needsPerson !== true);
  if (first === undefined) return { ...all[0], spread: 0 };
  const one = together([first, ...others]);
  // What only a minority of the runs could be read for is not agreed on.
  return (others.length + 1) * 2 > all.length ? one : { ...one, confidence: 'low', needsPerson: true };
}

function together(runs: readonly [Judged, ...Judged[]]): Judged {
  const levels = runs.flatMap(({ level }) => (level === null ? [] : [level])).sort((a, b) => a - b);
  const silent = runs.length - levels.length;
  const lowest = levels[0] ?? 0;
  const spread = (levels.at(-1) ?? 0) - lowest;
  // Some saw enough and some did not: that is no agreement either.
  const needsPerson = spread > APART || (levels.length > 0 && silent > 0);
  if (silent * 2 >= runs.length) {
    const quiet = runs.find(({ level }) => level === null) ?? runs[0];
    return { ...quiet, confidence: silent === runs.length ? 'medium' : 'low', spread, needsPerson };
  }
  // The lower of two middles: a level in doubt is not given.
  const middle = levels[Math.floor((levels.length - 1) / 2)] ?? lowest;
  const like = runs.filter(({ level }) => level === middle);
  const [first] = like;
  if (first === undefined) return { ...runs[0], spread, needsPerson };
  const confidence = needsPerson ? 'low' : spread === 0 ? 'high' : 'medium';
  const most = like.reduce((best, run) => (run.quotes.length > best.quotes.length ? run : best), first);
  return { ...most, confidence, spread, needsPerson };
}

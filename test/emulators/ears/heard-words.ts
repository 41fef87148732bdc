/** Which words of the texts were heard, from the runs: the run with the most evidence owns its time. */
import type { KnownWord } from './library.ts';
import { type Extent, extentOf, type Run } from './run.ts';
import type { Trace } from './trace.ts';

/** Evidence that a run needs, about a second of sound, so that two common words in a row are not yet a sentence. */
const ENOUGH = 18;
/** So much of a short sound, or of a short text, is enough as well when it fits so well. */
const NEARLY_ALL = 0.8;
const FITS_WELL = 0.25;
/** Share of a word's moments that must be there, and how badly it may fit: with a little around it, and by itself. */
const PRESENT = 0.6;
const AROUND = 10;
const FITS_AROUND = 0.38;
const FITS_ALONE = 0.43;
const TELLING = 8;
/** A run's edges are only so sharp. */
const EDGE = 3;

/** So many words may be lost between two that are heard, if there is sound for at least this share of their length. */
const HIDDEN = 8;
const ROOM = 0.6;
/** A small word can be as quiet as a pause of so many frames (0.3 s). */
const SOFT = 19;

export interface HeardWord {
  text: string;
  from: number;
  to: number;
}

interface Found extends HeardWord {
  run: Run;
  /** Which word of its text. */
  index: number;
}

export function heardWords(trace: Trace, runs: readonly Run[], ended: boolean): HeardWord[] {
  const heard: Found[] = [];
  const owned: Extent[] = [];
  const counted = runs
    .map((run) => ({ run, extent: extentOf(run) }))
    .filter(({ run, extent }) => counts(trace, run, extent, ended))
    .sort((a, b) => b.extent.evidence - a.extent.evidence);
  for (const { run, extent } of counted) {
    for (const [index, word] of run.text.words.entries()) {
      const [from, to] = [word.from - run.shift, word.to - run.shift];
      const middle = (from + to) / 2;
      if (middle < extent.from - EDGE || middle >= extent.to + EDGE) continue;
      if (owned.some((time) => middle >= time.from && middle < time.to)) continue;
      if (present(trace, run, extent, word)) heard.push({ text: word.text, from, to, run, index });
    }
    owned.push(extent);
  }
  heard.sort((a, b) => a.from - b.from);
  return heard.flatMap((word, at) => [...between(trace, heard[at - 1], word), word]);
}

/** Words of one text that were lost where its sound stumbled or was joined, or are too soft to be told by themselves. */
function between(trace: Trace, before: Found | undefined, after: Found): HeardWord[] {
  if (before === undefined || before.run.text !== after.run.text) return [];
  const hidden = after.run.text.words
    .slice(before.index + 1, after.index)
    .map(({ text, from, to }) => ({ text, from: from - after.run.shift, to: to - after.run.shift }));
  const frames = trace.frames.slice(before.to, after.from);
  const quiet = frames.filter((frame) => !frame.loud).length;
  const needed = hidden.reduce((sum, { from, to }) => sum + to - from, 0) * ROOM;
  const fits = frames.length >= needed && frames.length <= needed / ROOM ** 2 + SOFT;
  const silent = quiet > SOFT && quiet > frames.length * (1 - PRESENT);
  return hidden.length > HIDDEN || !fits || silent ? [] : hidden;
}

function counts(trace: Trace, run: Run, { evidence, moments }: Extent, ended: boolean): boolean {
  if (evidence >= ENOUGH) return true;
  if (!ended || evidence < moments * (0.5 - FITS_WELL)) return false;
  const sound = trace.frames.filter((frame) => frame.loud && frame.whole).length;
  const text = trace.library.loud.subarray(run.text.from, run.text.to).reduce((sum, loud) => sum + loud, 0);
  return moments >= NEARLY_ALL * Math.min(sound, text);
}

function present(trace: Trace, run: Run, extent: Extent, word: KnownWord): boolean {
  let there = 0;
  let all = 0;
  for (let known = word.from; known < word.to; known += 1) {
    if (trace.library.loud[known] !== 1) continue;
    const at = known - run.shift;
    all += 1;
    if (at >= extent.from - EDGE && at < extent.to + EDGE && trace.frames[at]?.loud === true) there += 1;
  }
  if (there < all * PRESENT) return false;
  const alone = fitOf(trace, run, word.from, word.to);
  const around = fitOf(
    trace,
    run,
    Math.max(run.text.from, word.from - AROUND),
    Math.min(run.text.to, word.to + AROUND),
  );
  return around.share < FITS_AROUND && (alone.moments < TELLING || alone.share < FITS_ALONE);
}

function fitOf(trace: Trace, run: Run, from: number, to: number): { share: number; moments: number } {
  const wrong = Array.from({ length: to - from }, (_, k) => trace.wrong(from + k - run.shift, run.shift));
  const telling = wrong.filter((one) => one !== null);
  const share = telling.reduce((sum, one) => sum + one, 0) / Math.max(1, telling.length);
  return { share, moments: telling.length };
}

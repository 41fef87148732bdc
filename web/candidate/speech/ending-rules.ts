/** How a text ends: as a sentence that can be answered, or as one that goes on. Rules for each language. Pure. */
import { ENDING_WORDS, type EndingWords } from './ending-words-rules.ts';
import { type SpokenLanguage, spokenWords } from './spoken-rules.ts';

export type Ending =
  /** A sentence with its full stop. */
  | 'complete'
  /** Nothing says that it goes on, and the recogniser writes no full stops. */
  | 'likely'
  /** Nothing says that it goes on, but the recogniser, which writes full stops, has written none. */
  | 'unmarked'
  /** A word or two, and a handful: few answers are over so soon. */
  | 'short'
  | 'brief'
  /** It goes on: a conjunction, a filler, a number or a list at its end. */
  | 'open'
  /** No words. */
  | 'unknown';

const STOPS = /[.!?।؟]\s*$/u;
const HANGS = /([,،;؛:–—-]|\.\.|…)\s*$/u;
/** A telephone number has this many digits. */
const PHONE_DIGITS = 10;
const SHORT_WORDS = 2;
const BRIEF_WORDS = 5;

/** `marked`: the recogniser is known to write full stops ({@link writesStops}). */
export function ending(text: string, language: SpokenLanguage, marked: boolean): Ending {
  const words = spokenWords(text);
  const rules = ENDING_WORDS[language];
  const last = words.at(-1);
  if (last === undefined) return 'unknown';
  const stopped = STOPS.test(text) && !HANGS.test(text);
  if (HANGS.test(text) || rules.never.has(last) || (!stopped && rules.seldom.has(last))) return 'open';
  if (counting(words, rules, stopped) || listing(words, rules)) return 'open';
  if (!stopped && half(text, rules)) return 'open';
  if (words.length <= SHORT_WORDS) return 'short';
  if (stopped) return words.length <= BRIEF_WORDS ? 'brief' : 'complete';
  if (marked) return 'unmarked';
  if (words.length <= BRIEF_WORDS) return 'brief';
  return rules.verb === null || rules.verb.test(last) || rules.digits.has(last) ? 'likely' : 'open';
}

/** Whether this text proves that its recogniser writes full stops. */
export function writesStops(text: string): boolean {
  return /[.!?।؟]/u.test(text);
}

/** A number at the end that may have more figures. */
function counting(words: string[], { digits, numbers }: EndingWords, stopped: boolean): boolean {
  const last = words.at(-1) ?? '';
  const figures = (word: string) => (/^\p{N}+$/u.test(word) ? word.length : digits.has(word) ? 1 : 0);
  let run = 0;
  for (const word of words.toReversed()) {
    const count = figures(word);
    if (count === 0) break;
    run += count;
  }
  if (run >= 2) return run < PHONE_DIGITS;
  return !stopped && (run === 1 || numbers.has(last));
}

/** "Three reasons", of which not all were named; or the ordinal of one that comes now. */
function listing(words: string[], { counts, points, ordinals }: EndingWords): boolean {
  const announced = words.findLastIndex(
    (word, at) => points.has(word) && (counts.has(words[at - 1] ?? '') || counts.has(word)),
  );
  const promised = counts.get(words[announced - 1] ?? '') ?? counts.get(words[announced] ?? '') ?? 0;
  if (announced < 0) return false;
  const named = words.slice(announced + 1);
  const reached = ordinals[promised - 1];
  if (reached === undefined) return false;
  // Whoever does not number them is not counting aloud, unless nothing has been named yet.
  const numbers = named.some((word) => ordinals[0]?.has(word));
  return numbers ? !named.some((word) => reached.has(word)) : named.length < 3;
}

/** A clause such as "if I had known" without the one that follows from it. */
function half(text: string, { halves, otherHalf }: EndingWords): boolean {
  const sentence = text.split(/[.!?।؟]/u).at(-1) ?? '';
  const words = spokenWords(sentence);
  if (!halves.has(words[0] ?? '') || /[,،]/u.test(sentence)) return false;
  return words.filter((word) => otherHalf.words.has(word)).length < otherHalf.times;
}

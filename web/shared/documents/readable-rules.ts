/**
 * Whether what came out of a file is text that a person would read: its letters in the order of reading, without holes
 * where a font did not say what it shows. Nobody may be judged by less. Pure.
 */

/** Signs that stand where a letter could not be told: no value, the replacement character, private use. */
const HOLE = /[\0\uFFFD\uE000-\uF8FF]/gu;
const LETTER = /\p{L}/gu;
/** More holes than this among the letters, and words are missing. */
const HOLES_MOST = 0.05;
/** More words than this written the wrong way round. */
const ODD_MOST = 0.05;

const WORD = /[\p{L}\p{M}]+/gu;
/** What no word of the script begins with: endings, vowel signs, final shapes. Reversed text does. */
const ODD_START =
  /^(?:[ةىﺓ-ﺔﻯ-ﻰ]|[\u05DA\u05DD\u05DF\u05E3\u05E5]|(?=\p{M})[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}])/u;
/** In shaped Arabic a word does not begin with a shape that joins to a letter before it. */
const JOINS_BACKWARDS = /^[\uFE70-\uFEFC]/u;

export function isReadable(text: string): boolean {
  const letters = count(text, LETTER);
  if (count(text, HOLE) > letters * HOLES_MOST) return false;
  const words = text.match(WORD) ?? [];
  const right = words.filter((word) =>
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}]/u.test(
      word,
    ),
  );
  return right.filter(isOdd).length <= right.length * ODD_MOST;
}

/** The text with holes as spaces and shaped letters as the letters they are. */
export function asWritten(text: string): string {
  return text
    .replaceAll(HOLE, ' ')
    .replaceAll(/[\uFB00-\uFB06\uFB1D-\uFDFF\uFE70-\uFEFC]+/gu, (shaped) => shaped.normalize('NFKC'));
}

function isOdd(word: string): boolean {
  return ODD_START.test(word) || (JOINS_BACKWARDS.test(word) && joinsBefore(word));
}

/** The four shapes of an Arabic letter stand side by side: alone, at the end, at the start, in the middle. */
function joinsBefore(word: string): boolean {
  const shape = word.codePointAt(0) ?? 0;
  return SHAPES_AT_END.has(shape);
}

/** From U+FE80: letters with two shapes (alone, end) or four (alone, end, start, middle). */
const SHAPES_AT_END = new Set(endShapes());

function endShapes(): number[] {
  const found: number[] = [];
  const twoShaped = new Set(['آ', 'أ', 'ؤ', 'إ', 'ا', 'ة', 'د', 'ذ', 'ر', 'ز', 'و', 'ى']);
  for (let at = 0xfe81; at <= 0xfefc; ) {
    const letter = String.fromCodePoint(at).normalize('NFKC');
    // Lam with alef is one sign of two shapes.
    if (twoShaped.has(letter) || letter.length > 1) {
      found.push(at + 1);
      at += 2;
    } else {
      found.push(at + 1, at + 3);
      at += 4;
    }
  }
  return found;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

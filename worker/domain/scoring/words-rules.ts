/** Words and sentences of what was said, in any script. Pure. */

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** A sentence ends with its mark and what closes it; a line break ends one too. */
const SENTENCE = /[^.!?…。؟।\n]+(?:[.](?=\d)[^.!?…。؟।\n]+)*(?:[.!?…。؟।]+["”’')\]]*|\n|$)/gu;

export interface Span {
  text: string;
  startChar: number;
  endChar: number;
}

/** The words of a text in lower case, without the marks between them. */
export function wordsOf(text: string): string[] {
  return [...text.matchAll(WORD)].map(([word]) => word.toLowerCase().replaceAll('’', "'"));
}

export function countWords(text: string): number {
  return wordsOf(text).length;
}

/** The sentences of a text with their places in it; each is a slice, nothing is rewritten. */
export function sentencesOf(text: string): Span[] {
  return [...text.matchAll(SENTENCE)].flatMap((found) => {
    const whole = found[0];
    const lead = whole.length - whole.trimStart().length;
    const sentence = whole.trim();
    if (!/[\p{L}\p{N}]/u.test(sentence)) return [];
    const startChar = found.index + lead;
    return [{ text: sentence, startChar, endChar: startChar + sentence.length }];
  });
}

/** True when `term` stands in `text` as whole words; signs such as % count where they stand. */
export function mentions(text: string, term: string): boolean {
  const wanted = wordsOf(term);
  if (wanted.length === 0) return term.trim() !== '' && text.includes(term.trim());
  return ` ${wordsOf(text).join(' ')} `.includes(` ${wanted.join(' ')} `);
}

/** Words and sentences of what was said, in any script. Pure. */

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** A sentence ends with its mark and what closes it; a line break ends one too. */
const SENTENCE = /[^.!?…。؟।\n]+(?:[.](?=\d)[^.!?…。؟।\n]+)*(?:[.!?…。؟।]+["”’')\]]*|\n|$)/gu;

/** Their point ends no sentence: a name or a number follows. */
const BEFORE_MORE =
  /(?<![\p{L}\p{N}])(?:dr|mr|mrs|ms|mx|prof|st|ste|mt|ft|gen|col|sgt|capt|lt|rev|hon|messrs|mme|mlle|sra|dra|srta|hr|fr|nr|no(?=\.\s*\d)|fig|vol|dept|approx|ca|vs|cf|incl|excl|e\.\s?g|i\.\s?e|z\.\s?b|d\.\s?h|bzw|डॉ|श्री)\./giu;
/** These may end one; they do not where the next word is small or a number. */
const PERHAPS_LAST =
  /(?<![\p{L}\p{N}])(?:[ap]\.\s?m|etc|inc|ltd|corp|co|jr|sr|ave|rd|blvd|ph\.\s?d|b\.\s?sc|m\.\s?sc|u\.\s?s|u\.\s?k|e\.\s?u|u\.\s?n|usw|hrs|mins?|secs?|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\./giu;
/** What follows when the sentence goes on. Apart, since in a pattern that ignores case every letter is small. */
const GOES_ON = /^[)\]"”’]*(?:[,;:]|\s+[\p{Ll}\p{N}(])/u;
/** An initial before a name, and the points inside p.m., U.S. and the like. */
const INITIAL = /(?<=(?:^|[\p{Lu}][\p{Ll}]+\s|[.!?]\s|\p{Lu}\.\s?))(?!I\.)\p{Lu}\.(?=\s?\p{Lu}[\p{Ll}.])/gu;
const INSIDE = /(?<![\p{L}\p{N}])(?:\p{L}\.\s?){1,3}(?=\p{L}\.)/gu;
/** Stands where a point is that ends nothing; as long as it is. */
const NO_END = '\u2024';

function withoutAbbreviations(text: string): string {
  const open = (found: string) => found.replaceAll('.', NO_END);
  const goingOn = text.replace(PERHAPS_LAST, (found, at: number) =>
    GOES_ON.test(text.slice(at + found.length)) ? open(found) : found,
  );
  return [BEFORE_MORE, INITIAL, INSIDE].reduce((before, pattern) => before.replace(pattern, open), goingOn);
}

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
  return [...withoutAbbreviations(text).matchAll(SENTENCE)].flatMap((found) => {
    const whole = text.slice(found.index, found.index + found[0].length);
    const lead = whole.length - whole.trimStart().length;
    const sentence = whole.trim();
    if (!/[\p{L}\p{N}]/u.test(sentence)) return [];
    const startChar = found.index + lead;
    return [{ text: sentence, startChar, endChar: startChar + sentence.length }];
  });
}

/** A word with the signs that belong to it: C++, C#, F#, A*, .NET. */
const SIGNED_WORD =
  /(?:(?<![\p{L}\p{M}\p{N}.])\.(?=\p{L}))?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*(?:\+\+|[#*+](?![\p{L}\p{N}]))?/gu;

function signedWords(text: string): string {
  const words = [...text.normalize('NFC').matchAll(SIGNED_WORD)].map(([word]) =>
    word.toLowerCase().replaceAll('’', "'"),
  );
  return ` ${words.join(' ')} `;
}

/** True when `term` stands in `text` as whole words with their signs; a term of signs alone counts where it stands. */
export function mentions(text: string, term: string): boolean {
  const wanted = signedWords(term);
  if (wanted.trim() === '') return term.trim() !== '' && text.includes(term.trim());
  return signedWords(text).includes(wanted);
}

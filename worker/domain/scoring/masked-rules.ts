/**
 * Hides who somebody is before anything judges what they said: names, addresses, numbers that find a person, and words
 * that tell age, sex, family, faith, health or origin. Every hidden sign is replaced by one sign, so that a place in
 * the masked text is the same place in the original. Pure.
 */

/** Stands for one hidden sign. */
export const MASK = '▪';

const CONTACT = /[\w.+-]+@[\w-]+\.[\w.-]+|\bhttps?:\/\/\S+|\bwww\.\S+|\+?\d[\d\s().-]{7,}\d/giu;
const AGE = /\b(?:\d{2}|[a-z]+(?:-[a-z]+)?)[- ]years?[- ]old\b|\bborn in \d{4}\b|\bmy age\b/giu;
const PERSONAL = new RegExp(
  String.raw`\b(?:${[
    'husband|wife|spouse|fianc[ée]e?|girlfriend|boyfriend|married|divorced|widow(?:ed|er)?',
    'pregnan(?:t|cy)|maternity|paternity|mother of \\w+|father of \\w+',
    'christian|catholic|muslim|hindu|jewish|sikh|buddhist|atheist|church|mosque|temple|synagogue|ramadan|hijab',
    'caste|dalit|brahmin|immigrant|refugee|visa holder|nationality',
    'disab(?:led|ility)|wheelchair|autis(?:m|tic)|depression|cancer|diabetes',
    'gay|lesbian|bisexual|transgender|non-binary|as a (?:woman|man|mother|father)',
  ].join('|')})\b`,
  'giu',
);
/** Shorter parts of a name are words of their own too often. */
const LEAST_NAME = 3;

/** @param names the candidate's, whole; each part of them is hidden */
export function masked(text: string, names: readonly string[]): string {
  const parts = names
    .flatMap((name) => name.split(/[\s,]+/))
    .filter((part) => part.length >= LEAST_NAME)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const patterns = [CONTACT, AGE, PERSONAL];
  const own =
    parts.length === 0 ? [] : [new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${parts.join('|')})(?![\p{L}\p{N}])`, 'giu')];
  // An address is hidden whole, before a name in it is.
  return [...patterns, ...own].reduce(
    (before, pattern) => before.replaceAll(pattern, (found) => MASK.repeat(found.length)),
    text,
  );
}

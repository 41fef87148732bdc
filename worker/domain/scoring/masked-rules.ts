/**
 * Hides who somebody is before anything judges what they said: names, addresses, numbers that find a person, and words
 * that tell age, sex, family, faith, health or origin. Every hidden sign is replaced by one sign, so that a place in
 * the masked text is the same place in the original. Pure.
 */
import { namePatterns } from './person-name-rules.ts';
import { personNumbers } from './person-number-rules.ts';

/** Stands for one hidden sign. */
export const MASK = '▪';

const CONTACT = /[\w.+-]+@[\w-]+\.[\w.-]+|\bhttps?:\/\/\S+|\bwww\.\S+/giu;
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

/** @param names the candidate's, whole; each part of them is hidden where it stands as a name */
export function masked(text: string, names: readonly string[]): string {
  // An address is hidden whole, before a name in it is.
  const reached = [CONTACT, AGE, PERSONAL].reduce(hide, text);
  const numbered = personNumbers(reached).reduce(
    (before, { startChar, endChar }) =>
      before.slice(0, startChar) + MASK.repeat(endChar - startChar) + before.slice(endChar),
    reached,
  );
  return namePatterns(names).reduce(hide, numbered);
}

function hide(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, (found) => MASK.repeat(found.length));
}

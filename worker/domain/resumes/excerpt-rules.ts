/**
 * What of a résumé the interviewer may know: lines about work, short, without what addresses a machine or says who
 * somebody is. It goes to the follow-up questions as data and nowhere else. Pure.
 */
import { LIMITS } from '../../limits.ts';
import { isInstruction } from '../scoring/instruction-rules.ts';
import { visibleText } from '../scoring/visible-text-rules.ts';

/** Lines that say who somebody is instead of what they did. */
const PRIVATE =
  /\b(born|birth\w*|age|aged|nationalit\w*|citizen\w*|married|marital|single|divorced|children|kids|religio\w*|gender|female|male|disabilit\w*|health|driving licen[cs]e|passport|photo|visa)\b|عمر|الميلاد|الجنسية|متزوج|أعزب|الديانة|जन्म|आयु|उम्र|विवाहित|धर्म|राष्ट्रीयता|जाति/iu;
/** Ways to reach somebody; the interviewer writes to nobody. */
const REACH = /\S+@\S+|https?:\S+|www\.\S+|(?:\+|\b00|\b0)\d[\d\s()/.-]{6,}\d/gi;

/** Empty when nothing is left. */
export function resumeExcerpt(text: string): string {
  const lines = visibleText(text)
    .split('\n')
    .map((line) => line.replaceAll(REACH, '').replaceAll(/\s+/g, ' ').trim())
    .filter((line) => /\p{L}{2}/u.test(line) && !PRIVATE.test(line) && !isInstruction(line));
  return lines.join('\n').slice(0, LIMITS.resume.promptChars).trim();
}

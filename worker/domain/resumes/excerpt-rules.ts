/**
 * What of a résumé the interviewer may know: lines about work, short, without what addresses a machine or says who
 * somebody is. It goes to the follow-up questions as data and nowhere else. Pure.
 */
import { LIMITS } from '../../limits.ts';
import { shortened, wellFormed } from '../../text-rules.ts';
import { isInstruction } from '../scoring/instruction-rules.ts';
import { personNumbers } from '../scoring/person-number-rules.ts';
import { visibleText } from '../scoring/visible-text-rules.ts';

/** What a line is called that says who somebody is. */
const LABEL =
  /^\W*(?:name|born|birth\w*|date of birth|d\.?o\.?b\.?|age|nationalit\w*|citizenship|marital status|family status|civil status|children|religion|caste|gender|sex|disabilit\w*|health|driving licen[cs]es?|passport|photo|visa|blood group|father['’]?s? name|mother['’]?s? name)\b\W*(?:[:–—-]|$|no\b|number\b|status\b)/iu;
/** Words about oneself wherever they stand; the same words about the work (a nursery's children, a visa card) are no such. */
const ABOUT_SELF = new RegExp(
  [
    String.raw`\bborn (?:on|in|at)?\s*\p{Nd}|\b(?:date|place|year) of birth\b|\bbirth ?(?:day|date|place)\b`,
    String.raw`\b\p{Nd}{2} years? old\b|(?<!(?:children|pupils|students|patients|people|adults|clients|residents|boys|girls|kids|groups?) )\baged? \p{Nd}{2}\b(?!\s*(?:[-–+]|to|and)\s*\p{Nd})`,
    String.raw`\bnationality\b|\bcitizen of\b|\b\p{L}+ (?:citizen|national)\s*$|\bcitizenship\s*[:–-]`,
    String.raw`\b(?:married|divorced|widowed|unmarried|single)\b\s*(?:[,;|/.]|$|with|and|to\b)|\bmarital\b`,
    String.raw`(?:^|[,;|])\s*(?:\p{Nd}|one|two|three|four|five|no) (?:children|kids)\s*(?:[,;|.]|$)|\b(?:mother|father|parent) of\b|\bi have (?:\p{L}+ )?(?:children|kids)\b`,
    String.raw`\breligio(?:n|us beliefs?)\s*[:–-]|\bi am an? (?:christian|muslim|hindu|jew|sikh|buddhist|catholic)\b`,
    String.raw`(?:^|[,;|])\s*(?:male|female)\s*(?:[,;|.]|$)`,
    String.raw`\b(?:severely |registered )disabled\b|\b(?:my|degree of) disability\b|\b(?:good|excellent|perfect) health\s*(?:[,;|.]|$)`,
    String.raw`\b(?:visa status|work visa|[a-z]-?\d[a-z]? visa|visa (?:valid|until|expires))\b|\bpassport (?:no|number)\b|\b(?:full|clean|valid) driving licen[cs]e\b`,
    String.raw`العمر|عمري|الميلاد|مواليد|الجنسية|متزوج|أعزب|عزباء|الديانة|जन्म|आयु\s*[:–-]|उम्र|विवाहित|धर्म\s*[:–-]|राष्ट्रीयता|जाति\s*[:–-]`,
  ].join('|'),
  'iu',
);
/** Ways to reach somebody; the interviewer writes to nobody. */
const REACH = /\S+@\S+|https?:\S+|www\.\S+/gi;

/** Empty when nothing is left. */
export function resumeExcerpt(text: string): string {
  const lines = visibleText(wellFormed(text).normalize('NFKC'))
    .split('\n')
    .map((line) => withoutNumbers(line.replaceAll(REACH, '')).replaceAll(/\s+/g, ' ').trim())
    .filter((line) => /\p{L}{2}/u.test(line) && !LABEL.test(line) && !ABOUT_SELF.test(line) && !isInstruction(line));
  return shortened(lines.join('\n'), LIMITS.resume.promptChars).trim();
}

function withoutNumbers(line: string): string {
  return personNumbers(line).reduceRight(
    (before, { startChar, endChar }) => before.slice(0, startChar) + before.slice(endChar),
    line,
  );
}

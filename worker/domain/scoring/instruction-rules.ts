/**
 * Words that speak to the scorer instead of about work. Such a sentence is no evidence, whatever else it says; the
 * sentences around it count as if it had not been there. A word that a story about work may need ("assistant",
 * "criteria", "level") makes no order by itself: only together with what an order asks for. Pure.
 */
import { isForeignInstruction } from './foreign-instruction-rules.ts';
import type { Span } from './words-rules.ts';

/** The machinery of scoring: no story about work needs these. */
const MACHINERY =
  /\b(?:rubric|scorecards?|scorer|grader|system prompt|as an ai|ai (?:scorer|grader|reviewer|recruiter)|jailbreak|(?:developer|admin|god) mode|answer key)\b/iu;
/** A line that pretends to come from elsewhere in the conversation, or closes what it stands in. */
const VOICE =
  /^\W*(?:system|assistant|user|developer|admin|instruction|ai|gemini|gpt|chatgpt|evaluator|model)s?\b[^\S\n]*(?:message|note)?[^\S\n]*[,:>\]]|\[\/?(?:system|inst|assistant|user)\]|<\/?(?:system|answer|question|instructions?|assistant|user)\b|"(?:role|level)"\s*:/iu;
const SPACED = /(?:\b\p{L}[\s._-]){5,}/u;
/** What is told of others, or of one's own doing, is a story: "he told me to skip the checks". */
const TOLD = String.raw`(?<!\b(?:had|me|us|him|her|them|not|wanted|asked|people|somebody|someone) to |\b(?:i|we|they|he|she|not|never|who|people|could|would|didn't|don't|cannot|can't|always|just) )`;
const COMMAND = new RegExp(
  String.raw`${TOLD}\b(?:ignore|disregard|forget|override|overrule|bypass|skip|set aside|leave aside|drop|pay no attention to|do not (?:follow|use|apply))\b.{0,40}?\b(?:instructions?|rules?|guid(?:e|elines?)|criteria|anchors?|prompts?|checks|evidence|orders|everything (?:above|(?:that )?(?:you|was|came|i said))|(?:the|everything|all) above|(?:all|any|every) previous|previous (?:text|messages?|orders?|prompts?))\b`,
  'iu',
);
const PLEA = new RegExp(
  [
    String.raw`\b(?:scored?|grade|rate|mark|rank|evaluate|assess|judge|prefer|hire|pass) (?:me|my (?:answer|interview)s?|(?:this|the) (?:candidate|answer|interview|applicant|person))\b`,
    String.raw`(?:^|[.,:;!"»>]\s*|\bplease )(?:score|grade|rate|mark|rank|evaluate|assess|judge|hire|pass) (?:it|him|her|them|everything|all)\b`,
    String.raw`\b(?:whoever|anyone who|anybody who|the one who|you who|if you) (?:\w+ )?(?:grades?|scores?|rates?|evaluates?|judges?|marks?)\b`,
    String.raw`\bmy (?:results?|scores?|levels?|ratings?|grades?|evaluation|assessment)\b.{0,30}\b(?:maximum|top|highest|five|5|best|up)\b`,
    String.raw`\b(?:raise|increase|lift) (?:the|my|this) (?:score|rating|grade) (?:of|for|in) (?:me|this|my)\b`,
    String.raw`\bthis (?:candidate|applicant|interviewee)\b|\banswer of (?:this|such) quality\b|\b(?:now|above|this) counts? as evidence\b`,
    String.raw`\banswered (?:\w+ )?(?:perfectly|correctly|everything)\b|\bperfect answers?\b|\bthat (?:i|he|she) passed with\b`,
  ].join('|'),
  'iu',
);
/** The end of the scale, by any name. */
const TOP =
  /\b(?:(?:level|score|grade|rating|mark)s?\s*(?:of\s*|is\s*|to\s*|=|:)?\s*(?:five|5|100|10|ten|a\+)\b|(?:five|5|10|ten|100)\s*(?:out of|of|\/)\s*(?:five|5|10|ten|100)\b|(?:five|5|ten|10) (?:points|stars)\b|(?:highest|top|maximum|max|full|perfect|best)\s+(?:possible\s+)?(?:levels?|scores?|grades?|ratings?|marks?|points?|bands?|category)\b|(?:a|as) five\b|only .{0,30}\bfive\b)/iu;
/** Somebody is asked for it, or it is said of this talk. */
const ASKED =
  /(?:^|[.,:;!("»>]\s*|\b(?:and|please|then|must|should|shall|to|be) )(?:give|award|set|assign|grant|deserve|put|return|output|report|record|rate|rated|grade|graded|score|scored|mark|marked|insert|write)\b|\b(?:me|my|this|any|every) (?:answers?|interview|response|applicant|candidate|criterion|maximum)\b|\bgive me\b|\b(?:correct|expected) output\b|\b(?:applicant|candidate|evaluat\w+|interview|full marks|for me)\b|\bmy answers?\b/iu;
/** These stand in stories as well. */
const AMBIGUOUS =
  /\b(?:criteri(?:on|a)|anchors?|prompts?|language model|ai (?:model|assistant)|assistant|chatgpt|gpt|gemini|json|placeholder|evaluators?|assessors?|reviewers?|scoring|grading|evaluation|applicant|(?:this|every|any|my|the) (?:answer|interview|response))\b/iu;
const TO_SOMEBODY = /\byou(?:r|rs)?\b/iu;
const JUDGED =
  /\b(?:scored|graded|rated|perfect|excellent|outstanding|top marks|full marks|(?:level|score|grade|rating|marks?) |prefer|best (?:possible|category)|out of five)\b/iu;

/** True when a sentence tries to steer the scorer, in any of the phrasings known here. */
export function isInstruction(sentence: string): boolean {
  const plain = sentence.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/g, ' ');
  return [sentence.normalize('NFKC'), plain].some(
    (text) =>
      MACHINERY.test(text) ||
      VOICE.test(text) ||
      SPACED.test(text) ||
      COMMAND.test(text) ||
      PLEA.test(text) ||
      (TOP.test(text) && ASKED.test(text)) ||
      (AMBIGUOUS.test(text) && (TO_SOMEBODY.test(text) || JUDGED.test(text))) ||
      isForeignInstruction(text),
  );
}

/** Which sentences of a text are orders, or stand right after one on its line: that is where its reason stands. */
export function ordersIn(text: string, sentences: readonly Span[], see: (text: string) => string): boolean[] {
  const orders = sentences.map((one) => isInstruction(see(one.text)));
  return sentences.map((span, at) => {
    const before = sentences[at - 1];
    const follows = orders[at - 1] === true && before !== undefined;
    return orders[at] === true || (follows && !text.slice(before.endChar, span.startChar).includes('\n'));
  });
}

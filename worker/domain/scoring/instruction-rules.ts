/**
 * Words that speak to the scorer instead of about work. Such a sentence is no evidence, whatever else it says; the
 * sentences around it count as if it had not been there. Pure.
 */

/** Judging words: they name the machinery of scoring, which no story about work needs. */
const MACHINERY =
  /\b(rubric|scorecards?|scorer|grader|evaluators?|assessors?|criteri(?:on|a)|anchors?|system prompt|prompts?|language model|as an ai|ai (?:model|assistant|scorer|grader)|assistant|chatgpt|gpt|gemini|jailbreak|developer mode|admin mode|json|placeholder)\b/iu;
const SCORE =
  /\b(?:(?:level|score|grade|rating|mark|points?)\s*(?:of\s*|is\s*|=|:)?\s*(?:five|5|100|10|ten|a\+)|(?:five|5|10|ten|100)\s*(?:out of|\/)\s*(?:five|5|10|ten|100)|(?:highest|top|maximum|max|full|perfect|best)\s+(?:possible\s+)?(?:levels?|scores?|grades?|ratings?|marks?|points?|bands?)|(?:scored?|grade|rate|mark|rank|evaluate|assess|judge)\s+(?:me|this|my|the (?:candidate|answer|interview|applicant)|it|him|her|them|everything|all)|(?:this|the|that) (?:candidate|applicant|interviewee)|5 stars|five stars|hire (?:me|him|her|them)|pass me|answered (?:\w+ )?(?:perfectly|correctly|everything)|perfect answers?|(?:levels?|scores?|grades?|ratings?|marks?|points)\b.{0,25}\b(?:five|5|ten|10|hundred|100)|(?:five|5|ten|10) points|(?:now|above) counts? as evidence)\b/iu;
const COMMAND =
  /(?<!\b(?:had to|i|we|they|he|she|not|never|who|people) )\b(?:ignore|disregard|forget|override|overrule|bypass|skip|set aside|do not (?:follow|use|apply))\b.{0,60}\b(?:instructions?|rules?|above|previous|prior|earlier|guidelines?|everything|all|prompt|levels?|checks?|evidence|orders?)\b/iu;
const ELSEWHERE =
  /ignor(?:iere|ez|a|e|are|eer|uj|oi)\b|vergiss|oublie[zr]?|olvida|esquece|dimentica|negeer|zignoruj|игнорир|забудь|تجاهل|انس|अनदेखा|नज़रअंदाज़|忽略|无视|無視|무시|bewertung|punktzahl|höchst|note maximale|puntuación|puntaje|pontuação|punteggio|hoogste|najwyższ|наивысш|أعلى|उच्चतम|अंक|最高|满分|満点|최고/iu;
/** A line that pretends to come from elsewhere in the conversation. */
const VOICE = /^\W*(?:system|assistant|user|developer|admin|instruction)s?\s*[:>\]]/iu;
const SPACED = /(?:\b\p{L}[\s._-]){5,}/u;

/** True when a sentence tries to steer the scorer, in any of the phrasings known here. */
export function isInstruction(sentence: string): boolean {
  const plain = sentence.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/g, ' ');
  return [sentence.normalize('NFKC'), plain].some(
    (text) =>
      MACHINERY.test(text) ||
      SCORE.test(text) ||
      COMMAND.test(text) ||
      ELSEWHERE.test(text) ||
      VOICE.test(text) ||
      SPACED.test(text),
  );
}

/**
 * The language of brochures: words that make a sentence sound like an account without anything having happened in it.
 * One or two stand in any honest story; a sentence made of them tells nothing that could be checked. Pure.
 */
import { stemsOf } from './english-rules.ts';

const PHRASES =
  /\b(?:the situation was|my task was|i was tasked|the actions? (?:i|that i) took|my actions? (?:was|were)|the results? (?:was|were)|this (?:resulted|led) (?:in|to)|best practices?|root cause (?:method\w*|analysis|framework)|(?:high|excellent|quality|professional) standards?|in a (?:\w+ )?manner|in line with|exceed\w* (?:\w+ )?expectations|go(?:es|ing)? the extra mile|(?:is|are) (?:the )?key|key to success|in the loop|deep[- ]div(?:e|ed|ing)|time to market|win[- ]win|outside the box|great believer|team player|track record|end[- ]to[- ]end|value to the (?:business|customer)|(?:positive|excellent|great|swift|successful) (?:outcome|result|resolution|feedback)s?)\b/giu;
const WORDS =
  /\b(?:leverag\w*|proactiv\w*|stakeholders?|synerg\w*|holistic\w*|seamless\w*|scalab\w*|robust\w*|cross-functional\w*|mindset|ownership|methodolog\w*|data-driven|results?-(?:driven|oriented)|solution-oriented|customer-cent\w+|tailored|rapport|empath\w*|dignity|sustainabl\w*|transparen\w*|constructiv\w*|strategic\w*|impactful|passionate|dynamic|innovat\w*|excellence|alignment|align(?:ed|ing)|empower\w*|streamlin\w*|optimi[sz]\w*|collaborat\w*|multidisciplinary|interdisciplinary|analytical|appreciation|grateful|valued|impressed|significant\w*|improvements?|outcomes?|challeng(?:e|es|ing)|demanding|complex|critical(?:ly)?|expertise|professional\w*|stronger|successful\w*|effective\w*|efficien\w*|communicat\w*|coordinated|leadership|resolution|performance|gains?|situations?|approach\w*|measures|implement\w*|initiatives?|transform\w*|foster\w*|culture|trust|continuous\w*|potential|achiev\w*|perspectives?|facilitat\w*|dialogue|compromises?|proven|commitment|committed|dedicat\w*|satisf\w*|priorit\w*|actively|needs|suitable|appropriate|solutions?|diligent\w*|positive\w*|environments?|success|results?|reliab\w*|quality|timelines?|goals?|objectives?|values?|strengths?|growth|impact|contribut\w*|ensur\w*|enabl\w*|deliver(?:ed|ing|s)?|manag(?:ed|ing) to|encourag\w*|motivat\w*|responsib\w*|organi[sz]ation\w*|strateg\w*|support(?:ive|ing)|open(?:ness|ly)|respect\w*|attention to detail|mutual\w*|common ground|agreements?|relationships?|feedback|high-quality|creative\w*|flexib\w*|adapt\w*|skills?|experience[ds]?|thorough\w*|careful\w*|consistent\w*|always)\b/giu;
/** So many of these, making up so much of what a sentence says; in a whole account less is enough. */
const HOLLOW = { sentence: { terms: 3, share: 0.34 }, account: { terms: 4, share: 0.15 } };

export function isHollow(text: string, of: keyof typeof HOLLOW): boolean {
  const phrases = [...text.matchAll(PHRASES)].length;
  const rest = text.replaceAll(PHRASES, ' ');
  const terms = phrases + [...rest.matchAll(WORDS)].length;
  const stems = stemsOf(rest).size + phrases;
  return terms >= HOLLOW[of].terms && terms / Math.max(1, stems) >= HOLLOW[of].share;
}

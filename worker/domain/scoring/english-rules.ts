/** What rules can tell about an English sentence: nothing about its grammar, only what kinds of things it holds. Pure. */
import { wordsOf } from './words-rules.ts';

/** The small words that hold a sentence together; a list of terms has nearly none of them. */
const SMALL = new Set(
  `a about after again all also always am an and any are as at back be because been before being both but by can could
  did do does doing done down each every few first for from get got had has have he her here hers him his how i i'd i'll
  i'm i've if in into is it it's its just let like made make many may me more most much my never no nobody not now of off
  on once one only or other our out over own said same say says she should so some somebody still such than that that's
  the their them then there these they they're this those through time to together too under until up upon us very was
  wasn't we we'd we're were what when where which while who whom whose why will with without would yes you your`.split(
    /\s+/,
  ),
);
const AFTER_I = String.raw`(?:(?:\w+ly|then|also|just|only|never|still|first|always|even|both|once|again|now) )*`;
const IRREGULAR =
  'said|told|let|went|took|gave|kept|made|wrote|sat|found|brought|got|put|set|led|taught|built|ran|sent|met|held|left|stood|chose|drew|spoke|heard|read|saw|began|came|did|cut|sold|bought|won|paid|rang|flew|drove|understood|caught|fought|broke|stuck|split|swept|wore|tore|threw|hid|laid|spent|rewrote|rebuilt|withdrew|overheard|swapped';
const PAST = new RegExp(String.raw`\b(?:i|i've|i had) ${AFTER_I}(?:[a-z]{2,}ed|${IRREGULAR})\b`, 'iu');
const ALSO_PAST = new RegExp(String.raw`\bi\b[^.;]{0,80}\b(?:and|then) ${AFTER_I}(?:[a-z]{2,}ed|${IRREGULAR})\b`, 'iu');
const NO_ACT =
  'am|have|had|was|were|think|believe|feel|know|like|love|want|need|hope|guess|mean|can|could|may|might|must|should|would|will|do|did|don|remember|understand|agree|wish|prefer|hate|enjoy|suppose|really|always|usually|never|often|just|also';
const PRESENT = new RegExp(
  String.raw`\bi (?:(?:would|will|can) )?${AFTER_I}(?!(?:${NO_ACT})\b)[a-z]{3,}\b|\bi['’](?:d|ll) ${AFTER_I}(?!(?:${NO_ACT}|be|rather|like)\b)[a-z]{3,}\b`,
  'iu',
);
const FIGURE =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|third|quarter|dozen|percent|per cent|twice|doubled|halved|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december|noon|midnight)\b/iu;
const NAMED = /(?<=[\p{Ll},] )(?!I\b|I['’])\p{Lu}\p{Ll}{2,}/u;
const REASON =
  /\b(?:because|so that|otherwise|in order to|which is why|that is why|that's why|rather than|instead of|not by|the reason|if (?:i|we|they|it) (?:had|did|do|take|waited|wait)|nothing brings|cannot be|can't be|for good|whatever|also if|even if)\b|,? so (?:i|we|they|she|he)\b/iu;
const RESULT =
  /\b(?:in the end|since then|since|today|afterwards|as a result|after that|later|fell|rose|dropped|went (?:down|up)|came back|stayed|became|finished|no longer|never again|turned out|doubled|halved|improved|reduced|saved|leads? (?:a|the|it|every)|came at|to hear that|opens?|wrote back|was there|had (?:it|them)|from .{1,30} to|within|by the end|passed|closed|signed|renewed|shipped|recovered|still (?:use|uses|do|does|works)|ever since|it held|in (?:six|eight|two|three|four|five|ten) (?:weeks|months|days|minutes)|called in (?:six|eight|two|three|four|five|nine|ten)|kept (?:it|my word|that promise))\b/iu;
const BACKGROUND =
  /\b(?:was|were|had|when|after|wanted|came|stood|called|waited|said|asked|last (?:year|week|month))\b/iu;

export interface Holds {
  /** Something the speaker did: told of the past, or of what they do or would do. */
  act: 'past' | 'present' | null;
  figure: boolean;
  reason: boolean;
  result: boolean;
  background: boolean;
}

export function holds(sentence: string): Holds {
  const plain = sentence.replaceAll('’', "'");
  const act = PAST.test(plain) || ALSO_PAST.test(plain) ? 'past' : PRESENT.test(plain) ? 'present' : null;
  return {
    act,
    figure: FIGURE.test(plain) || NAMED.test(plain),
    reason: REASON.test(plain),
    result: RESULT.test(plain),
    background: BACKGROUND.test(plain),
  };
}

/** Stems of the words that carry meaning, each once. */
export function stemsOf(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => !SMALL.has(word) && word.length > 2)
      .map(stem),
  );
}

/** The share of small words; about half in anything that was really said. */
export function smallShare(words: readonly string[]): number {
  return words.length === 0 ? 0 : words.filter((word) => SMALL.has(word)).length / words.length;
}

function stem(word: string): string {
  const known: Record<string, string> = {
    kept: 'keep',
    gave: 'give',
    told: 'tell',
    lost: 'los',
    loss: 'los',
    led: 'lead',
    found: 'find',
    wrote: 'writ',
    taught: 'teach',
    changes: 'chang',
  };
  const bare = word.replace(/'s$/, '');
  return known[bare] ?? bare.replace(/(?:ies|ing|ed|es|s|e|y)$/, '').replace(/([^aeiou])\1$/, '$1');
}

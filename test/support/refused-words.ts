/**
 * What nobody is judged by, and so what no field of ours may hold: how somebody looks, sounds or feels, how old they
 * are or where they are from, and what stands in for it.
 */

/** Whole words of a name: `voiceAccent`, `voice_accent` and `voice-accent` all have the word "accent". */
export const REFUSED_WORDS = new Set(
  `face faces facial gaze eye eyes blink smile smiling frown expression posture gesture gestures skin complexion hair
  beard headscarf clothing attractive attractiveness appearance beauty makeup
  accent accents dialect tone intonation prosody pitch timbre pronunciation fluency filler fillers stutter stammer
  hesitation hesitations breath breathing grammar vocabulary
  emotion emotions emotional mood sentiment affect stress stressed nervous nervousness anxiety anxious arousal valence
  enthusiasm charisma likeability likability friendliness warmth personality extraversion neuroticism agreeableness
  honesty deception deceptive truthfulness trustworthiness
  age ages aged birth birthday birthdate birthyear dob generation graduated
  gender sex pronouns race racial ethnicity ethnic origin nationality citizenship religion faith caste tribe
  marital married children pregnancy pregnant disability disabled health neurotype orientation politics union
  zipcode postcode postal neighbourhood hometown surname photo portrait selfie`.split(/\s+/),
);

/** Words that refuse only together. */
const REFUSED_PAIRS = [
  'speech rate',
  'speaking rate',
  'speaking pace',
  'voice quality',
  'voice print',
  'culture fit',
  'cultural fit',
  'native speaker',
  'zip code',
  'post code',
  'date of birth',
  'year of birth',
  'mother tongue',
  'native language',
  'body language',
  'eye contact',
];

/** The refused words in a name, in whatever case it is written. */
export function refusedIn(name: string): string[] {
  const words = name
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const text = ` ${words.join(' ')} `;
  return [
    ...words.filter((word) => REFUSED_WORDS.has(word)),
    ...REFUSED_PAIRS.filter((pair) => text.includes(` ${pair} `)),
  ];
}

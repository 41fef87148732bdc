/**
 * Lines of a description that ask for who somebody is: unlawful in most places, or a proxy for it. They never become the
 * ground of a question. A line that describes the work (children to care for, pensions to advise on) is none. Pure.
 */

export const DUBIOUS = [
  'age',
  'gender',
  'nationality',
  'family',
  'religion',
  'health',
  'photo',
  'birth-date',
  'native-speaker',
  'elite-school',
  'looks',
] as const;
export type Dubious = (typeof DUBIOUS)[number];

const WHO = `(?:candidates?|applicants?|you(?: are|['’]re| must be| should be)?|must be|should be|preferably)`;
const FAITHS = 'christian|catholic|protestant|muslim|hindu|jewish|sikh|buddhist|brahmin|dalit';
const ONLY = '(?:only|preferred|required|welcome only)';

const SAYS: Record<Dubious, RegExp> = {
  age: new RegExp(
    String.raw`\b(?:age limit|max(?:imum|\.)? age|upper age)\b|^\W*age\s*[:–-]|\b(?:not|no) (?:older|more) than (?!18|21)\d{2} years|` +
      String.raw`\b${WHO}\b[^.]{0,30}\b(?:under|below|over|above|between|aged|younger than|older than)\b[^.]{0,12}?\b(?!18\b|21\b)\d{2}\b|` +
      String.raw`\bunder \d{2} years of age\b|\b(?:young,? (?:and )?(?:dynamic|energetic|motivated)|digital natives?)\b|العمر|لا يزيد عمر|आयु सीमा|उम्र सीमा`,
    'iu',
  ),
  gender: new RegExp(
    String.raw`\b(?:male|female|men|women|ladies|gentlemen|girls|boys)(?: candidates?| applicants?)?(?: are)? ${ONLY}\b|` +
      String.raw`\b(?:only|preferably) (?:a )?(?:male|female|men|women|man|woman)\b|^\W*(?:gender|sex)\s*[:–-]|للذكور|للإناث|केवल (?:पुरुष|महिला)`,
    'iu',
  ),
  nationality: new RegExp(
    String.raw`\b\p{L}+ (?:citizens?|nationals?|passport holders?)(?: are)? ${ONLY}\b|\bmust be an? \p{L}+ (?:citizen|national)\b|` +
      String.raw`^\W*(?:nationality|citizenship)\s*[:–-]|\bnationality (?:is )?${ONLY}\b|\bonly \p{L}+ (?:citizens|nationals)\b|الجنسية|राष्ट्रीयता`,
    'iu',
  ),
  family:
    /\b(?:no|without|free (?:of|from)) (?:young |small )?(?:children|kids|dependants?|family (?:dut\w+|obligations?|commitments?|ties))\b|\b(?:un)?married (?:candidates?|applicants?|only|preferred)\b|\bsingle (?:candidates?|applicants?|persons? only)\b|\bmarital status\b|\bnot (?:be )?pregnant\b|الحالة الاجتماعية|अविवाहित/iu,
  religion: new RegExp(
    String.raw`\b(?:candidates?|applicants?|must be)\b[^.]{0,30}\b(?:${FAITHS})\b|\b(?:${FAITHS})s?(?: are| is)? ${ONLY}\b|^\W*(?:religion|caste)\s*[:–-]|الديانة|केवल हिंदू`,
    'iu',
  ),
  health:
    /\b(?:in )?(?:good|excellent|perfect) (?:physical |general )?health\b(?! (?:and safety|care))|\b(?:no|without|free from) (?:disabilit\w+|illness\w*|health (?:problems?|issues?|conditions?))\b|\bable[- ]bodied\b|\bhealthy (?:candidates?|applicants?)\b/iu,
  photo:
    /\b(?:cv|résumé|resume|application|passport[- ]size)\b[^.]{0,30}\bphoto(?:s|graphs?)?\b|\bphoto(?:graph)?\b[^.]{0,25}\b(?:of yourself|required with|with (?:your|the) (?:cv|résumé|resume|application))\b|\bheadshot\b/iu,
  'birth-date': /\b(?:date|year) of birth\b|\bbirth ?dates?\b[^.]{0,30}\b(?:cv|application)\b|\bstate your age\b/iu,
  'native-speaker':
    /\bnative(?:[- ]level)?(?: \p{L}+)? speakers?\b|\bnative (?:english|german|french|spanish|arabic|hindi|dutch|italian)\b|\bmother tongue\b|\b(?:accent[- ]free|without (?:an |any )?accent|neutral accent)\b|\bspeaks? \p{L}+ natively\b/iu,
  'elite-school':
    /\b(?:ivy league|oxbridge|russell group)\b|\b(?:top|elite|premier|prestigious|renowned|tier[- ]?(?:1|one))(?:[- ](?:tier|ranked|business|engineering|law))? (?:universit\w+|colleges?|schools?|b-schools?|institut\w+)\b|\b(?:IITs?|IIMs?)\b[^.]{0,20}\b(?:only|graduates?|alumni|preferred)\b/iu,
  looks:
    /\b(?:good[- ]looking|attractive appearance|pleasant (?:appearance|looks)|presentable appearance|slim)\b|حسن المظهر/iu,
};

/** Why a line should not stand in a description; null for one about the work. */
export function dubiousLine(line: string): Dubious | null {
  const text = line.normalize('NFKC').replaceAll(/\s+/g, ' ');
  return DUBIOUS.find((reason) => SAYS[reason].test(text)) ?? null;
}

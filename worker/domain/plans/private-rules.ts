/**
 * Questions about who somebody is instead of what they do: refused from a model, and marked for whoever writes one.
 * They must speak to the candidate (“your family”); the families, illnesses and beliefs that a trade works with are
 * no private matter. Pure.
 */
import type { Plan } from './plan-shape.ts';

export const TRAITS = ['age', 'family', 'religion', 'origin', 'health', 'gender', 'politics', 'money'] as const;
export type Trait = (typeof TRAITS)[number];

/** A question that a plan should not ask, where it stands. */
export interface PrivateQuestion {
  trait: Trait;
  /** JSON pointer to the question. */
  pointer: string;
}

/** In Latin script whole words; Arabic and Hindi join words to others, so parts are looked for. */
const LATIN: Record<Trait, RegExp> = {
  age: /\b(how old (?:are|were) you|(?:what(?: is|['’]s)|state|tell (?:me|us)) your age|your (?:own )?age\b|your (?:date|year) of birth|your birthday|(?:when|what year) were you born|(?:when|which year) did you (?:finish|leave|graduate from) (?:high )?school|(?:until|till|before) you retire|your retirement|everybody['’]?s age|what (?:year|generation) (?:are|were) you)\b/i,
  family:
    /\b(are you (?:married|single|divorced|engaged|pregnant|a (?:mother|father|parent))|your (?:husband|wife|spouse|partner|boyfriend|girlfriend|kids|children|son|daughter|pregnancy|marriage|marital|family|childcare|babysitter|parents)|(?:do|have) you (?:have |got )?(?:any )?(?:kids|children|a family|a husband|a wife)|(?:plan|planning|want|hope|intend|expect)\w* (?:to have |to start |on having |on starting |for )?(?:any |a |more )?(?:kids|children|family|baby)|maternity|paternity|marital status|who (?:looks after|cares for) your|at home while you work)\b/i,
  religion:
    /\b(your (?:own )?(?:religion|religious|faith|belief|beliefs|church|mosque|temple|synagogue|prayers?|god|creed|caste)|(?:what|which) (?:religion|faith|church|mosque|temple|caste) (?:are|do|did|have) you|are you (?:a )?(?:christian|muslim|jewish|jew|hindu|sikh|buddhist|catholic|protestant|atheist|religious)|do you (?:pray|believe in god|fast|go to (?:church|mosque|temple)|wear a (?:hijab|headscarf|turban|kippah))|religious holidays? do you)\b/i,
  origin:
    /\b(where (?:are|were|do) you (?:originally |really )?(?:from|come from|born)|your (?:own )?(?:nationality|citizenship|ethnicity|ethnic|race|tribe|ancestry|country of (?:birth|origin)|birthplace|place of birth|native language|mother tongue|first language|accent|skin|native country|passport)|are you (?:a )?(?:citizen|foreigner|foreign|an immigrant|immigrant|a native)|which (?:country|tribe|race) are you|is that (?:a|an) \w+ name)\b/i,
  health:
    /\b(your (?:own )?(?:health|medical|illness(?:es)?|disease|disabilit\w*|handicap|medication|sick (?:days|leave)|weight|height|mental health|diagnosis|therapy|pregnancy test|blood)|are you (?:ill|sick|healthy|disabled|in good health|on (?:any )?medication|hiv)|do you (?:have|suffer from|take) (?:any |a )?(?:disabilit\w*|illness\w*|disease\w*|health|medical|medication|condition\w*|allerg\w*|depression)|how (?:often|many days) (?:were|are|have) you (?:been )?(?:ill|sick)|have you (?:ever )?(?:been|had) (?:ill|sick|hospitali[sz]ed|depression|burn-?out|an operation|surgery))\b/i,
  gender:
    /\b(your (?:own )?(?:gender|sex|sexual\w*|orientation|sex life|pronouns?)|are you (?:gay|lesbian|straight|bisexual|transgender|trans|queer|a (?:man|woman)|male|female)|as a (?:woman|man|mother|father)\b.{0,40}\byou)\b/i,
  politics:
    /\b(who (?:do|did|will|would) you vote|which party (?:do|did|are)|your (?:own )?(?:politic\w*|party|vote|union membership|trade union)|are you (?:a )?(?:member of (?:a|any) (?:party|union|trade union)|unioni[sz]ed|liberal|conservative|socialist|communist|left-wing|right-wing)|do you (?:vote|support (?:the|a) (?:party|government|strike|union))|(?:have|were) you (?:ever )?(?:been )?(?:on strike|in a (?:party|trade union)|arrested))\b/i,
  money:
    /\b(your (?:current|last|previous|present|old) (?:salary|pay|wage|wages|income|earnings)|how much (?:do|did|are) you (?:earn\w*|make|made|paid)|your (?:debts?|credit score|bank account|mortgage))\b/i,
};

const ARABIC: Record<Trait, RegExp> = {
  age: /كم عمرك|ما (?:هو )?عمرك|عمرك|سنّ?ك الآن|تاريخ ميلادك|سنة ميلادك|متى ولدت|كم تبلغ|كم تبلغين|التقاعد/,
  family:
    /متزوج|متزوجة|أعزب|عزباء|مطلق|زوجك|زوجتك|أطفالك|أولادك|لديك أطفال|عندك أطفال|لديك أولاد|عندك أولاد|عائلتك|أسرتك|حامل|الإنجاب|حالتك الاجتماعية|والديك|والداك/,
  religion: /دينك|ديانتك|مذهبك|طائفتك|عقيدتك|إيمانك|هل تصلي|هل تصوم|هل أنت مسلم|هل أنت مسيحي|كنيستك|مسجدك|الحجاب/,
  origin:
    /جنسيتك|أصلك|أصولك|قبيلتك|عرقك|لهجتك|لغتك الأم|مسقط رأسك|مكان ميلادك|من أين أنت|أين ولدت|من أي بلد|بلدك الأصلي/,
  health:
    /صحتك|مرضك|أمراضك|إعاقة|إعاقتك|هل أنت مريض|هل تعاني من|أدويتك|أدوية تتناول|إجازاتك المرضية|وزنك|حالتك الصحية|حالتك النفسية/,
  gender: /جنسك|ميولك الجنسي|ميولك|هل أنت رجل|هل أنت امرأة/,
  politics: /لمن تصوت|لمن صوّ?ت|حزبك|أي حزب|آراؤك السياسية|رأيك السياسي|انتماؤك السياسي|عضو في نقابة|النقابة التي/,
  money: /راتبك الحالي|راتبك السابق|راتبك الأخير|كم تتقاضى|كم كنت تتقاضى|ديونك/,
};

const HINDI: Record<Trait, RegExp> = {
  age: /(?:आपकी|आप की|तुम्हारी) (?:उम्र|आयु)|उम्र (?:क्या|कितनी)|आयु (?:क्या|कितनी)|कितने (?:साल|वर्ष) के (?:हैं|हो)|जन्म ?(?:तिथि|तारीख|वर्ष)|कब पैदा|सेवानिवृत्त/,
  family:
    /शादीशुदा|विवाहित|अविवाहित|शादी (?:हुई|कब|कर)|(?:आपके|आपका|आपकी) (?:बच्चे|बच्चों|पति|पत्नी|परिवार|माता|पिता|वैवाहिक)|बच्चे (?:हैं|कितने)|कितने बच्चे|गर्भवती|मातृत्व|तलाक/,
  religion:
    /(?:आपका|आपकी|आप किस|कौन सा|कौनसा) (?:धर्म|मज़हब|मजहब|जाति|आस्था|संप्रदाय)|किस धर्म|किस जाति|आप (?:हिंदू|हिन्दू|मुस्लिम|मुसलमान|सिख|ईसाई|जैन|बौद्ध)|(?:नमाज़|नमाज|पूजा|व्रत|रोज़ा) (?:करते|करती|पढ़ते|पढ़ती|रखते|रखती)/,
  origin:
    /(?:आपकी|आपका) (?:राष्ट्रीयता|नागरिकता|मातृभाषा|नस्ल|मूल|जन्मस्थान|गाँव|लहजा|उच्चारण)|कहाँ (?:के रहने वाले|की रहने वाली|पैदा|से हैं)|कहां (?:के रहने वाले|की रहने वाली|पैदा|से हैं)|किस (?:देश|राज्य|गाँव) (?:से|के)/,
  health:
    /(?:आपका|आपकी|आपको) (?:स्वास्थ्य|सेहत|बीमारी|कोई बीमारी|दवा|वज़न|वजन|मानसिक)|आप (?:बीमार|विकलांग|दिव्यांग|स्वस्थ)|बीमारी है|विकलांगता|दिव्यांगता|दवा (?:लेते|लेती)/,
  gender: /(?:आपका|आपकी) (?:लिंग|यौन|लैंगिक)|आप (?:समलैंगिक|पुरुष हैं|महिला हैं|स्त्री हैं)/,
  politics:
    /किसे वोट|किसको वोट|वोट (?:दिया|देते|देती|देंगे)|किस (?:पार्टी|दल)|(?:आपकी|आपके) (?:पार्टी|राजनीति|राजनीतिक)|यूनियन के सदस्य/,
  money: /(?:आपका|आपकी|पिछला|पिछली|मौजूदा|वर्तमान) (?:वेतन|तनख्वाह|तनख़्वाह|सैलरी)|कितना कमाते|कितना कमाती|आपका कर्ज/,
};

/** What a sentence asks that it should not; null for a question about work. */
export function privateTrait(sentence: string): Trait | null {
  const text = sentence
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/g, ' ');
  return TRAITS.find((trait) => LATIN[trait].test(text) || ARABIC[trait].test(text) || HINDI[trait].test(text)) ?? null;
}

/** Every question of a plan that asks about such a thing itself or in a follow-up. */
export function privateQuestions(plan: Plan): PrivateQuestion[] {
  return plan.sections.flatMap((section, s) =>
    section.questions.flatMap(({ text, followUps }, q) => {
      const said = [text, ...followUps.rules.map(({ say }) => say)];
      const trait = said.map(privateTrait).find((one) => one !== null);
      return trait === undefined || trait === null ? [] : [{ trait, pointer: `/sections/${s}/questions/${q}` }];
    }),
  );
}

/** The words that tell whether a sentence goes on, for each language. Compared as `spokenWords` writes them. Pure. */
import { type SpokenLanguage, spokenWords } from './spoken-rules.ts';

export interface EndingWords {
  /** A sentence never ends with them, whatever mark the recogniser puts behind. */
  never: ReadonlySet<string>;
  /** A sentence seldom does; a full stop behind them is believed. */
  seldom: ReadonlySet<string>;
  /** A clause that begins with one waits for its other half… */
  halves: ReadonlySet<string>;
  /** …which is there when one of these is said a second time, or, in Hindi, at all. */
  otherHalf: { words: ReadonlySet<string>; times: number };
  digits: ReadonlySet<string>;
  /** Other words of numbers. */
  numbers: ReadonlySet<string>;
  /** How many points somebody says they will make, by word. */
  counts: ReadonlyMap<string, number>;
  points: ReadonlySet<string>;
  /** First, second, third…, each with its forms. */
  ordinals: ReadonlySet<string>[];
  /** Where the verb comes last, the ends of verbs; null elsewhere. */
  verb: RegExp | null;
}

const set = (list: string): ReadonlySet<string> => new Set(spokenWords(list));
const counts = (list: string): ReadonlyMap<string, number> =>
  new Map(list.split('|').flatMap((words, at) => spokenWords(words).map((word): [string, number] => [word, at + 2])));

export const ENDING_WORDS: Record<SpokenLanguage, EndingWords> = {
  en: {
    never: set(
      'and but or so because cause if the a an um uh uhm erm er hmm which whose although though unless plus about of into onto than my your our their its',
    ),
    seldom: set(`to in on at for with from by as that who when where while until like then also
      his some any every each more most less very too quite really kind sort is are was were am be been being
      have has had do does did will would could should can must might i we they he she it this these those not just even
      actually basically mean maybe first second third next finally lastly between through over under after before without
      around during well lets okay there`),
    halves: set('if when although because since while once'),
    otherHalf: { words: set('i we you he she it they there everybody nobody'), times: 2 },
    digits: set('0 1 2 3 4 5 6 7 8 9 zero oh one two three four five six seven eight nine double'),
    numbers:
      set(`ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
      seventy eighty ninety hundred thousand million lakh crore`),
    counts: counts('two 2|three 3|four 4|five 5'),
    points: set('things reasons steps points parts ways questions problems changes mistakes examples'),
    ordinals: [
      set('first firstly one'),
      set('second secondly two'),
      set('third thirdly three'),
      set('fourth four'),
      set('fifth five'),
    ],
    verb: null,
  },
  hi: {
    never: set('और तो क्योंकि लेकिन मगर कि या अगर ताकि मतलब यानी उम अम किंतु परंतु बल्कि इसलिए जैसे'),
    seldom:
      set(`पर जब जो फिर का के की को से में ने तक लिए साथ एक वह यह मैं हम आप वो ये उम्म बारे मैंने हमने उन्होंने उसने मेरा मेरे मेरी हमारा
      हमारे हमारी अपना अपने अपनी बहुत सबसे पहला दूसरा तीसरा पहले दूसरे तीसरे बाद जहाँ जिस उस इस कुछ कोई हर बस`),
    halves: set('अगर जब यदि जैसे'),
    otherHalf: { words: set('तो तब वैसे'), times: 1 },
    digits: set('० १ २ ३ ४ ५ ६ ७ ८ ९ 0 1 2 3 4 5 6 7 8 9 शून्य एक दो तीन चार पाँच पांच छह छः सात आठ नौ डबल'),
    numbers: set(
      'दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे सौ हज़ार हजार लाख करोड़',
    ),
    counts: counts('दो|तीन|चार|पाँच पांच'),
    points: set('कारण बातें चीज़ें चीजें कदम तरीके सवाल समस्याएँ उदाहरण'),
    ordinals: [set('पहला पहली पहले'), set('दूसरा दूसरी दूसरे'), set('तीसरा तीसरी तीसरे'), set('चौथा चौथी'), set('पाँचवाँ')],
    verb: /(ा|े|ी|ो|ीं|ें|ए|ई|आ|हूँ|हूं|हैं|है|हां|हाँ|नहीं|दूँ|लूँ)$/,
  },
  ar: {
    never: set('و ف ثم لأن لكن ولكن أن إن إذا لو يعني أو أم حتى لكي كي بأن لأنه لأنني لأننا لأنها التي الذي الذين'),
    seldom:
      set(`من إلى على في عن مع بعد قبل عند عندما بين هذا هذه ذلك تلك قد لم لن لا هل كل مثل أي أيضا كان كانت أولا ثانيا ثالثا
      وثالثا وثانيا أنا نحن هو هي هم بسبب حول خلال منذ بدون سوف كما حيث بل غير أكثر فقط طبعا`),
    halves: set('إذا لو عندما لما'),
    otherHalf: { words: set('فإن سوف فسوف كنت سأ ف'), times: 1 },
    digits: set('٠ ١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩ 0 1 2 3 4 5 6 7 8 9 صفر واحد اثنان اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة'),
    numbers: set('عشرة عشرين عشرون ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين مئة مائة ألف مليون'),
    counts: counts('سببان شيئان|ثلاثة ثلاث|أربعة أربع|خمسة خمس'),
    points: set('أسباب أشياء خطوات نقاط أمور طرق أسئلة مشاكل أمثلة سببان شيئان'),
    ordinals: [
      set('أولا الأول وأولا'),
      set('ثانيا الثاني وثانيا'),
      set('ثالثا الثالث وثالثا'),
      set('رابعا ورابعا'),
      set('خامسا وخامسا'),
    ],
    verb: null,
  },
};

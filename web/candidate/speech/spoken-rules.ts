/** What short phrases mean in a conversation: a sign of listening, or a wish about the turn. For each language. Pure. */

export type SpokenLanguage = 'en' | 'hi' | 'ar';

/** The rules' language for a tag such as `en-IN`; English for others. */
export function spokenLanguage(tag: string): SpokenLanguage {
  const base = tag.toLowerCase().split(/[-_]/)[0];
  return base === 'hi' || base === 'ar' ? base : 'en';
}

/** Lower case, without punctuation, vowel signs of Arabic and variants of its letters: what two recognisers agree on. */
export function spokenWords(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll(/[’']/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Words that alone, or together with each other, only say "I am listening". English ones are heard everywhere. */
const BACKCHANNEL: Record<SpokenLanguage, string> = {
  en: 'mm mhm hm hmm mmhm mmhmm uh huh uhuh ah oh yes yeah yep yup ok okay right sure alright great cool nice i see got it fine',
  hi: 'हाँ हां जी अच्छा ठीक है ओके हूँ हूं हम्म हम सही बिल्कुल अरे ओह यस haan haa ji accha acha theek hai',
  ar: 'نعم ايوه ايوا اه اها تمام حسنا طيب صحيح اوكي همم هم اجل ماشي naam aywa tamam',
};
const LISTENING = sets(BACKCHANNEL);

/** True for one or more signs of listening and nothing else; false for no words at all. */
export function isBackchannel(text: string, language: SpokenLanguage): boolean {
  const words = spokenWords(text);
  if (words.length === 0 || words.length > 4) return false;
  return words.every((word) => LISTENING[language].has(word) || LISTENING.en.has(word));
}

export type SpokenCommand = 'think' | 'done' | 'repeat';

const COMMANDS: Record<SpokenCommand, Record<SpokenLanguage, string[]>> = {
  think: {
    en: [
      ...['let me think', 'let me think about it', 'let me think about that', 'let me think for a second'],
      ...['let me think for a moment', 'give me a moment', 'give me a second', 'give me a minute', 'one moment please'],
      ...['i need a moment', 'i need to think', 'i need some time to think', 'i have to think about that'],
    ],
    hi: [
      ...['मुझे सोचने दीजिए', 'मुझे सोचने दो', 'सोचने दीजिए', 'मैं सोच रहा हूँ', 'मैं सोच रही हूँ', 'एक मिनट दीजिए'],
      ...['एक मिनट रुकिए', 'थोड़ा समय दीजिए', 'ज़रा सोचने दीजिए', 'सोचकर बताता हूँ', 'सोचकर बताती हूँ'],
    ],
    ar: [
      ...['دعني افكر', 'دعيني افكر', 'خليني افكر', 'اعطني لحظة', 'اعطيني لحظة', 'لحظة من فضلك', 'احتاج الي لحظة'],
      ...['دعني افكر قليلا', 'اعطني دقيقة', 'احتاج وقتا للتفكير'],
    ],
  },
  done: {
    en: [
      ...['im done', 'i am done', 'thats all', 'that is all', 'thats it', 'that is it', 'i am finished', 'im finished'],
      ...['thats my answer', 'that is my answer', 'thats all from me', 'thats all i have'],
    ],
    hi: ['बस इतना ही', 'बस यही', 'मेरा जवाब पूरा हुआ', 'मैंने बता दिया', 'मेरा उत्तर पूरा हुआ', 'हो गया', 'इतना ही कहना है'],
    ar: ['انتهيت', 'هذا كل شيء', 'هذا كل ما لدي', 'لقد انتهيت', 'هذه اجابتي', 'خلصت', 'هذا جوابي'],
  },
  repeat: {
    en: [
      ...['repeat that', 'repeat that please', 'can you repeat that', 'could you repeat that', 'say that again'],
      ...['can you repeat the question', 'could you repeat the question', 'repeat the question', 'say it again'],
      ...['can you say that again', 'could you say that again', 'could you repeat that please', 'pardon'],
      'could you repeat the question please',
    ],
    hi: [
      ...['दोहराइए', 'फिर से बोलिए', 'सवाल दोहराइए', 'एक बार फिर बोलिए', 'दोबारा बोलिए', 'फिर से कहिए', 'प्रश्न दोहराइए'],
      ...['क्या आप दोहरा सकते हैं', 'क्या आप सवाल दोहरा सकते हैं', 'क्या आप दोहरा सकती हैं', 'कृपया दोहराइए'],
    ],
    ar: [
      ...['اعد السؤال', 'اعيدي السؤال', 'كرر السؤال', 'هل يمكنك اعادة السؤال', 'ممكن تعيد السؤال', 'اعد من فضلك'],
      ...['هل يمكنك تكرار السؤال', 'كرر من فضلك', 'اعد السؤال من فضلك'],
    ],
  },
};
/** What may stand around a command without making it part of a sentence. */
const POLITE = new Set(
  spokenWords('please um uh okay so well sorry well hmm कृपया जी अच्छा तो ठीक है من فضلك حسنا طيب عفوا لو سمحت'),
);
/** These say by themselves that an answer is over, so that a recogniser without full stops may run them together. */
const PLAIN: ReadonlySet<string> = new Set([
  ...[
    'thats all from me',
    'thats all i have',
    'thats my answer',
    'that is my answer',
    'इतना ही कहना है',
    'मेरा जवाब पूरा हुआ',
  ],
  ...['هذا كل ما لدي', 'هذه اجابتي', 'هذا جوابي'],
]);
/** "Good question, let me think." */
const LEAD_IN_WORDS = 2;

/**
 * The wish about the turn that the text ends with. It must be a sentence of its own, or nearly: "they laughed when I
 * said I'm done" is part of a story, and a wish that was missed costs less than one that was imagined.
 */
export function spokenCommand(text: string, language: SpokenLanguage): SpokenCommand | null {
  const sentences = text
    .trim()
    .replace(/[.!?।؟]+$/u, '')
    .split(/[.!?।؟]/u);
  const last = spokenWords(sentences.at(-1) ?? '');
  for (const command of ['think', 'done', 'repeat'] as const) {
    for (const phrase of COMMANDS[command][language]) {
      const others = PLAIN.has(phrase) ? Number.POSITIVE_INFINITY : command === 'think' ? LEAD_IN_WORDS : 0;
      if (endsWith(last, spokenWords(phrase), others)) return command;
    }
  }
  return null;
}

/** Whether the words end with the phrase, with at most so many other words before it; polite ones are not counted. */
function endsWith(words: string[], phrase: string[], others: number): boolean {
  let end = words.length;
  while (end > phrase.length && POLITE.has(words[end - 1] ?? '') && phrase.at(-1) !== words[end - 1]) end -= 1;
  const start = end - phrase.length;
  if (start < 0 || !phrase.every((word, at) => words[start + at] === word)) return false;
  return words.slice(0, start).filter((word) => !POLITE.has(word)).length <= others;
}

function sets(lists: Record<SpokenLanguage, string>): Record<SpokenLanguage, ReadonlySet<string>> {
  const one = (list: string) => new Set(spokenWords(list));
  return { en: one(lists.en), hi: one(lists.hi), ar: one(lists.ar) };
}

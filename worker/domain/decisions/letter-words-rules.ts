/** The letters about decisions in the languages of interviews. Pure. */
import type { Plan } from '../plans/plan-shape.ts';
import type { LetterFacts } from './letter-rules.ts';

/** Stands where the member's own reason goes; the page that shows a preview puts the typed words there. */
export const REASON_PLACE = '{reason}';

type Line = (facts: LetterFacts) => string;
type Lines = (facts: LetterFacts) => string[];

export interface LetterWords {
  subject: Line;
  hello: Line;
  own: Line;
  ask: Line;
  advance: Lines;
  hold: Lines;
  reject: Lines;
  /** Where the tenant gives feedback and it is not held back. */
  feedback: string;
}

export const LETTERS: Record<Plan['language'], LetterWords> = {
  en: {
    subject: ({ role, tenant }) => `${role} at ${tenant}`,
    hello: ({ candidate }) => `Hello ${candidate},`,
    own: ({ role }) => `This is about your interview for ${role}. I decided it, not a machine.`,
    ask: ({ memberEmail }) =>
      `If you have a question, or would like somebody else to look at your interview again, write to me: ${memberEmail}.`,
    advance: ({ memberEmail }) => [
      'We would like to talk with you in the next round. I will write to you about a time.',
      `If you have a question before that, write to me: ${memberEmail}.`,
    ],
    hold: ({ until }) => [`We have not decided yet. The reason: ${REASON_PLACE}`, `You will hear from us by ${until}.`],
    reject: () => [`We will not go on with your application. The reason: ${REASON_PLACE}`],
    feedback:
      'What was seen in each part of your interview, and what would show more, is on your page: open the link of your invitation once more.',
  },
  ar: {
    subject: ({ role, tenant }) => `${role} لدى ${tenant}`,
    hello: ({ candidate }) => `مرحبًا ${candidate}،`,
    own: ({ role }) => `هذه الرسالة بخصوص مقابلتك لوظيفة ${role}. القرار قراري أنا، وليس قرار آلة.`,
    ask: ({ memberEmail }) => `إن كان لديك سؤال، أو أردت أن يراجع شخص آخر مقابلتك من جديد، فاكتب إليّ: ${memberEmail}.`,
    advance: ({ memberEmail }) => [
      'نود أن نتحدث معك في المرحلة التالية. سأكتب إليك بشأن الموعد.',
      `إن كان لديك سؤال قبل ذلك، فاكتب إليّ: ${memberEmail}.`,
    ],
    hold: ({ until }) => [`لم نقرر بعد. السبب: ${REASON_PLACE}`, `سيصلك ردنا في موعد أقصاه ${until}.`],
    reject: () => [`لن نواصل العمل على طلبك. السبب: ${REASON_PLACE}`],
    feedback: 'ما لوحظ في كل جزء من مقابلتك، وما كان سيُظهر المزيد، تجده في صفحتك: افتح رابط دعوتك مرة أخرى.',
  },
  hi: {
    subject: ({ role, tenant }) => `${tenant} में ${role}`,
    hello: ({ candidate }) => `नमस्ते ${candidate},`,
    own: ({ role }) => `यह ${role} के लिए आपके साक्षात्कार के बारे में है। यह निर्णय मैंने लिया है, किसी मशीन ने नहीं।`,
    ask: ({ memberEmail }) => `कोई सवाल हो, या आप चाहें कि कोई और आपका साक्षात्कार फिर से देखे, तो मुझे लिखिए: ${memberEmail}।`,
    advance: ({ memberEmail }) => [
      'हम अगले दौर में आपसे बात करना चाहेंगे। समय के बारे में मैं आपको लिखूँगा/लिखूँगी।',
      `उससे पहले कोई सवाल हो, तो मुझे लिखिए: ${memberEmail}।`,
    ],
    hold: ({ until }) => [`हमने अभी निर्णय नहीं लिया है। कारण: ${REASON_PLACE}`, `${until} तक आपको हमारा उत्तर मिल जाएगा।`],
    reject: () => [`हम आपके आवेदन पर आगे नहीं बढ़ेंगे। कारण: ${REASON_PLACE}`],
    feedback:
      'आपके साक्षात्कार के हर भाग में क्या दिखा, और क्या बताने से और दिखता, यह आपके पृष्ठ पर है: अपने निमंत्रण का लिंक फिर से खोलिए।',
  },
};

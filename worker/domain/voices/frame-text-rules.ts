/** What the interviewer says around a plan's questions, in the plan's language. Pure. */
import type { Plan } from '../plans/plan-shape.ts';

type Language = Plan['language'];

interface FrameTexts {
  opening: (title: string, minutes: number) => string;
  closing: string;
  /** Said at the end of an answer while the next words are made: less than 300 ms each. */
  acks: readonly [string, string, string];
  /** After a silence. */
  calm: string;
  /** While another engine takes over. */
  moment: string;
  unheard: string;
}

export const FRAME: Record<Language, FrameTexts> = {
  en: {
    opening: (title, minutes) =>
      `Hello, and thank you for your time. We will talk about ${title} for up to ${minutes} minutes. I am an automated interviewer: I ask, you answer, and people decide. Take all the time you need before each answer.`,
    closing: 'That was my last question. Thank you.',
    acks: ['Mm-hm.', 'Okay.', 'Thanks.'],
    calm: 'Take your time.',
    moment: 'One moment, please.',
    unheard: 'I could not hear that. Please say it again, or type it.',
  },
  ar: {
    opening: (title, minutes) =>
      `مرحبًا، وشكرًا لوقتك. سنتحدث عن ${title} لمدة تصل إلى ${minutes} دقيقة. أنا محاور آلي: أنا أسأل وأنت تجيب، والبشر هم من يقررون. خذ ما تحتاجه من وقت قبل كل إجابة.`,
    closing: 'كان هذا سؤالي الأخير. شكرًا لك.',
    acks: ['نعم.', 'حسنًا.', 'شكرًا.'],
    calm: 'خذ وقتك.',
    moment: 'لحظة من فضلك.',
    unheard: 'لم أتمكن من سماع ذلك. من فضلك قله مرة أخرى أو اكتبه.',
  },
  hi: {
    opening: (title, minutes) =>
      `नमस्ते, और आपके समय के लिए धन्यवाद। हम ${minutes} मिनट तक ${title} के बारे में बात करेंगे। मैं एक स्वचालित साक्षात्कारकर्ता हूँ: मैं पूछता हूँ, आप उत्तर देते हैं, और निर्णय लोग करते हैं। हर उत्तर से पहले जितना समय चाहें लें।`,
    closing: 'यह मेरा आख़िरी सवाल था। धन्यवाद।',
    acks: ['जी।', 'ठीक है।', 'शुक्रिया।'],
    calm: 'आराम से समय लीजिए।',
    moment: 'एक पल, कृपया।',
    unheard: 'मैं वह सुन नहीं पाया। कृपया फिर से कहिए, या लिख दीजिए।',
  },
};

export function openingText(plan: Plan): string {
  return FRAME[plan.language].opening(plan.title, Math.round(plan.limits.totalMs / 60_000));
}

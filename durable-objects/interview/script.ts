/** A published plan as the machine's script. */
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import type { Script } from './machine-state.ts';

/** What the interviewer says before the first question and after the last, in the plan's language. */
const FRAME: Record<Plan['language'], { opening: (title: string, minutes: number) => string; closing: string }> = {
  en: {
    opening: (title, minutes) =>
      `Hello, and thank you for your time. We will talk about ${title} for up to ${minutes} minutes. I am an automated interviewer: I ask, you answer, and people decide. Take all the time you need before each answer.`,
    closing: 'That was my last question. Thank you.',
  },
  ar: {
    opening: (title, minutes) =>
      `مرحبًا، وشكرًا لوقتك. سنتحدث عن ${title} لمدة تصل إلى ${minutes} دقيقة. أنا محاور آلي: أنا أسأل وأنت تجيب، والبشر هم من يقررون. خذ ما تحتاجه من وقت قبل كل إجابة.`,
    closing: 'كان هذا سؤالي الأخير. شكرًا لك.',
  },
  hi: {
    opening: (title, minutes) =>
      `नमस्ते, और आपके समय के लिए धन्यवाद। हम ${minutes} मिनट तक ${title} के बारे में बात करेंगे। मैं एक स्वचालित साक्षात्कारकर्ता हूँ: मैं पूछता हूँ, आप उत्तर देते हैं, और निर्णय लोग करते हैं। हर उत्तर से पहले जितना समय चाहें लें।`,
    closing: 'यह मेरा आख़िरी सवाल था। धन्यवाद।',
  },
};

export function scriptOf(plan: Plan): Script {
  const frame = FRAME[plan.language];
  return {
    language: plan.language,
    patience: plan.patience,
    totalMs: plan.limits.totalMs,
    questionMs: plan.limits.questionMs,
    sections: plan.sections.map((section) => ({ title: section.title })),
    questions: plan.sections.flatMap((section, index) =>
      section.questions.map((question) => ({
        id: question.id,
        section: index,
        text: question.text,
        followUpBudget: question.followUps.budget,
      })),
    ),
    opening: frame.opening(plan.title, Math.round(plan.limits.totalMs / 60_000)),
    closing: frame.closing,
  };
}

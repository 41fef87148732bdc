/** Answers in Arabic; a bar is a pause in which they go on thinking. */
import type { Said } from './script.ts';

export const ARABIC: Said[] = [
  { kind: 'complete', text: 'عملت في فندق صغير ثلاث سنوات.' },
  { kind: 'complete', text: 'كان العميل غاضبا | وكان على حق.' },
  { kind: 'complete', text: 'قلت لهم الحقيقة. | لم يكونوا سعداء بذلك.' },
  { kind: 'complete', text: 'قررنا أن | نبدأ العمل بعد أسبوع.' },
  { kind: 'complete', text: 'أحب العمل مع الناس الصادقين.' },
  { kind: 'complete', text: 'أولا أقرأ التقرير، | ثم أتصل بالمدير.' },
  { kind: 'complete', text: 'كان ذلك | أصعب أسبوع في المشروع.' },
  { kind: 'trailing', text: 'أنا كتبت الخطة و | زميلي راجع الأرقام.' },
  { kind: 'trailing', text: 'لم نصل في الوقت لأن | الطريق كان مغلقا.' },
  { kind: 'trailing', text: 'يعني | تعلمت كل شيء من زملائي.' },
  { kind: 'trailing', text: 'استغرق الأمر وقتا طويلا لكن | انتهينا يوم الجمعة.' },
  { kind: 'trailing', text: 'تكلمت مع السائق عن | المدخل الثاني للمستشفى.' },
  { kind: 'trailing', text: 'أفضل أن أكتب كل شيء حتى | لا ننسى.' },
  { kind: 'number', text: 'رقمي هو خمسة صفر ثلاثة | سبعة ثمانية تسعة | واحد اثنان.' },
  { kind: 'list', text: 'كانت هناك ثلاثة أسباب. أولا، | الوقت. ثانيا، | المال. وثالثا، | عدد الموظفين.' },
  { kind: 'short', text: 'نعم.' },
  { kind: 'short', text: 'لا، | ليس تماما.' },
  { kind: 'open end', text: 'تكلمنا مع الفريق كله و' },
  { kind: 'noise', text: 'غيرت الموعد | واتصلت بالمريض.', during: 'cough' },
  { kind: 'noise', text: 'كان في فريقنا ثمانية أشخاص. | كلهم مجتهدون.', behind: 'music' },
];

/** Sounds that a candidate makes while the interviewer speaks: real interruptions, signs of listening, and noises. */
import type { SpokenLanguage } from '../../../web/candidate/speech/spoken-rules.ts';
import type { Noise } from './noises.ts';

export interface Interruption {
  language: SpokenLanguage;
  /** 'take' means to have the floor, 'listen' only shows that somebody listens. */
  meant: 'take' | 'listen' | 'noise';
  text?: string;
  noise?: Noise;
  lengthMs?: number;
  /** What a speaker leaves of the interviewer's own voice after echo cancellation. */
  echo?: boolean;
}

const take = (language: SpokenLanguage, texts: string[]): Interruption[] =>
  texts.map((text, at) => ({ language, meant: 'take', text, echo: at % 2 === 0 }));
const listen = (language: SpokenLanguage, texts: string[]): Interruption[] =>
  texts.map((text, at) => ({ language, meant: 'listen', text, echo: at % 2 === 0 }));
const noise = (noises: Noise[], lengthsMs: number[]): Interruption[] =>
  noises.flatMap((one) =>
    lengthsMs.map((lengthMs) => ({ language: 'en', meant: 'noise', noise: one, lengthMs }) as const),
  );

export const INTERRUPTIONS: Interruption[] = [
  ...take('en', [
    'Sorry, can I say something?',
    'Wait.',
    'Stop, please.',
    'Actually, I meant the other project.',
    'No, that was not my decision.',
    'I did not understand the question.',
    'Can you repeat that?',
    'Yes, but I was not alone there.',
    'Okay, so I started with the plan.',
    'Excuse me.',
    'Could you speak more slowly?',
    'One moment, please.',
  ]),
  ...take('hi', [
    'माफ़ कीजिए, एक बात।',
    'रुकिए।',
    'जी, लेकिन मैं वहाँ नहीं था।',
    'मैं समझा नहीं।',
    'क्या आप दोहरा सकते हैं?',
    'नहीं, वह मेरा काम था।',
  ]),
  ...take('ar', [
    'عفوا، عندي سؤال.',
    'لحظة.',
    'نعم، لكن لم أكن وحدي.',
    'لم أفهم السؤال.',
    'هل يمكنك إعادة السؤال؟',
    'لا، هذا غير صحيح.',
  ]),
  ...listen('en', [
    'Mm-hm.',
    'Yes.',
    'Okay.',
    'Right.',
    'Yeah, sure.',
    'I see.',
    'Uh-huh.',
    'Okay, great.',
    'Yes, yes.',
    'Alright.',
  ]),
  ...listen('hi', ['हाँ।', 'जी।', 'अच्छा।', 'ठीक है।', 'जी हाँ।', 'हाँ, ठीक है।']),
  ...listen('ar', ['نعم.', 'آه.', 'حسنا.', 'طيب.', 'نعم، نعم.', 'تمام.']),
  ...noise(['cough', 'keys', 'knock', 'music', 'fan', 'traffic'], [800, 2500]),
];

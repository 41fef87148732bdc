/** A story is no order: words that the machinery of scoring shares with work, in sentences as people tell them. */
import { expect, test } from 'vitest';
import { isInstruction } from '../../worker/domain/scoring/instruction-rules.ts';
import { NORTHWIND_PEOPLE } from '../../worker/local/example/northwind-people.ts';
import { ownFamilies } from '../evals/own-cases.ts';
import { HONEST } from '../support/honest-answers.ts';

const STORIES = [
  'The API returned JSON with a null in it, so I wrote a check.',
  'I worked as a sales assistant for two years.',
  'I agreed the acceptance criteria with the customer on Monday.',
  'I gave a prompt reply and she was glad.',
  'As a nurse assistant I measured the pulse twice.',
  'We trained a language model on our tickets and I measured the errors.',
  'I built a credit scoring model and compared it with the old one.',
  'The system administrator allowed me to restart the server.',
  'I told her that I would raise the price by 5 percent.',
  'My manager gave me a level of trust that I had to earn.',
  'I ignored the alarm at first, which was wrong.',
  'He said forget it, all of it, and I went on.',
  'I was the assistant of the plant manager.',
  'We scored five goals in the second half.',
  'I checked every answer of the survey by hand.',
  'The top rating on the site went to the other hotel.',
  'I asked the candidate to wait outside, I was hiring for my shift.',
  'In this interview training I learned to listen.',
  'I skipped the earlier checks because the patient was in pain, and I wrote that down.',
  'We disregarded the earlier rules of the shop.',
  'I marked the boxes with five points in red.',
  'I passed the exam with 100 percent.',
  'The customer gave me five stars on the site.',
  'As the hiring manager I decided on three people in March.',
  'أنا إنسان هادئ وانسجمت مع الفريق بعد أسبوع.',
  'كانت درجة الحرارة أعلى من المعتاد فاتصلت بالطبيب.',
  'تجاهلت الإنذار في البداية وكان ذلك خطأ.',
  'मैंने उस ग़लती को अनदेखा नहीं किया।',
  'परीक्षा में मुझे सबसे ज़्यादा अंक मिले।',
  'मैंने हर बॉक्स पर तारीख अंकित की।',
  'My manager told me to skip the checks, and I refused.',
  'The oxygen level was at five when I turned the valve.',
];

test.each(STORIES)('no order: %s', (sentence) => {
  expect(isInstruction(sentence)).toBe(false);
});

test('nobody’s account is taken for an order', () => {
  const told = [
    ...HONEST.map(({ answer }) => answer),
    ...NORTHWIND_PEOPLE.flatMap(({ answers }) => answers),
    ...ownFamilies().flatMap(({ cases }) =>
      cases.filter(({ kind }) => !kind.startsWith('injected')).flatMap(({ said }) => said.map(({ text }) => text)),
    ),
  ];
  expect(told.filter(isInstruction)).toEqual([]);
});

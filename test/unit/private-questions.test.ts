/** Questions about who somebody is are found in three languages; the private lives that a trade works with are not meant. */
import { expect, test } from 'vitest';
import { privateQuestions, privateTrait, type Trait } from '../../worker/domain/plans/private-rules.ts';
import { planFromTemplate } from '../../worker/domain/plans/template-rules.ts';

const ASKED: [Trait, string[]][] = [
  [
    'age',
    [
      'How old are you?',
      'What’s your age?',
      'What is your year of birth?',
      'كم عمرك؟',
      'आपकी उम्र क्या है?',
      'आप कितने साल के हैं?',
    ],
  ],
  [
    'family',
    [
      'Are you married?',
      'Do you have any children?',
      'Are you planning to have kids?',
      'Who looks after your kids?',
      'هل أنت متزوج؟',
      'هل لديك أطفال؟',
      'क्या आप शादीशुदा हैं?',
      'आपके बच्चे कितने हैं?',
    ],
  ],
  ['religion', ['What is your religion?', 'Do you pray during the day?', 'ما هي ديانتك؟', 'आपका धर्म क्या है?']],
  ['origin', ['Where are you really from?', 'What is your mother tongue?', 'ما هي جنسيتك؟', 'आपकी राष्ट्रीयता क्या है?']],
  [
    'health',
    [
      'How is your health?',
      'Do you have any disability?',
      'How often were you ill last year?',
      'هل لديك إعاقة؟',
      'क्या आपको कोई बीमारी है?',
    ],
  ],
  ['gender', ['What is your sexual orientation?', 'ما هو جنسك؟', 'आपका लिंग क्या है?']],
  ['politics', ['Who did you vote for?', 'Are you a member of a trade union?', 'لمن تصوت؟', 'आप किसे वोट देते हैं?']],
  ['money', ['What is your current salary?', 'ما هو راتبك الحالي؟', 'आपका वेतन कितना है?']],
];

test.each(ASKED)('%s is found', (trait, questions) => {
  expect(questions.map(privateTrait)).toEqual(questions.map(() => trait));
});

const WORK = [
  'Tell me about a child who did not want to eat. What did you do?',
  'A patient refuses treatment for religious reasons. What do you do?',
  'How old was the oldest system that you had to maintain?',
  'How did you agree with a pupil’s mother on one step?',
  'Which health and safety rule would you never leave out?',
  'Tell me about a family whom you had to bring bad news.',
  'How do you keep prices and salaries in a payroll confidential?',
  'حدثني عن مريض رفض العلاج. ماذا فعلت؟',
  'एक मरीज़ के परिवार को बुरी ख़बर देने के बारे में बताइए।',
  'Who supported you, and what was your own part in it?',
];

test.each(WORK)('“%s” is about work', (question) => {
  expect(privateTrait(question)).toBeNull();
});

test('a hidden sign inside does not hide a question', () => {
  expect(privateTrait('How o\u200Bld are y\u00ADou?')).toBe('age');
});

test('a plan says which of its questions they are, also where only a follow-up asks', () => {
  const plan = planFromTemplate('care', 'Care assistant');
  expect(privateQuestions(plan)).toEqual([]);
  const question = plan.sections[1]?.questions[0];
  question?.followUps.rules.push({ when: 'always', say: 'And do you have children?' });
  const hello = plan.sections[0]?.questions[0];
  if (hello !== undefined) hello.text = 'How old are you?';
  expect(privateQuestions(plan)).toEqual([
    { trait: 'age', pointer: '/sections/0/questions/0' },
    { trait: 'family', pointer: '/sections/1/questions/0' },
  ]);
});

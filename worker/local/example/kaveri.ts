/** The example tenant in India: a smaller role with a smaller plan. */
import type { Plan } from '../../domain/plans/plan-shape.ts';
import { type ExamplePerson, person } from './person.ts';

export const KAVERI_ROLE = {
  title: 'Sample collection coordinator',
  location: 'Bengaluru',
  decisionDays: 7,
  description: `Sample collection coordinator, Bengaluru

Kaveri collects blood samples at home, from six in the morning. You plan the rounds of eighteen collectors, you keep the samples cold and named, and you speak with patients when something goes wrong.

- plan rounds so that every sample reaches the laboratory within two hours
- notice a mix-up before the laboratory does
- speak with a patient who must give a sample again`,
};

export const KAVERI_PLAN: Plan = {
  title: 'Sample collection coordinator',
  language: 'en',
  limits: { totalMs: 20 * 60_000, questionMs: 5 * 60_000 },
  patience: 'normal',
  sections: [
    {
      id: 'rounds',
      title: 'The morning rounds',
      questions: [
        {
          id: 'late',
          text: 'A collector stands in the rain with six samples and a broken scooter. What do you do?',
          kind: 'adaptive',
          followUps: {
            budget: 1,
            rules: [
              { when: 'missing', terms: ['two hours', 'cold', 'minutes'], say: 'How do you keep the samples usable?' },
            ],
          },
          evidenceFor: ['rounds'],
          source: 'plan rounds so that every sample reaches the laboratory within two hours',
        },
        {
          id: 'mixed',
          text: 'Two tubes carry the same name. How do you find out whose they are?',
          kind: 'scripted',
          followUps: { budget: 0, rules: [] },
          evidenceFor: ['care'],
          source: 'notice a mix-up before the laboratory does',
        },
      ],
    },
    {
      id: 'patients',
      title: 'Patients',
      questions: [
        {
          id: 'again',
          text: 'You have to ask a patient to give a sample again. How do you say it?',
          kind: 'scripted',
          followUps: { budget: 0, rules: [] },
          evidenceFor: ['care'],
          source: 'speak with a patient who must give a sample again',
        },
      ],
    },
  ],
  rubric: {
    criteria: [
      {
        id: 'rounds',
        name: 'Plans under time',
        short: 'Rounds',
        weight: 50,
        levels: [
          'Waits for instructions.',
          'Sends somebody, without looking at the time.',
          'Sends somebody and watches the time.',
          'Keeps the samples usable first, then mends the round.',
          'Keeps the samples usable, mends the round and tells the patients who wait.',
        ],
        indicators: ['two hours', 'cold', 'minutes', 'nearest', 'handed over', 'called', 'round'],
      },
      {
        id: 'care',
        name: 'Takes care of people and samples',
        short: 'Care',
        weight: 50,
        levels: [
          'Guesses, or hides the mistake.',
          'Passes the question on.',
          'Follows the rule and says so.',
          'Stops, checks with the people concerned and writes it down.',
          'Does so, and changes what made the mistake possible.',
        ],
        indicators: ['stopped', 'asked', 'birth date', 'sorry', 'our mistake', 'wrote down', 'again', 'label'],
      },
    ],
  },
};

export const KAVERI_PEOPLE: ExamplePerson[] = [
  person('Meera Nair', 'meera.nair', 'to-decide', {
    answers: [
      'I looked for the nearest collector and asked her to take the six tubes, still in the cold box. They were handed over in twenty minutes, and the laboratory had them within two hours. I called the two patients who waited.',
      'I stopped the round and asked both patients for their birth date. One label was printed twice, I wrote it down and both samples were taken again.',
      'I say that it was our mistake and that I am sorry, when the collector can come again, and that there is nothing to pay.',
    ],
    more: ['The cold box holds for three hours.'],
  }),
  person('Arjun Reddy', 'arjun.reddy', 'opened'),
  person('Fatima Sheikh', 'fatima.sheikh', 'invited'),
];

/** The interview plan of the example tenant in the EU. */
import type { Plan } from '../../domain/plans/plan-shape.ts';

export const NORTHWIND_ROLE = {
  title: 'Customer support lead',
  location: 'Rotterdam',
  decisionDays: 5,
  description: `Customer support lead, Rotterdam

Northwind moves temperature-sensitive goods between 14 European hubs. When something goes wrong on the road, our support desk is whom people call. You will lead eleven agents in Rotterdam and Venlo.

What you will do
- calm a customer who is angry for a good reason, and keep what you promise
- decide each morning what comes first when everything seems urgent
- grow two of your agents into deputies within a year
- write to clients so that no second mail is needed
- look at last week's figures every Friday, and change one thing because of them

What you bring
- two years of leading a support team of at least five people
- spoken and written English; Dutch, Polish or Arabic helps
- one weekend in six

We pay 3,900 to 4,600 euros a month, 27 days of holiday, and the train.`,
};

export const NORTHWIND_PLAN: Plan = {
  title: 'Customer support lead',
  language: 'en',
  limits: { totalMs: 30 * 60_000, questionMs: 6 * 60_000 },
  patience: 'patient',
  sections: [
    {
      id: 'start',
      title: 'Getting started',
      questions: [
        {
          id: 'desk',
          text: 'Let us start gently. What does the support desk that you lead today look like?',
          kind: 'scripted',
          followUps: { budget: 0, rules: [] },
          evidenceFor: [],
        },
      ],
    },
    {
      id: 'upset',
      title: 'An upset customer',
      questions: [
        {
          id: 'angry',
          text: 'Tell me about a customer who was really angry. What did you do in the first minute?',
          kind: 'adaptive',
          followUps: {
            budget: 1,
            rules: [
              { when: 'short', words: 12, say: 'Take me through it slowly. What did you say first?' },
              {
                when: 'missing',
                terms: ['called', 'promised', 'told', 'minutes', 'again'],
                say: 'And what did you promise, and by when?',
              },
            ],
          },
          evidenceFor: ['calm'],
          source: 'calm a customer who is angry for a good reason, and keep what you promise',
        },
      ],
    },
    {
      id: 'morning',
      title: 'A bad morning',
      questions: [
        {
          id: 'monday',
          text: 'It is Monday at eight: forty new tickets, two agents are ill, and a pharma shipment is warming up. What comes first, and why?',
          kind: 'adaptive',
          followUps: {
            budget: 1,
            rules: [{ when: 'missing', terms: ['because', 'wait', 'later', 'worse'], say: 'What would you let wait?' }],
          },
          evidenceFor: ['triage'],
          source: 'decide each morning what comes first when everything seems urgent',
        },
      ],
    },
    {
      id: 'people',
      title: 'Growing people',
      questions: [
        {
          id: 'coach',
          text: 'Whom did you help to become better at their work, and how?',
          kind: 'adaptive',
          followUps: {
            budget: 1,
            rules: [
              {
                when: 'missing',
                terms: ['today', 'now', 'became', 'since'],
                say: 'What can they do today that they could not do before?',
              },
            ],
          },
          evidenceFor: ['coach'],
          source: 'grow two of your agents into deputies within a year',
        },
      ],
    },
    {
      id: 'words',
      title: 'Writing and numbers',
      questions: [
        {
          id: 'mail',
          text: 'A delivery is two days late and nobody knows why yet. What do you write to the client?',
          kind: 'scripted',
          followUps: { budget: 0, rules: [] },
          evidenceFor: ['writing'],
          source: 'write to clients so that no second mail is needed',
        },
        {
          id: 'figure',
          text: 'Which number did you look at last week, and what did you change because of it?',
          kind: 'adaptive',
          followUps: {
            budget: 1,
            rules: [{ when: 'short', words: 10, say: 'Is there an older example that you may tell?' }],
          },
          evidenceFor: ['numbers'],
          source: "look at last week's figures every Friday, and change one thing because of them",
        },
      ],
    },
  ],
  rubric: {
    criteria: [
      {
        id: 'calm',
        name: 'Calms an upset customer',
        short: 'Calm',
        weight: 25,
        levels: [
          'Argues with the customer, or passes the call on at once.',
          'Apologises in general words and turns to the procedure.',
          'Listens to the end and offers a repair.',
          'Names the customer’s loss before the repair, gives a time and keeps it.',
          'Does so in more than one case, and changes what caused the anger.',
        ],
        indicators: [
          'angry',
          'shouting',
          'let her finish',
          'listened',
          'lost',
          'called',
          'ten minutes',
          'promised',
          'kept',
          'refund',
          'listened to the end',
        ],
      },
      {
        id: 'coach',
        name: 'Coaches people',
        short: 'Coach',
        weight: 25,
        levels: [
          'Leaves people to find out by themselves, or does their work for them.',
          'Tells people what they did wrong.',
          'Shows people how it is done and checks later.',
          'Lets people find their own mistake, and sees it through.',
          'Lets people find the mistake themselves, and can show what became of them.',
        ],
        indicators: [
          'listened together',
          'asked',
          'practised',
          'sentence',
          'lead a shift',
          'learned',
          'coached',
          'showed',
          'colleague',
          'her mails',
          'alone',
        ],
      },
      {
        id: 'triage',
        name: 'Sets priorities under load',
        short: 'Triage',
        weight: 20,
        levels: [
          'Starts with whoever is loudest or first in the line.',
          'Names many first things.',
          'Names one first thing and a reason.',
          'Sorts by what waiting costs, and tells the team what will wait.',
          'Sorts by what waiting costs, says when to stop, and keeps the whole in view.',
        ],
        indicators: [
          'worse with time',
          'first',
          'wait',
          'because',
          'sort',
          'cold chain',
          'team',
          'shouts',
          'shipment',
          'tickets',
          'until noon',
          'urgent',
        ],
      },
      {
        id: 'writing',
        name: 'Writes clearly',
        short: 'Writing',
        weight: 15,
        levels: [
          'The reader has to ask what is meant.',
          'Says what happened, but not what comes next.',
          'Says what happens and what comes next.',
          'Says what happens, why and what comes next, so that no second mail is needed.',
          'Does so in few words, and names the next message even when nothing is known.',
        ],
        indicators: [
          'write again',
          'Wednesday',
          'at four',
          'you do not have to',
          'new date',
          'we do not know',
          'next',
          'delay',
          'hear from me',
          'late',
        ],
      },
      {
        id: 'numbers',
        name: 'Decides with numbers',
        short: 'Numbers',
        weight: 15,
        levels: [
          'Looks at no number, or cannot name one.',
          'Names a number, but nothing followed from it.',
          'Names a number and one change because of it.',
          'Names a number, the change and what the number did afterwards.',
          'Does so every week, and stops what did not help.',
        ],
        indicators: [
          'percent',
          'per week',
          'repeat calls',
          'figure',
          'number',
          'fell',
          'went down',
          'went up',
          'minutes',
          'missed calls',
        ],
      },
    ],
  },
};

/** For people who keep others' computers working. Pure. */
import type { RoleTemplate } from './template-shape.ts';

export const IT_SUPPORT: RoleTemplate = {
  group: 'technology',
  title: 'IT support technician',
  about: 'Keeps computers and accounts working: finding the fault, explaining it kindly, closing the gap behind it.',
  opening: 'Let us start gently. What do people come to you with most often in a week?',
  topics: [
    {
      id: 'fault',
      name: 'Narrows a fault down step by step',
      short: 'Fault',
      section: 'It does not work',
      weight: 40,
      asks: [
        'Tell me about a fault that did not go away at the first try. How did you narrow it down?',
        'When did you fix the sign of a fault and not the fault?',
      ],
      probe: {
        terms: ['tested', 'log', 'restart', 'another', 'cable', 'network', 'account', 'reproduce', 'update'],
        say: 'What did you rule out first, and with what?',
      },
      levels: [
        'Restarts or reinstalls, and passes it on when that does not help.',
        'Lists tools, without what each of them showed.',
        'Changed one thing at a time and tells what that showed.',
        'Ruled causes out with a test and wrote down what it was.',
        'Found the same cause elsewhere and mended it before anybody reported it.',
      ],
      indicators: [
        'event log',
        'ruled out',
        'another laptop',
        'one change',
        'reproduced',
        'driver',
        'the update',
        'network cable',
        'ticket',
        'swapped',
      ],
    },
    {
      id: 'kind',
      name: 'Explains without making people feel small',
      short: 'Explains',
      section: 'Somebody who is stuck',
      weight: 30,
      asks: [
        'Tell me about somebody who was upset because nothing worked. What did you say first, and what then?',
        'How do you explain something technical to somebody who does not care for it?',
      ],
      probe: {
        terms: ['asked', 'showed', 'together', 'explained', 'called back', 'listened', 'step'],
        say: 'What words did you use?',
      },
      levels: [
        'Speaks in technical terms or takes the mouse away.',
        'Gives instructions and waits for them to be followed.',
        'Lets the person tell what they wanted to do, and explains in their words.',
        'Says what happens next and when, and comes back to it.',
        'The person could do it alone afterwards, and others were shown the same way.',
      ],
      indicators: [
        'were trying',
        'plain words',
        'showed them',
        'called back',
        'let them',
        'wrote down',
        'calmed',
        'each step',
      ],
    },
    {
      id: 'gap',
      name: 'Keeps access and data safe',
      short: 'Safe',
      section: 'Access and data',
      weight: 30,
      asks: [
        'Tell me about a time when somebody wanted access or a shortcut that you did not give. What did you do instead?',
      ],
      probe: {
        terms: ['password', 'checked', 'approval', 'manager', 'policy', 'verified', 'phishing', 'rights'],
        say: 'How did you make sure who was asking?',
      },
      levels: [
        'Gives access to whoever asks with urgency.',
        'Refers to the rule, without a way to go on.',
        'Checked who was asking in a second way before doing anything.',
        'Offered a safe way that solved the need the same day.',
        'Closed the gap for everybody, and says how it was found.',
      ],
      indicators: [
        'verified',
        'called back',
        'approval',
        'phishing',
        'temporary access',
        'least',
        'locked',
        'reported it',
        'two-factor',
      ],
    },
  ],
};

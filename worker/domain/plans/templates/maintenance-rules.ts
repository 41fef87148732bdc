/** For people who mend and maintain. Pure. */
import type { RoleTemplate } from './template-shape.ts';

export const MAINTENANCE: RoleTemplate = {
  group: 'operations',
  title: 'Maintenance technician',
  about: 'Keeps equipment running: finding causes, working safely on live plant, mending before it breaks.',
  opening: 'Let us start gently. What do you look after, and what breaks most often there?',
  topics: [
    {
      id: 'cause',
      name: 'Finds the cause, not only the part',
      short: 'Cause',
      section: 'A stubborn fault',
      weight: 40,
      asks: [
        'Tell me about a breakdown that came back after the repair. How did you find what was behind it?',
        'What did you replace that was not broken?',
      ],
      probe: {
        terms: ['measured', 'meter', 'bearing', 'drawing', 'tested', 'pressure', 'current', 'because', 'worn'],
        say: 'What did you measure, and what did it tell you?',
      },
      levels: [
        'Changes parts until it runs.',
        'Names the part that was changed, not why it failed.',
        'Measured before changing anything and tells what the values meant.',
        'Ruled other causes out and showed afterwards that it was this one.',
        'Took the cause away in the other machines of the kind too.',
      ],
      indicators: [
        'measured',
        'multimeter',
        'bearing',
        'alignment',
        'wiring diagram',
        'ruled out',
        'root cause',
        'came back',
        'pressure drop',
      ],
    },
    {
      id: 'lock',
      name: 'Works safely on live plant',
      short: 'Safe',
      section: 'Before the first screw',
      weight: 35,
      asks: [
        'Take me through what you did before you opened the last machine. What would you never leave out?',
        'When did you refuse a repair as it was asked for?',
      ],
      probe: {
        terms: ['locked', 'tag', 'isolated', 'tested', 'permit', 'pressure', 'told', 'earthed'],
        say: 'How did you know that it was dead?',
      },
      levels: [
        'Switches off and begins.',
        'Names the rule, without the own steps.',
        'Tells isolating, locking and testing in their order.',
        'Also told everybody concerned and thought of stored energy.',
        'Stopped work of others that was not isolated, and says what changed.',
      ],
      indicators: ['locked out', 'isolated', 'tested dead', 'permit', 'tag', 'released pressure', 'earthed', 'refused'],
    },
    {
      id: 'ahead',
      name: 'Mends before it breaks',
      short: 'Ahead',
      section: 'Ahead of time',
      weight: 25,
      asks: ['Tell me about a failure that did not happen because of what you did months before.'],
      probe: {
        terms: ['inspection', 'interval', 'noticed', 'ordered', 'spare', 'trend', 'planned', 'logged'],
        say: 'What was the sign, and when did you see it?',
      },
      levels: [
        'Waits for the call.',
        'Follows the plan without looking at what it finds.',
        'Saw a sign at an inspection and had the part ready.',
        'Changed an interval because of what was found.',
        'Shows with figures that it stands still less often.',
      ],
      indicators: [
        'inspection',
        'spare part',
        'noticed',
        'interval',
        'vibration',
        'planned stop',
        'downtime',
        'oil sample',
        'logged',
      ],
    },
  ],
};

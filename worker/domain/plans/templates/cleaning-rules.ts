/** For people who keep places clean. Pure. */
import type { RoleTemplate } from './template-shape.ts';

export const CLEANING: RoleTemplate = {
  group: 'service',
  title: 'Cleaner',
  about:
    'Keeps places clean and safe: careful work without being watched, safe with agents, respect for others’ things.',
  opening: 'Let us start gently. Which places have you cleaned, and which part of the work do you do best?',
  topics: [
    {
      id: 'careful',
      name: 'Works carefully without being watched',
      short: 'Careful',
      section: 'When nobody looks',
      weight: 40,
      asks: [
        'Tell me about a place that was much dirtier than it should have been. What did you do, in which order?',
        'How do you know that a room is done?',
      ],
      probe: {
        terms: ['first', 'corner', 'checked', 'list', 'again', 'top', 'time', 'showed'],
        say: 'Where did you begin, and why there?',
      },
      levels: [
        'Does what can be seen.',
        'Says that everything was cleaned.',
        'Tells an order of work and looks at it again at the end.',
        'Went beyond the list where a room needed it, and told whoever writes the list.',
        'Changed the order or the list, and others work by it.',
      ],
      indicators: [
        'top down',
        'checked again',
        'the corners',
        'list',
        'behind the',
        'took longer',
        'supervisor',
        'touch points',
      ],
    },
    {
      id: 'agents',
      name: 'Works safely with agents and machines',
      short: 'Safe',
      section: 'Safe work',
      weight: 35,
      asks: [
        'Tell me about a cleaning agent or a machine that can do harm. What do you do so that it does not?',
        'When did you see somebody work unsafely? What did you do?',
      ],
      probe: {
        terms: ['gloves', 'mix', 'label', 'sign', 'wet', 'diluted', 'ventilate', 'plug'],
        say: 'What do you never do with it?',
      },
      levels: [
        'Takes what is there and much of it.',
        'Says that one must be careful.',
        'Names what it is for, how much, and what protects.',
        'Put up signs, kept people away, and stopped a mistake once.',
        'Showed others how, and names what has not happened since.',
      ],
      indicators: [
        'gloves',
        'never mix',
        'warning sign',
        'diluted',
        'label',
        'opened windows',
        'unplugged',
        'data sheet',
        'showed her',
        'showed him',
      ],
    },
    {
      id: 'things',
      name: 'Respects people and their things',
      short: 'Respect',
      section: 'Other people’s things',
      weight: 25,
      asks: ['Tell me about something that you found, broke or saw that was not meant for you. What did you do?'],
      probe: {
        terms: ['told', 'handed', 'wrote', 'left', 'reception', 'at once', 'owner', 'lost'],
        say: 'Whom did you tell, and how soon?',
      },
      levels: [
        'Puts it away and says nothing.',
        'Says that one is honest.',
        'Told somebody the same day, also of an own mistake.',
        'Kept it safe, wrote it down, and followed what came of it.',
        'People there trust this person with more since, and an example is told.',
      ],
      indicators: [
        'handed in',
        'told them',
        'I broke',
        'found a',
        'reception',
        'a note',
        'left lying',
        'lost property',
      ],
    },
  ],
};

/** For people who cook for others. Pure. */
import type { RoleTemplate } from './template-shape.ts';

export const KITCHEN: RoleTemplate = {
  group: 'service',
  title: 'Cook',
  about: 'Cooks for many: clean and safe work, a full service, taste that stays the same, little waste.',
  opening: 'Let us start gently. Where do you cook, for how many, and which station is yours?',
  topics: [
    {
      id: 'clean',
      name: 'Keeps food safe',
      short: 'Safe',
      section: 'Clean and safe',
      weight: 40,
      asks: [
        'Tell me about food that you threw away or sent back although it was needed. What did you see?',
        'A guest asks about an allergen and you are not sure. What did you do the last time?',
      ],
      probe: {
        terms: ['temperature', 'date', 'label', 'allergen', 'board', 'fridge', 'smelled', 'asked', 'checked'],
        say: 'What did you check, and what did you tell the others?',
      },
      levels: [
        'Uses it as long as nothing smells.',
        'Names the rule, without a case.',
        'Threw it away or asked, and says by what it was known.',
        'Found out how it came about and told the whole kitchen.',
        'Changed labels, storing or a list, and it is kept on busy days too.',
      ],
      indicators: [
        'threw away',
        'temperature',
        'label',
        'allergen',
        'separate board',
        'fridge',
        'use-by',
        'the chef',
        'cross-contam',
      ],
    },
    {
      id: 'service',
      name: 'Gets through a full service',
      short: 'Service',
      section: 'A full evening',
      weight: 35,
      asks: [
        'Tell me about a service that got away from you. How did you get back into it?',
        'What do you prepare before the first order comes?',
      ],
      probe: {
        terms: ['called', 'tickets', 'prep', 'station', 'asked', 'minutes', 'first', 'helped'],
        say: 'Which order did you cook first, and why?',
      },
      levels: [
        'Goes faster and gets louder.',
        'Waits for the chef to sort it out.',
        'Put the orders in a row, said so aloud, and caught up.',
        'Helped or asked for help at another station at the right time.',
        'Changed the preparation or the menu so that it has not happened again.',
      ],
      indicators: ['called out', 'tickets', 'mise', 'caught up', 'helped on', 'refired', 'prepped', 'table of', 'pass'],
    },
    {
      id: 'waste',
      name: 'Wastes little and keeps the taste',
      short: 'Waste',
      section: 'Nothing left over',
      weight: 25,
      asks: [
        'Tell me about something that used to be thrown away and that you made use of. How did it taste the same every day?',
      ],
      probe: {
        terms: ['scales', 'recipe', 'portion', 'leftover', 'stock', 'tasted', 'binned', 'ordered'],
        say: 'How much was it, and how do you know?',
      },
      levels: [
        'Throws away what is left.',
        'Says that waste is bad.',
        'Used it in a dish and weighed or counted it.',
        'Wrote recipe and portion down so that others cook it alike.',
        'Changed orders by what was left, and names how much or how many.',
      ],
      indicators: [
        'leftovers',
        'scales',
        'portion',
        'recipe',
        'trimmings',
        'stock from',
        'ordered less',
        'tasted',
        'binned',
      ],
    },
  ],
};

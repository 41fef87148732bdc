/** For people who drive for their work. Pure. */
import type { RoleTemplate } from './template-shape.ts';

export const DRIVING: RoleTemplate = {
  group: 'operations',
  title: 'Delivery driver',
  about: 'Brings goods safely and on time: safe driving, the door of the customer, a tour that changes.',
  opening: 'Let us start gently. What do you drive, on which kind of tours, and what do you like about it?',
  topics: [
    {
      id: 'road',
      name: 'Drives safely under time pressure',
      short: 'Safe',
      section: 'On the road',
      weight: 40,
      asks: [
        'Tell me about a day when you were late and drove no faster for it. What did you do instead?',
        'When did you refuse to drive, or stop on the way? Why?',
      ],
      probe: {
        terms: ['called', 'stopped', 'checked', 'tyre', 'break', 'dispatcher', 'weather', 'load'],
        say: 'Whom did you tell, and when?',
      },
      levels: [
        'Makes up time by driving faster or leaving out a break.',
        'Says that safety comes first, without a case.',
        'Took the time it needed once and told the office.',
        'Stopped or refused because of vehicle, load or weather, and says what was checked.',
        'Had the tour or the vehicle changed so that it does not come to that again.',
      ],
      indicators: [
        'the office',
        'dispatcher',
        'pulled over',
        'my break',
        'the load',
        'tyres',
        'black ice',
        'refused to',
        'secured',
      ],
    },
    {
      id: 'door',
      name: 'Settles trouble at the door',
      short: 'Door',
      section: 'At the door',
      weight: 35,
      asks: [
        'Tell me about a delivery where the customer was angry or something was missing. What did you do at the door?',
        'What do you do when nobody opens and the goods must not wait?',
      ],
      probe: {
        terms: ['told', 'called', 'signed', 'photo', 'checked', 'apologised', 'note', 'neighbour', 'box'],
        say: 'What did you say to the customer?',
      },
      levels: [
        'Leaves the goods, or argues.',
        'Refers the customer to the office and drives on.',
        'Listened, looked at the goods and wrote down what was missing.',
        'Called from the door and told the customer what happens when.',
        'Found out later what came of it, and tells what is done differently since.',
      ],
      indicators: [
        'the customer',
        'delivery note',
        'a photo',
        'signed',
        'called from',
        'damaged',
        'missing box',
        'brought back',
      ],
    },
    {
      id: 'tour',
      name: 'Keeps a changing tour in order',
      short: 'Tour',
      section: 'The tour',
      weight: 25,
      asks: ['Tell me about a tour that was changed while you were on it. How did you keep it in order?'],
      probe: {
        terms: ['order', 'stops', 'route', 'loaded', 'time window', 'first', 'turned', 'map'],
        say: 'Which stop did you move, and why that one?',
      },
      levels: [
        'Follows the device, whatever comes.',
        'Says that it worked out, not how.',
        'Changed the order of stops for a reason that is named.',
        'Thought of loading, time windows and own driving time together.',
        'Told the office what the plan overlooks, and the plan was changed.',
      ],
      indicators: ['new order', 'time window', 'stops', 'reloaded', 'route', 'closed road', 'detour', 'planned around'],
    },
  ],
};

/** For people who decide what a product does next. Pure. */
import type { RoleTemplate } from './template-shape.ts';

export const PRODUCT: RoleTemplate = {
  group: 'technology',
  title: 'Product manager',
  about: 'Decides what is built next: problems before features, saying no, learning from what was shipped.',
  opening: 'Let us start gently. What is the product that you look after, in two sentences, and for whom is it?',
  topics: [
    {
      id: 'problem',
      name: 'Starts from a problem, not a feature',
      short: 'Problem',
      section: 'The problem first',
      weight: 30,
      asks: [
        'Tell me about a feature that was wished for and that you did not build as wished. What was the problem behind it?',
      ],
      probe: {
        terms: ['customer', 'asked', 'why', 'interview', 'ticket', 'problem', 'instead', 'watched'],
        say: 'Who had the problem, and how do you know?',
      },
      levels: [
        'Collects wishes and passes them on.',
        'Names a problem, without somebody who has it.',
        'Spoke to people who have the problem, and tells what they do today.',
        'Found that the problem was another one, and changed what was built.',
        'Names what those people do differently since, with a figure or a case.',
      ],
      indicators: [
        'real problem',
        'spoke to',
        'customers told',
        'workaround',
        'why they',
        'instead we',
        'underlying',
        'support tickets',
      ],
    },
    {
      id: 'no',
      name: 'Says no and stands by it',
      short: 'Says no',
      section: 'What was not built',
      weight: 35,
      asks: [
        'Tell me about the hardest no that you said. To whom, and how did you say it?',
        'Which yes do you regret, and what did it cost?',
      ],
      probe: {
        terms: ['because', 'instead', 'cost', 'explained', 'sales', 'director', 'roadmap', 'later'],
        say: 'What did you give as the reason, and what did they say?',
      },
      levels: [
        'Says yes to everybody and moves the dates.',
        'Says no by silence or by a later date.',
        'Said no openly with a reason.',
        'Showed what would not be built in exchange, and let the other side choose.',
        'The no held under pressure, and the one who was refused is told of as still working together.',
      ],
      indicators: [
        'said no',
        'in exchange',
        'the reason',
        'priorit',
        'trade',
        'pushed back',
        'roadmap',
        'the price',
        'would drop',
      ],
    },
    {
      id: 'shipped',
      name: 'Learns from what was shipped',
      short: 'Learns',
      section: 'After the launch',
      weight: 35,
      asks: [
        'Tell me about something that you shipped and that did not work. What did you see, and what did you do?',
        'Which number told you that, and how long did you wait for it?',
      ],
      probe: {
        terms: ['percent', 'used', 'weeks', 'measured', 'rolled back', 'removed', 'users', 'expected'],
        say: 'What had you expected, in a number or in what people would do?',
      },
      levels: [
        'Counts a launch as the result.',
        'Names usage without what was expected.',
        'Wrote down beforehand what should happen and looked at it after.',
        'Removed or changed something because of it.',
        'Tells what was learned for the next decision, and where that was used.',
      ],
      indicators: [
        'expected',
        'after launch',
        'adoption',
        'experiment',
        'rolled back',
        'removed it',
        'retention',
        'hypothesis',
        'percent',
      ],
    },
  ],
};

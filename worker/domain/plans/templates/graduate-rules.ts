/** For people who come from university. Pure. */
import type { RoleTemplate } from './template-shape.ts';

export const GRADUATE: RoleTemplate = {
  group: 'starting',
  title: 'Graduate',
  about:
    'For people who come from university: thinking a problem through, working with others, learning. Counts studies, projects and jobs on the side alike.',
  opening: 'Let us start gently. What did you study or work on last that you could talk about for an hour?',
  topics: [
    {
      id: 'think',
      name: 'Thinks a problem through',
      short: 'Thinks',
      section: 'A hard problem',
      weight: 40,
      asks: [
        'Tell me about the hardest problem in your studies, a project or a job. How did you get anywhere with it?',
        'Which of your conclusions turned out wrong? How did you notice?',
      ],
      probe: {
        terms: ['because', 'tried', 'first', 'read', 'compared', 'tested', 'turned out', 'data'],
        say: 'What did you try that did not work?',
      },
      levels: [
        'Tells the topic, not the problem.',
        'Tells the solution, not how it was found.',
        'Tells the steps and why each was taken.',
        'Names what was tried and given up, and how the result was tested.',
        'Says what the result cannot tell, and what somebody else did with it.',
      ],
      indicators: [
        'tried',
        'failed',
        'the data',
        'tested',
        'turned out',
        'my hypothesis',
        'supervisor',
        'compared',
        'gave up',
      ],
    },
    {
      id: 'group',
      name: 'Gets things done with others',
      short: 'Together',
      section: 'In a group',
      weight: 35,
      asks: [
        'Tell me about group work that did not go well. What did you do yourself?',
        'When did you change your mind because of somebody in a group?',
      ],
      probe: {
        terms: ['agreed', 'talked', 'asked', 'divided', 'deadline', 'helped', 'my part', 'met'],
        say: 'What did you say to the others?',
      },
      levels: [
        'Tells what the others did not do.',
        'Did the whole work alone.',
        'Spoke about it in the group and agreed who does what.',
        'Asked why somebody fell behind and found a part that they could do.',
        'The group finished better than it began, and the own share in that is named.',
      ],
      indicators: [
        'we agreed',
        'talked to',
        'divided',
        'my part',
        'asked her',
        'asked him',
        'met every',
        'took over',
        'deadline',
      ],
    },
    {
      id: 'learn',
      name: 'Learns quickly and uses it',
      short: 'Learns',
      section: 'Something new',
      weight: 25,
      asks: ['What did you teach yourself in the last year? How did you go about it, and what did you do with it?'],
      probe: {
        terms: ['practised', 'built', 'read', 'asked', 'every', 'weeks', 'mistake', 'used'],
        say: 'What can you do now that you could not do before?',
      },
      levels: [
        'Names an interest.',
        'Names a course or a certificate.',
        'Made or did something with it.',
        'Tells how it was practised and what was hard at first.',
        'Somebody else used what was made, or was taught it.',
      ],
      indicators: [
        'taught myself',
        'built',
        'practised',
        'at first',
        'every evening',
        'showed others',
        'since then',
        'used it',
      ],
    },
  ],
};

/** For people who teach. Pure. */
import type { RoleTemplate } from './template-shape.ts';

export const TEACHING: RoleTemplate = {
  group: 'care',
  title: 'Teacher',
  about: 'Helps pupils learn: seeing who is lost, keeping a room calm, working with the people around a pupil.',
  opening: 'Let us start gently. What do you teach, and which lesson would you gladly give again tomorrow?',
  topics: [
    {
      id: 'lost',
      name: 'Sees who is lost and helps them on',
      short: 'Lost',
      section: 'Who had not understood',
      weight: 45,
      asks: [
        'Tell me about a pupil who did not understand what the others did. How did you notice, and what did you do?',
        'Tell me about a lesson that failed. What did you teach the next day?',
        'How do you find out during a lesson what has arrived?',
      ],
      probe: {
        terms: ['asked', 'noticed', 'exercise', 'explained', 'example', 'tried', 'next lesson', 'wrote'],
        say: 'How did you know that it had helped?',
      },
      levels: [
        'Goes on with the material, or repeats it louder.',
        'Names methods, without a pupil.',
        'Noticed by a task or a question who was lost, and explained in another way.',
        'Found where the thought went wrong and built an exercise for it.',
        'Shows what the pupil could do later, and keeps the way for others.',
      ],
      indicators: [
        'noticed that',
        'another way',
        'misconception',
        'exercise',
        'drew it',
        'explain back',
        'exit',
        'next lesson',
        'could do',
      ],
    },
    {
      id: 'room',
      name: 'Keeps a room in which people learn',
      short: 'Room',
      section: 'A restless room',
      weight: 30,
      asks: [
        'Tell me about a class that would not settle. What did you do in the first weeks?',
        'When did you lose your temper or your plan? What followed?',
      ],
      probe: {
        terms: ['rule', 'agreed', 'seat', 'spoke', 'after class', 'consequence', 'routine', 'quiet'],
        say: 'What did you agree with them, and did you keep it?',
      },
      levels: [
        'Threatens, or lets it run.',
        'Names rules, without how they were kept.',
        'Set few rules with the class and kept them the same for all.',
        'Spoke alone with those concerned and found what lay behind it.',
        'The room works also with another teacher, and says why.',
      ],
      indicators: [
        'whole class',
        'routine',
        'after class',
        'same for',
        'moved seats',
        'spoke alone',
        'in private',
        'settled',
      ],
    },
    {
      id: 'around',
      name: 'Works with the people around a pupil',
      short: 'Around',
      section: 'A hard conversation',
      weight: 25,
      asks: [
        'Tell me about a difficult talk with the people at a pupil’s home, or with a colleague. What did you agree?',
      ],
      probe: {
        terms: ['agreed', 'called', 'meeting', 'listened', 'examples', 'next', 'wrote', 'together'],
        say: 'What did each side do after it?',
      },
      levels: [
        'Avoids the talk, or reports the fault.',
        'Explains the own view until it is accepted.',
        'Came with examples, listened, and agreed on one step.',
        'Followed the step up and told both sides what came of it.',
        'The pupil was part of it, and something lasting changed.',
      ],
      indicators: [
        'called home',
        'agreed on',
        'brought examples',
        'listened to',
        'met again',
        'mother',
        'father',
        'colleague',
        'followed up',
      ],
    },
  ],
};

/** For people who look after those who work. Pure. */
import type { RoleTemplate } from './template-shape.ts';

export const HR: RoleTemplate = {
  group: 'office',
  title: 'HR adviser',
  about: 'Advises managers and employees: fair process, hard conversations, keeping confidences.',
  opening: 'Let us start gently. What do managers come to you with most, and what employees?',
  topics: [
    {
      id: 'fair',
      name: 'Keeps a process fair under pressure',
      short: 'Fair',
      section: 'A case with two sides',
      weight: 40,
      asks: [
        'Tell me about a case in which a manager wanted a quick result and you slowed it down. What did you do?',
        'When did a process that you ran turn out unfair to somebody?',
      ],
      probe: {
        terms: ['both sides', 'evidence', 'wrote', 'policy', 'interviewed', 'heard', 'notes', 'waited'],
        say: 'What did you want to know before anything was decided?',
      },
      levels: [
        'Does what the manager asks for.',
        'Refers to the policy, whatever the case.',
        'Heard both sides and wrote down what was said.',
        'Named to the manager what was missing, and held the decision until it was there.',
        'Changed the process so that the next case does not depend on one person.',
      ],
      indicators: [
        'both sides',
        'heard them',
        'evidence',
        'documented',
        'decision waited',
        'investigation',
        'consistent',
        'reply',
        'new policy',
      ],
    },
    {
      id: 'talk',
      name: 'Leads hard conversations',
      short: 'Hard talk',
      section: 'A hard conversation',
      weight: 35,
      asks: [
        'Tell me about the hardest news that you had to bring somebody. How did you begin?',
        'How did you prepare a manager for such a talk?',
      ],
      probe: {
        terms: ['said', 'prepared', 'silence', 'listened', 'support', 'afterwards', 'next step', 'words'],
        say: 'What were your first sentences?',
      },
      levels: [
        'Leaves it to a letter or to somebody else.',
        'Softens it until it is not understood.',
        'Said it in the first minutes and let the person speak.',
        'Had the next steps ready and was there again afterwards.',
        'Coached managers who now do it alone, and tells of one.',
      ],
      indicators: [
        'told directly',
        'first sentence',
        'let them',
        'prepared managers',
        'next steps',
        'checked in',
        'rehearsed',
        'afterwards',
      ],
    },
    {
      id: 'confide',
      name: 'Keeps confidences and their limits',
      short: 'Confides',
      section: 'In confidence',
      weight: 25,
      asks: [
        'Tell me about something that was told to you in confidence and that you could not keep to yourself. What did you do?',
      ],
      probe: {
        terms: ['told them', 'had to', 'limits', 'consent', 'only', 'explained', 'risk', 'before'],
        say: 'What did you tell the person, and when?',
      },
      levels: [
        'Passes it on, or promises silence for everything.',
        'Names confidentiality in general.',
        'Said at the start what could not be kept and why.',
        'Passed on the least that was needed, and told the person before.',
        'Settled with others how such things are handled, and it has been used since.',
      ],
      indicators: [
        'in confidence',
        'told beforehand',
        'beforehand',
        'only needed',
        'limits',
        'duty',
        'consent',
        'safeguard',
      ],
    },
  ],
};

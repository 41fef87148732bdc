/** Work that was set aside, as a recruiter understands it. */
import { t } from '../../shared/i18n.ts';
import type { Report } from './report-types.ts';

export function parkedWord(task: Report['parked'][number]['task']): string {
  switch (task) {
    case 'save-turn':
    case 'save-draft':
      return t(
        'parked.words',
        'Words of the talk could not be stored; they are kept sealed, and nothing is judged without them',
      );
    case 'save-review':
      return t(
        'parked.review',
        'The candidate’s corrections could not be stored; they are kept sealed, and nothing is judged without them',
      );
    case 'ask-human':
      return t(
        'parked.human',
        'What the candidate wrote when asking for a person could not be stored; it is kept sealed',
      );
    case 'seal':
      return t('parked.seal', 'The recording could not be joined; every part of it is safe');
    case 'score':
      return t('parked.score', 'The answers could not be held against the rubric; you can decide without that');
    case 'notify':
      return t('parked.notify', 'The mail to your team could not be sent');
    case 'withdrawn':
      return t('parked.withdrawn', 'What was recorded could not be deleted after the withdrawal');
    case 'ended':
    case 'progress':
    case 'event':
    case 'save-spend':
      return t('parked.step', 'A step of the interview could not be written into its history');
  }
}

/** Why a member cannot answer a review, and what would let them. */
import { t } from '../../shared/i18n.ts';

export function hurdleText(hurdle: 'other-person' | 'card'): string {
  switch (hurdle) {
    case 'other-person':
      return t(
        'hurdle.other-person',
        'You decided here, changed a level or reviewed it before. Somebody else of your team has to look again.',
      );
    case 'card':
      return t(
        'hurdle.card',
        'Look again first: give your own levels on the report. They will stand in place of the scorer’s, and then you can answer.',
      );
  }
}

/** What can be arranged for a candidate, in words. */
import { t } from '../../shared/i18n.ts';

export function arrangedWord(kind: string): string {
  switch (kind) {
    case 'extra-time':
      return t('arranged.extra-time', 'more time');
    case 'text-only':
      return t('arranged.text-only', 'answers in writing');
    case 'breaks':
      return t('arranged.breaks', 'breaks');
    case 'language':
      return t('arranged.language', 'another language');
    case 'later-date':
      return t('arranged.later-date', 'a later date');
    case 'person':
      return t('arranged.person', 'a person instead');
    default:
      return t('arranged.other', 'something else');
  }
}

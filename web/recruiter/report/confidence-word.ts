/** How sure a judgement is, in a word. */
import { t } from '../../shared/i18n.ts';

export function confidenceWord(confidence: 'low' | 'medium' | 'high'): string {
  switch (confidence) {
    case 'low':
      return t('confidence.low', 'low');
    case 'medium':
      return t('confidence.medium', 'medium');
    case 'high':
      return t('confidence.high', 'high');
  }
}

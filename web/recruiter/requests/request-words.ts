/** What candidates can ask for, in words. */
import type { Answer } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';

export type Requests = Answer<'GET /api/recruiter/requests'>;
export type Request = Requests['open'][number];

export function requestWord(kind: Request['kind']): string {
  switch (kind) {
    case 'human':
      return t('request.human', 'A person instead of the AI');
    case 'adjustment':
      return t('request.adjustment', 'An adjustment');
    case 'review':
      return t('request.review', 'A person’s review of the levels');
    case 'question':
      return t('request.question', 'A question to you');
  }
}

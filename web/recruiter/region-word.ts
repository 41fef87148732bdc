/** Regions by name, in the middle of a sentence too. */
import type { Answer } from '../shared/api.ts';
import { t } from '../shared/i18n.ts';

export type RegionId = Answer<'GET /api/recruiter/me'>['region']['id'];

export function regionWord(id: RegionId): string {
  switch (id) {
    case 'eu':
      return t('region.eu', 'European Union');
    case 'us':
      return t('region.us', 'United States');
    case 'ap':
      return t('region.ap', 'Asia-Pacific');
    case 'in':
      return t('region.in', 'India');
    case 'gcc':
      return t('region.gcc', 'The Gulf');
  }
}

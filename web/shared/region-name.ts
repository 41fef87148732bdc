/** A region by name, in the reader's language; it fits the middle of a sentence too. */
import type { Answer } from './api.ts';
import { t } from './i18n.ts';

export type RegionId = Answer<'GET /api/visitor/installation'>['regions'][number]['id'];

export function regionName(id: RegionId): string {
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

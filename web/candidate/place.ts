/** A region as a place, in the reader's language. */
import { t } from '../shared/i18n.ts';

type RegionId = 'us' | 'eu' | 'ap' | 'in' | 'gcc';

export function placeOf(region: RegionId): string {
  switch (region) {
    case 'us':
      return t('place.us', 'United States');
    case 'eu':
      return t('place.eu', 'European Union');
    case 'ap':
      return t('place.ap', 'Asia-Pacific');
    case 'in':
      return t('place.in', 'India');
    case 'gcc':
      return t('place.gcc', 'The Gulf');
  }
}

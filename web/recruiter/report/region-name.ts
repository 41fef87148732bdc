/** Where a record rests, in words, from the region that its id begins with. */
import { t } from '../../shared/i18n.ts';

export function inRegion(id: string): string {
  switch (id.split('_')[0]) {
    case 'eu':
      return t('region.in.eu', 'the EU');
    case 'us':
      return t('region.in.us', 'the United States');
    case 'ap':
      return t('region.in.ap', 'Asia-Pacific');
    case 'in':
      return t('region.in.in', 'India');
    default:
      return t('region.in.gcc', 'the Gulf');
  }
}

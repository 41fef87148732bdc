import { t } from '../shared/i18n.ts';
import type { Installation } from './use-installation.ts';

export function regionName(id: Installation['regions'][number]['id']): string {
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

/** Under a quote that stands on the candidate's correction: that it does, and what stood there before. */
import { t } from '../../shared/i18n.ts';
import { firstWords } from './first-words.ts';
import type { Quote } from './report-types.ts';

export function HeardFirst({ quote }: { quote: Quote }) {
  if (quote.version === 'heard' || quote.heard === null) return null;
  return (
    <details class="heard-first">
      <summary title={quote.heard}>{t('quote.corrected', 'As corrected by the candidate')}</summary>
      <p dir="auto">{firstWords(quote.via, quote.heard)}</p>
    </details>
  );
}

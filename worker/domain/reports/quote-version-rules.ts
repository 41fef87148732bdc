/** Which words a quote stands on, where the candidate corrected what was heard. Pure. */
import type { Quote } from '../scoring/scorecard-shape.ts';

export interface QuotedTurn {
  id: string;
  /** As heard. */
  text: string;
  correctedText: string | null;
}

export interface QuoteShown extends Quote {
  version: 'heard' | 'corrected';
  /** Of a quote that stands on a correction: the whole answer as it was heard. */
  heard: string | null;
}

export function quoteShown(quote: Quote, turns: readonly QuotedTurn[]): QuoteShown {
  const turn = turns.find(({ id }) => id === quote.turnId);
  // What was corrected is what was judged; a sentence that both hold is in the correction too.
  const corrected = turn?.correctedText?.includes(quote.text) === true;
  return { ...quote, version: corrected ? 'corrected' : 'heard', heard: corrected ? (turn?.text ?? null) : null };
}

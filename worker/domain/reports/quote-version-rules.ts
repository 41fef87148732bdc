/** Which words a quote stands on, where the candidate corrected what was heard, and whether they can be heard. Pure. */
import type { Quote } from '../scoring/scorecard-shape.ts';

export interface QuotedTurn {
  id: string;
  /** As heard. */
  text: string;
  correctedText: string | null;
  via: 'voice' | 'typed' | 'mixed' | null;
  startMs: number;
  endMs: number;
  /** What was heard, piece by piece. */
  segments: readonly { text: string }[] | null;
}

export interface QuoteShown extends Quote {
  version: 'heard' | 'corrected';
  /** How the answer was given; null where its turn is unknown. */
  via: QuotedTurn['via'];
  /** Of a quote that stands on a correction: the whole answer as it was first heard or written. */
  heard: string | null;
  /** False for what was typed, and for what lies beyond the recording or has none: there is nothing to play. */
  audible: boolean;
}

/** @param recordedMs the length of the recording; null where there is none */
export function quoteShown(quote: Quote, turns: readonly QuotedTurn[], recordedMs: number | null): QuoteShown {
  const turn = turns.find(({ id }) => id === quote.turnId);
  // What was corrected is what was judged; a sentence that both hold is in the correction too.
  const corrected = turn?.correctedText?.includes(quote.text) === true;
  return {
    ...quote,
    // Between its beginning and its end nothing tells when a typed word was written.
    ...(turn?.via === 'typed' ? { startMs: turn.startMs, endMs: turn.endMs } : {}),
    via: turn?.via ?? null,
    version: corrected ? 'corrected' : 'heard',
    heard: corrected ? (turn?.text ?? null) : null,
    audible: audibleQuote(quote, turn, recordedMs),
  };
}

/** Whether these words were said, and the recording reaches as far as they do. */
export function audibleQuote(quote: Quote, turn: QuotedTurn | undefined, recordedMs: number | null): boolean {
  if (recordedMs === null || quote.startMs >= recordedMs || turn === undefined) return false;
  if (turn.via !== 'mixed') return turn.via === 'voice';
  const said = (turn.segments ?? []).map(({ text }) => text.trim()).filter((text) => text !== '');
  return said.join(' ').includes(quote.text) || said.some((text) => quote.text.includes(text));
}

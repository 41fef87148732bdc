/** How far an utterance has been heard, in time and in characters. Pure. */

/** A piece of the utterance as it was given to the loudspeaker. */
export interface PlayedPiece {
  /** When it begins, on the loudspeaker's clock. */
  atS: number;
  /** Its place in the utterance. */
  fromMs: number;
  lengthMs: number;
}

export function playedMs(pieces: readonly PlayedPiece[], nowS: number): number {
  const now = pieces.findLast(({ atS }) => atS <= nowS);
  if (now === undefined) return pieces[0]?.fromMs ?? 0;
  return now.fromMs + Math.min(now.lengthMs, (nowS - now.atS) * 1000);
}

/** The characters said by then, by the share of time; never within a word, which is said or not. */
export function playedChars(text: string, playedMs: number, lengthMs: number): number {
  if (lengthMs <= 0) return 0;
  const reached = Math.round(text.length * Math.min(1, playedMs / lengthMs));
  if (reached >= text.length) return text.length;
  const word = text.lastIndexOf(' ', reached);
  return Math.max(0, word);
}

/** Splits a turn's words into cited and plain pieces, and those of the quote that plays into said and not yet said. */

export interface Mark {
  text: string;
  startMs: number;
  endMs: number;
}
export interface Segment {
  text: string;
  startMs: number;
  endMs: number;
}
export interface Piece {
  text: string;
  cited: boolean;
  /** Only while the quote plays: whether these words have been heard. */
  said: boolean | null;
}

/** `playing`: the quote that plays and how far; the others stay as they are. */
export function markedWords(
  words: string,
  marks: readonly Mark[],
  playing: { mark: Mark; atMs: number } | null,
): Piece[] {
  const found = marks
    .flatMap((mark) => {
      const from = words.indexOf(mark.text);
      return from < 0 ? [] : [{ from, to: from + mark.text.length, mark }];
    })
    .sort((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let done = 0;
  for (const { from, to, mark } of found) {
    if (to <= done) continue;
    const start = Math.max(from, done);
    if (start > done) pieces.push({ text: words.slice(done, start), cited: false, said: null });
    pieces.push(...citedPieces(words.slice(start, to), mark, playing));
    done = to;
  }
  if (done < words.length) pieces.push({ text: words.slice(done), cited: false, said: null });
  return pieces;
}

function citedPieces(text: string, mark: Mark, playing: { mark: Mark; atMs: number } | null): Piece[] {
  if (playing === null || playing.mark.startMs !== mark.startMs || playing.mark.endMs !== mark.endMs) {
    return [{ text, cited: true, said: null }];
  }
  const share = (playing.atMs - mark.startMs) / Math.max(1, mark.endMs - mark.startMs);
  const cut = wordEnd(text, Math.round(text.length * Math.min(1, Math.max(0, share))));
  return [
    { text: text.slice(0, cut), cited: true, said: true },
    { text: text.slice(cut), cited: true, said: false },
  ].filter((piece) => piece.text !== '');
}

/** The end of the word in which `index` stands, so that no word is lit by half. */
function wordEnd(text: string, index: number): number {
  if (index <= 0 || index >= text.length) return Math.min(Math.max(index, 0), text.length);
  const rest = text.slice(index).search(/\s/);
  return rest < 0 ? text.length : index + rest;
}

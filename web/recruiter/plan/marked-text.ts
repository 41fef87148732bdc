/** Cuts a job description into blocks, and finds in each the phrases that questions came from. */

export interface Piece {
  text: string;
  /** The question that came from it. */
  question?: string;
}
export interface Block {
  kind: 'head' | 'item' | 'text';
  pieces: Piece[];
}

const MARKER = /^\s*(?:[-*•–—·▪‣]|\d{1,2}[.)])\s+/;
const HEAD_LONGEST = 60;

/** `sources`: each phrase with the id of its question. */
export function blocksOf(description: string, sources: readonly { phrase: string; question: string }[]): Block[] {
  return description
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '')
    .map((line): Block => {
      const item = MARKER.test(line);
      const text = line.replace(MARKER, '').trim();
      const head = !item && text.length <= HEAD_LONGEST && !/[.;!?]$/.test(text);
      return { kind: item ? 'item' : head ? 'head' : 'text', pieces: piecesOf(text, sources) };
    });
}

function piecesOf(text: string, sources: readonly { phrase: string; question: string }[]): Piece[] {
  const found = sources.find(({ phrase }) => phrase !== '' && text.includes(phrase));
  if (found === undefined) return [{ text }];
  const at = text.indexOf(found.phrase);
  const after = text.slice(at + found.phrase.length);
  return [
    ...(at === 0 ? [] : [{ text: text.slice(0, at) }]),
    { text: found.phrase, question: found.question },
    ...(after === '' ? [] : piecesOf(after, sources)),
  ];
}

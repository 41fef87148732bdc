/**
 * Speech without full stops comes as one long sentence. It is cut at its joints, so that a quote stays short, and so
 * that what is found in one part of it is not held against the whole. Pure.
 */
import { type Span, wordsOf } from './words-rules.ts';

const LONG_WORDS = 40;
const JOINT = /\s+(?=(?:and then|and i|but|so i|then i|because|after that)\b)/giu;

/** A sentence as it is, or a long one in parts. */
export function piecesOf(span: Span): Span[] {
  if (wordsOf(span.text).length <= LONG_WORDS) return [span];
  let at = 0;
  return span.text.split(JOINT).map((text) => {
    const start = span.text.indexOf(text, at);
    at = start + text.length;
    return { text, startChar: span.startChar + start, endChar: span.startChar + at };
  });
}
